import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";

export type MovingTool = "pen" | "up" | "down";

interface RowToolsProps {
  readonly index: number;
  readonly last: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  /** By how many rows, and which tool was pressed for it. */
  readonly onMove: (by: number, tool: MovingTool) => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}

/** What can be done with one row of the table. Alt with the arrows moves it from its pen. */
export function RowTools({ index, last, isOpen, onOpen, onMove, onAdd, onRemove }: RowToolsProps) {
  const { t } = useTranslation();
  const row = index + 1;
  const moveByKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1, "pen");
  };
  const at = (tool: MovingTool) => ({ "data-row": index, "data-tool": tool });
  return (
    <>
      <Tool
        name={t("policies.editRow", { row })}
        {...at("pen")}
        onClick={onOpen}
        aria-expanded={isOpen}
        onKeyDown={moveByKey}
      >
        <Icon name="pen" />
      </Tool>
      <Tool
        name={t("policies.moveUp", { row })}
        {...at("up")}
        onClick={() => onMove(-1, "up")}
        aria-disabled={index === 0}
      >
        ↑
      </Tool>
      <Tool
        name={t("policies.moveDown", { row })}
        {...at("down")}
        onClick={() => onMove(1, "down")}
        aria-disabled={index === last}
      >
        ↓
      </Tool>
      <Tool name={t("policies.addBelow", { row })} onClick={onAdd}>
        <Icon name="plus" />
      </Tool>
      <Tool name={t("policies.removeRow", { row })} onClick={onRemove}>
        <Icon name="close" />
      </Tool>
    </>
  );
}

interface ToolProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** It keeps the focus: a row that has come to the end is still under the hand. */
  readonly "aria-disabled"?: boolean;
  readonly "aria-expanded"?: boolean;
  readonly "data-row"?: number;
  readonly "data-tool"?: MovingTool;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

function Tool({ name, ...button }: ToolProps) {
  return <Button size="small" look="ghost" aria-label={name} title={name} {...button} />;
}
