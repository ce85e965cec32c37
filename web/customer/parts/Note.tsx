import type { ReactNode } from "react";
import { Icon } from "../../ui/Icon.tsx";
import css from "./note.module.css";

interface Props {
  readonly tone: "problem" | "good" | "ask";
  readonly title?: string;
  readonly children?: ReactNode;
}

const marks = { problem: "late", good: "check", ask: null } as const;

/** What must not be overlooked; a problem is read aloud at once. */
export function Note({ tone, title, children }: Props) {
  const mark = marks[tone];
  return (
    <div className={`${css.note} ${css[tone]}`} role={tone === "problem" ? "alert" : undefined}>
      {title !== undefined && (
        <b className={css.title}>
          {mark !== null && <Icon name={mark} />}
          {title}
        </b>
      )}
      {children}
    </div>
  );
}
