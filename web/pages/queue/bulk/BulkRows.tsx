import { useTranslation } from "react-i18next";
import { Icon } from "../../../ui/Icon.tsx";
import css from "./bulk.module.css";
import type { BulkAction } from "./bulk-actions.ts";
import { type BulkOutcome, type PreviewRow, troubleOf } from "./run-bulk.ts";

/** Each case with what will happen to it, or what did. Those that are left as they are come first: they are what to read. */
export function BulkRows({
  action,
  rows,
  going,
  outcome,
}: {
  readonly action: BulkAction;
  readonly rows: readonly PreviewRow[];
  /** Those that it is done on. */
  readonly going: readonly PreviewRow[];
  readonly outcome: BulkOutcome | null;
}) {
  const { t } = useTranslation();
  const lines = rows
    .map((row) => ({ row, ...lineOf(row) }))
    .sort((left, right) => Number(left.isFine) - Number(right.isFine));
  return (
    <div className={css.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("bulk.columns.case")}</th>
            <th scope="col">{t(outcome === null ? "bulk.columns.what" : "bulk.columns.became")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, isFine, text }) => (
            <tr key={row.case.id} data-fine={isFine}>
              <th scope="row">
                {row.case.customer?.name ?? t("caseOrigin.BANK")} <span className="whole">{row.case.number}</span>
              </th>
              <td className={css.what}>
                <div>
                  <Icon name={isFine ? "check" : "lock"} size="s" />
                  <span>{text}</span>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function willBe(row: PreviewRow): string {
    if (action !== "ASSIGN") return t(`bulk.will.${action}`);
    const { assignee } = row.case;
    return assignee === null ? t("bulk.freeToAssign") : t("bulk.will.ASSIGN", { assignee: assignee.name });
  }

  function staysAsItIs({ case: { assignee } }: PreviewRow): string {
    return assignee === null ? t("bulk.staysFree") : t("bulk.unchanged", { assignee: assignee.name });
  }

  function lineOf(row: PreviewRow): { readonly isFine: boolean; readonly text: string } {
    if (!row.allowed) return { isFine: false, text: row.reasons.map(({ message }) => message).join(" ") };
    // No answer yet, to any or to this one.
    if (outcome?.rows.some(({ caseId }) => caseId === row.case.id) !== true)
      return going.includes(row) ? { isFine: true, text: willBe(row) } : { isFine: false, text: staysAsItIs(row) };
    const trouble = troubleOf(outcome, row.case.id);
    return trouble === null ? { isFine: true, text: t("bulk.done") } : { isFine: false, text: trouble };
  }
}
