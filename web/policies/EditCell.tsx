import { Popover } from "antd";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import css from "./decision-table.module.css";
import { type Column, ColumnFields } from "./fields/RowFields.tsx";
import type { TableRow } from "./policy-text.ts";

/** A cell that opens the control of its column in its place; Escape, or a press elsewhere, leaves it. */
export function EditCell({
  column,
  number,
  row,
  onChange,
  children,
}: {
  readonly column: Column;
  /** From one; null for the last line. */
  readonly number: number | null;
  readonly row: TableRow;
  readonly onChange: (row: TableRow) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLFieldSetElement>(null);
  const label = t("policies.cell", { column: t(`policies.column.${column}`), row: number ?? t("policies.otherwise") });
  const leave = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      // Only now is it in sight, and can have the focus.
      afterOpenChange={(isOpen) => {
        if (isOpen) box.current?.querySelector<HTMLElement>("input, select, textarea")?.focus({ preventScroll: true });
      }}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={
        <fieldset
          aria-label={label}
          className={css.editor}
          ref={box}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            leave();
          }}
        >
          <ColumnFields column={column} row={row} onChange={onChange} />
          <div>
            <Button size="small" onClick={leave}>
              {t("policies.leaveCell")}
            </Button>
          </div>
        </fieldset>
      }
    >
      <button ref={button} type="button" className={css.cell} aria-expanded={open} data-cell={column}>
        <span className="quiet">{label}</span> {children}
      </button>
    </Popover>
  );
}

/** The arrows go from cell to cell, as in any grid. */
export function moveInGrid({ key, altKey, target }: React.KeyboardEvent): HTMLElement | null {
  const cell = target instanceof HTMLElement && target.dataset["cell"] !== undefined ? target.closest("td") : null;
  if (cell === null || altKey) return null;
  const buttonIn = (to: Element | null | undefined) => to?.querySelector<HTMLElement>("[data-cell]") ?? null;
  if (key === "ArrowLeft") return buttonIn(cell.previousElementSibling);
  if (key === "ArrowRight") return buttonIn(cell.nextElementSibling);
  const rows = [...(cell.closest("tbody")?.rows ?? [])].filter((row) => row.querySelector("[data-cell]") !== null);
  const at = rows.findIndex((row) => row.contains(cell));
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  return step === 0 ? null : buttonIn(rows[at + step]?.cells[cell.cellIndex]);
}
