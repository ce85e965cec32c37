import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import css from "../policy-document.module.css";
import { reasons } from "../policy-lists.ts";
import type { PolicyText } from "../policy-text.ts";
import { NeededDaysField } from "./DaysField.tsx";

type Windows = PolicyText["windows"];

/** The reasons that have a window of their own: each with its days, its end, and a way to name another. */
export function WindowFields({
  windows,
  usual,
  onChange,
}: {
  readonly windows: Windows;
  /** What a window begins with. */
  readonly usual: number;
  readonly onChange: (windows: Windows) => void;
}) {
  const { t } = useTranslation();
  const name = (reason: string) => t(`caseReason.${reason}` as "caseReason.OTHER");
  const free = reasons.filter((reason) => !windows.some((window) => window.reason === reason));
  return (
    <>
      {windows.map((window) => (
        <div key={window.reason} className={css.removable}>
          <div className={css.removableField}>
            <NeededDaysField
              label={t("policies.windowFor", { reason: name(window.reason) })}
              value={window.days}
              onChange={(days) =>
                onChange(windows.map((each) => (each.reason === window.reason ? { ...each, days } : each)))
              }
            />
          </div>
          <Button
            size="small"
            look="ghost"
            aria-label={t("policies.removeWindow", { reason: name(window.reason) })}
            title={t("policies.removeWindow", { reason: name(window.reason) })}
            onClick={() => onChange(windows.filter(({ reason }) => reason !== window.reason))}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      {free.length > 0 && (
        <Field label={t("policies.addWindow")}>
          {(control) => (
            <select
              {...control}
              value=""
              onChange={({ target }) => onChange([...windows, { reason: target.value, days: usual }])}
            >
              <option value="">{t("policies.chooseReason")}</option>
              {free.map((reason) => (
                <option key={reason} value={reason}>
                  {name(reason)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}
