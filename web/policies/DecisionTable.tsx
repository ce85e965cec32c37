import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/use-language.ts";
import { Icon, type IconName } from "../ui/Icon.tsx";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import { AmountCell, AnswerCell, DaysCell, OtherCell, ReasonCell } from "./CellText.tsx";
import css from "./decision-table.module.css";
import type { TableRow } from "./policy-text.ts";

const outcomeIcons: Record<TableRow["outcome"], IconName> = { APPROVE: "check", DECLINE: "close", REVIEW: "people" };

/** The table as it is read: a row's cells, what follows, and the same as a sentence beside it. */
export function DecisionTable({
  rows,
  otherwise,
  changed,
  tools,
  below,
}: {
  readonly rows: readonly TableRow[];
  readonly otherwise: TableRow;
  /** Rows that read otherwise than in the version before, from one. */
  readonly changed: ReadonlySet<number>;
  readonly tools?: (index: number) => ReactNode;
  /** What stands open under a row, e.g. its form. */
  readonly below?: (index: number) => ReactNode;
}) {
  const { t } = useTranslation();
  const columns = ["number", "reason", "amount", "shop", "days", "other", "outcome", "words"] as const;
  return (
    <ScrollBox label={t("policies.table")}>
      <table className={css.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`policies.column.${column}`)}
              </th>
            ))}
            {tools !== undefined && <th scope="col">{t("policies.column.tools")}</th>}
          </tr>
        </thead>
        <tbody>
          {numbered(rows).map(({ row, number }) => (
            <Row
              key={number}
              row={row}
              number={number}
              changed={changed.has(number)}
              tools={tools?.(number - 1)}
              below={below?.(number - 1)}
            />
          ))}
          <Row row={otherwise} number={null} changed={false} tools={tools === undefined ? undefined : ""} />
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** A row has no name but its place. */
function numbered(rows: readonly TableRow[]) {
  return rows.map((row, index) => ({ row, number: index + 1 }));
}

function Row({
  row,
  number,
  changed,
  tools,
  below,
}: {
  row: TableRow;
  number: number | null;
  changed: boolean;
  tools?: ReactNode;
  below?: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const said = (text: TableRow["because"]) => (language === "en" ? text.en : text.zh);
  const open = below !== undefined && below !== null;
  return (
    <>
      <tr className={changed ? css.changed : undefined}>
        <td className={css.number}>{number ?? t("policies.otherwise")}</td>
        <td>
          <ReasonCell when={row.when} />
        </td>
        <td>
          <AmountCell when={row.when} />
        </td>
        <td>
          <AnswerCell when={row.when} />
        </td>
        <td>
          <DaysCell when={row.when} />
        </td>
        <td>
          <OtherCell when={row.when} />
        </td>
        <td>
          <span className={`${css.outcome} ${css[row.outcome] ?? ""}`}>
            <Icon name={outcomeIcons[row.outcome]} />
            {row.straightThrough ? t("policies.atOnce") : t(`policies.outcome.${row.outcome}`)}
          </span>
        </td>
        <td className={css.words}>
          {said(row.sentence)}
          <p className={css.because}>{said(row.because)}</p>
        </td>
        {tools !== undefined && <td className={css.tools}>{tools}</td>}
      </tr>
      {open && (
        <tr>
          <td colSpan={9}>{below}</td>
        </tr>
      )}
    </>
  );
}
