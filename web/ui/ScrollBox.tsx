import type { ReactNode } from "react";
import css from "./scroll-box.module.css";

/** Scrolls what is wider than the page by itself, and can be reached and moved without a mouse. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className={css.box} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
