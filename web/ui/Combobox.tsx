import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import css from "./combobox.module.css";
import { isComposing } from "./is-composing.ts";

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What a `Field` gives to the control in it. */
export interface FieldControl {
  readonly id: string;
  readonly className: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

interface ComboboxProps {
  readonly control: FieldControl;
  /** What is chosen; its name is empty until it is known, which of what was chosen here it is at once. */
  readonly chosen: Choice | null;
  /** What it says while nothing is chosen, and how it is taken back; left out where one has to be chosen. */
  readonly any?: string | undefined;
  readonly choices: readonly Choice[];
  /** What is being looked for; null while the list is shut. */
  readonly typed: string | null;
  readonly onType: (typed: string | null) => void;
  readonly isAsking: boolean;
  /** More fit than are shown. */
  readonly isCut: boolean;
  readonly onChoose: (id: string | null) => void;
}

/** One of many, found by typing a part of its name: the pattern "combobox with a list" of the ARIA practices. */
export function Combobox(props: ComboboxProps) {
  const { control, chosen, any, choices, typed, onType, isAsking, isCut, onChoose } = props;
  const { t } = useTranslation();
  const list = useId();
  const [at, setAt] = useState(0);
  const [picked, setPicked] = useState<Choice | null>(null);
  const isOpen = typed !== null;
  const name = chosen?.name || (chosen !== null && picked?.id === chosen.id ? picked.name : "");
  const rows: readonly Choice[] = any !== undefined && typed === "" ? [{ id: "", name: any }, ...choices] : choices;
  const active = rows[Math.min(at, rows.length - 1)];

  function open(text: string): void {
    setAt(0);
    onType(text);
  }
  function choose(choice: Choice): void {
    setPicked(choice);
    onChoose(choice.id === "" ? null : choice.id);
    onType(null);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (!isOpen && event.key !== "ArrowDown") return;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (isOpen && rows.length > 0)
          setAt((Math.min(at, rows.length - 1) + (event.key === "ArrowDown" ? 1 : -1) + rows.length) % rows.length);
        if (!isOpen) open("");
        break;
      case "Enter":
        if (active !== undefined) choose(active);
        break;
      case "Escape":
        // It shuts the list, and not what the list stands in.
        event.stopPropagation();
        onType(null);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  return (
    <div className={css.box}>
      <input
        {...control}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active !== undefined ? `${list}-${active.id}` : undefined}
        autoComplete="off"
        spellCheck={false}
        // Somebody chosen whose name is not known yet is chosen all the same.
        required={any === undefined && chosen === null}
        placeholder={name || (any ?? t("pick.type"))}
        value={typed ?? name}
        onChange={({ target }) => open(target.value)}
        onClick={() => !isOpen && open("")}
        onKeyDown={onKeyDown}
        onBlur={() => onType(null)}
      />
      {isOpen && (
        <div className={css.popup}>
          <div id={list} role="listbox" aria-label={t("pick.list")}>
            {rows.map((row) => (
              <div
                key={row.id}
                id={`${list}-${row.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={row.id === (chosen?.id ?? "")}
                className={row === active ? css.active : undefined}
                ref={row === active ? (drawn) => drawn?.scrollIntoView?.({ block: "nearest" }) : undefined}
                // The focus stays where it is typed.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(row)}
                onKeyDown={onKeyDown}
              >
                {row.name}
              </div>
            ))}
          </div>
          <p role="status" className={css.said}>
            {isAsking ? t("common.loading") : rows.length === 0 ? t("pick.none") : isCut ? t("pick.more") : ""}
          </p>
        </div>
      )}
    </div>
  );
}
