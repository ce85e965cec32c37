import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { DecisionTable } from "./DecisionTable.tsx";
import css from "./policy-document.module.css";
import { newRow, type PolicyText, type TableRow } from "./policy-text.ts";
import { RowForm } from "./RowForm.tsx";
import { type MovingTool, RowTools } from "./RowTools.tsx";

/** The decision table of a draft: rows are changed in their place, moved, added and taken away. */
export function DraftTable({
  text,
  changed,
  findings,
  onChange,
}: {
  readonly text: PolicyText;
  readonly changed: ReadonlySet<number>;
  /** What the checks say of the table, shown below it. */
  readonly findings: ReactNode;
  readonly onChange: (change: Partial<PolicyText>) => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number | null>(null);
  const { rows } = text;
  /** The row that was moved just now, and by which tool: whoever moves it on finds the same tool under the hand. */
  const moved = useRef<{ readonly row: number; readonly tool: MovingTool } | null>(null);
  useEffect(function followRow() {
    if (moved.current === null) return;
    const { row, tool } = moved.current;
    document.querySelector<HTMLElement>(`[data-row="${row}"][data-tool="${tool}"]`)?.focus();
    moved.current = null;
  });
  const setRows = (to: readonly TableRow[]) => onChange({ rows: [...to] });
  const put = (at: number, row: TableRow) => setRows(rows.map((each, index) => (index === at ? row : each)));

  function move(from: number, by: number, tool: MovingTool): void {
    const to = from + by;
    const row = rows[from];
    if (row === undefined || to < 0 || to >= rows.length) return;
    const rest = rows.filter((_, at) => at !== from);
    setRows([...rest.slice(0, to), row, ...rest.slice(to)]);
    if (open === from) setOpen(to);
    if (open === to) setOpen(from);
    moved.current = { row: to, tool };
  }

  function add(at: number): void {
    setRows([...rows.slice(0, at), newRow(), ...rows.slice(at)]);
    setOpen(at);
  }

  function remove(at: number): void {
    setRows(rows.filter((_, index) => index !== at));
    setOpen(null);
  }

  return (
    <>
      <p className={css.meta}>{t("policies.tableHow")}</p>
      <DecisionTable
        rows={rows}
        otherwise={text.otherwise}
        changed={changed}
        onRow={(index, row) => (index === null ? onChange({ otherwise: row }) : put(index, row))}
        tools={(index) => (
          <RowTools
            index={index}
            last={rows.length - 1}
            isOpen={open === index}
            onOpen={() => setOpen(open === index ? null : index)}
            onMove={(by, tool) => move(index, by, tool)}
            onAdd={() => add(index + 1)}
            onRemove={() => remove(index)}
          />
        )}
        below={(index) =>
          open === index && rows[index] !== undefined ? (
            <RowForm key={index} row={rows[index]} onChange={(row) => put(index, row)} />
          ) : null
        }
      />
      {findings}
      <div>
        <Button size="small" onClick={() => add(rows.length)}>
          <Icon name="plus" /> {t("policies.addRow")}
        </Button>
      </div>
    </>
  );
}
