import type { ReactNode } from "react";
import css from "./part.module.css";

/** One section of a page's right-hand side, with what sums it up at the end of its heading. */
export function Part({
  title,
  aside,
  lifted = false,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly lifted?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className={`${css.part} ${lifted ? css.lifted : ""}`} aria-label={title}>
      <div className={css.heading}>
        <h2>{title}</h2>
        {aside !== undefined && <span className={css.aside}>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
