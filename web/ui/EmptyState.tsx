import type { ReactNode } from "react";
import css from "./empty-state.module.css";

/** Nothing here: says what would appear, and what to do. */
export function EmptyState({
  title,
  hint,
  action,
}: {
  readonly title: string;
  readonly hint: string;
  readonly action?: ReactNode;
}) {
  return (
    <div className={css.empty}>
      <p className={css.title}>{title}</p>
      <p className={css.hint}>{hint}</p>
      {action}
    </div>
  );
}
