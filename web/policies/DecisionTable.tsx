import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/use-language.ts";
import { Icon, type IconName } from "../ui/Icon.tsx";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import { useMedia } from "../ui/use-media.ts";
import { AmountCell, AnswerCell, DaysCell, OtherCell, ReasonCell } from "./CellText.tsx";
import css from "./decision-table.module.css";
import { EditCell, moveInGrid } from "./EditCell.tsx";
import { askingColumns, type Column, followingColumns } from "./fields/RowFields.tsx";
import type { TableRow } from "./policy-text.ts";

const outcomeIcons: Record<TableRow["outcome"], IconName> = { APPROVE: "check", DECLINE: "close", REVIEW: "people" };

/** The table: a row's cells, what follows, and the same as a sentence beside it; where it is written, each cell opens its control. */
export function DecisionTable({
  rows,
  otherwise,
  changed,
  tools,
  below,
  onRow,
}: {
  readonly rows: readonly TableRow[];
  readonly otherwise: TableRow;
  /** Rows that read otherwise than in the version before, from one. */
  readonly changed: ReadonlySet<number>;
  readonly tools?: (index: number) => ReactNode;
  /** What stands open under a row, e.g. its form. */
  readonly below?: (index: number) => ReactNode;
  /** Takes a row as it was changed in one of its cells; left out where the table is only read. The last line is null. */
  readonly onRow?: (index: number | null, row: TableRow) => void;
}) {
  const { t } = useTranslation();
  const columns = ["number", ...askingColumns, ...followingColumns] as const;
  return (
    <ScrollBox label={t("policies.table")}>
      <table
        className={css.table}
        onKeyDown={(event) => {
          const next = moveInGrid(event);
          if (next === null) return;
          event.preventDefault();
          next.focus();
        }}
      >
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
              onChange={onRow && ((to) => onRow(number - 1, to))}
            />
          ))}
          <Row
            row={otherwise}
            number={null}
            changed={false}
            tools={tools === undefined ? undefined : ""}
            onChange={onRow && ((to) => onRow(null, to))}
          />
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
  onChange,
}: {
  row: TableRow;
  number: number | null;
  changed: boolean;
  tools?: ReactNode;
  below?: ReactNode;
  onChange?: ((row: TableRow) => void) | undefined;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const said = (text: TableRow["because"]) => (language === "en" ? text.en : text.zh);
  const open = below !== undefined && below !== null;
  // Five cells are not shown there; spanned, they would be columns all the same, and take the room of the words.
  const isNarrow = useMedia("(max-width: 1000px)");
  const { when } = row;
  const shown: Record<Column, ReactNode> = {
    reason: <ReasonCell when={when} />,
    amount: <AmountCell when={when} />,
    shop: <AnswerCell when={when} />,
    days: <DaysCell when={when} />,
    other: <OtherCell when={when} />,
    outcome: (
      <span className={`${css.outcome} ${css[row.outcome] ?? ""}`}>
        <Icon name={outcomeIcons[row.outcome]} />
        {row.straightThrough ? t("policies.atOnce") : t(`policies.outcome.${row.outcome}`)}
      </span>
    ),
    words: (
      <>
        {said(row.sentence)}
        <span className={css.because}>{said(row.because) || t("policies.noReason")}</span>
      </>
    ),
  };
  // The last line asks nothing: it is what holds where no row fits.
  const isOpenTo = (column: Column) => number !== null || followingColumns.some((one) => one === column);
  return (
    <>
      <tr className={changed ? css.changed : undefined}>
        <td className={css.number}>{number ?? t("policies.otherwise")}</td>
        {[...askingColumns, ...followingColumns].map((column) => (
          <td key={column} className={column === "words" ? css.words : undefined}>
            {onChange !== undefined && isOpenTo(column) ? (
              <EditCell column={column} number={number} row={row} onChange={onChange}>
                {shown[column]}
              </EditCell>
            ) : (
              shown[column]
            )}
          </td>
        ))}
        {tools !== undefined && <td className={css.tools}>{tools}</td>}
      </tr>
      {open && (
        <tr>
          <td colSpan={(tools === undefined ? 8 : 9) - (isNarrow ? 5 : 0)}>{below}</td>
        </tr>
      )}
    </>
  );
}
