import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import css from "./settings.module.css";

export const SettingsHistoryFragment = graphql(`
  fragment SettingsHistory_event on DeskSettingsEvent {
    id
    at
    by {
      id
      name
    }
    changes {
      field
      before
      after
    }
  }
`);

/** Who changed which setting, from what to what; the latest first. */
export function SettingsHistory({
  events,
}: {
  readonly events: readonly FragmentOf<typeof SettingsHistoryFragment>[];
}) {
  const { t } = useTranslation();
  const history = readFragment(SettingsHistoryFragment, events);
  const shown = (value: string | null) => value ?? t("settings.empty");
  return (
    <section className={css.part} aria-label={t("settings.history")}>
      <h2>{t("settings.history")}</h2>
      {history.length === 0 && <p className={css.quiet}>{t("settings.noHistory")}</p>}
      <ul className={css.history}>
        {history.map(({ id, at, by, changes }) => (
          <li key={id}>
            {changes.map(({ field, before, after }) => (
              <p key={field}>
                {t("settings.change", {
                  field: t(`settings.field.${field}`),
                  ...{ before: shown(before), after: shown(after) },
                })}
              </p>
            ))}
            <p className={css.quiet}>
              {by === null ? exactText(at) : t("common.separated", { first: by.name, second: exactText(at) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
