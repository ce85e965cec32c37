import type { ReactNode } from "react";
import css from "./empty-state.module.css";

/** Nothing here: says what would appear, and what to do. */
export function EmptyState({
  title,
  hint,
  action,
  isPage = false,
}: {
  readonly title: string;
  readonly hint: string;
  readonly action?: ReactNode;
  /** It is all there is on the page, so its title is the page's. */
  readonly isPage?: boolean;
}) {
  return (
    <div className={isPage ? `${css.empty} ${css.page}` : css.empty}>
      {isPage ? <h1 className={css.title}>{title}</h1> : <p className={css.title}>{title}</p>}
      <p className={css.hint}>{hint}</p>
      {action}
    </div>
  );
}
