import css from "./decision-table.module.css";
import { askingColumns, ColumnFields, followingColumns } from "./fields/RowFields.tsx";
import type { TableRow } from "./policy-text.ts";

/** One row with a control for every column; the last line asks nothing. */
export function RowForm({
  row,
  asks = true,
  onChange,
}: {
  readonly row: TableRow;
  readonly asks?: boolean;
  readonly onChange: (row: TableRow) => void;
}) {
  return (
    <div className={css.form}>
      {[...(asks ? askingColumns : []), ...followingColumns].map((column) => (
        <ColumnFields key={column} column={column} row={row} onChange={onChange} />
      ))}
    </div>
  );
}
