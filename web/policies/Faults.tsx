import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Icon } from "../ui/Icon.tsx";
import type { DraftStateFragment } from "./DraftState.tsx";
import css from "./decision-table.module.css";

type Fault = ResultOf<typeof DraftStateFragment>["faults"][number];

/** What is unfinished in the whole text, place by place: the reason why it cannot be sent to review says how many. */
export function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const { t } = useTranslation();
  const said = ({ code, row }: Fault) => {
    if (row === null) return t(`policies.fault.${code}`);
    const what = t(code === "TEXT_MISSING" ? "policies.fault.rowText" : `policies.fault.${code}`);
    return t("policies.fault.inRow", { row, what });
  };
  if (faults.length === 0) return null;
  return (
    <div className={css.finding}>
      <Icon name="late" />
      <div>
        <strong>{t("policies.fault.title", { count: faults.length })}</strong>
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.code} ${fault.row}`}>{said(fault)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
