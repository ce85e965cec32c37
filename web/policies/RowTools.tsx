import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";

interface RowToolsProps {
  readonly index: number;
  readonly last: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onMove: (by: number) => void;
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
    onMove(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <>
      <Tool
        name={t("policies.editRow", { row })}
        data-pen={index}
        onClick={onOpen}
        aria-expanded={isOpen}
        onKeyDown={moveByKey}
      >
        <Icon name="pen" />
      </Tool>
      <Tool name={t("policies.moveUp", { row })} onClick={() => onMove(-1)} disabled={index === 0}>
        ↑
      </Tool>
      <Tool name={t("policies.moveDown", { row })} onClick={() => onMove(1)} disabled={index === last}>
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
  readonly disabled?: boolean;
  readonly "aria-expanded"?: boolean;
  readonly "data-pen"?: number;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

function Tool({ name, ...button }: ToolProps) {
  return <Button size="small" look="ghost" aria-label={name} title={name} {...button} />;
}
