import type { ReactNode } from "react";
import css from "./standing-mark.module.css";
import type { Standing } from "./training-words.ts";

/** Each standing has a shape of its own; colour comes last. Valid is pale, gaps are loud. */
const drawings: Record<Standing, ReactNode> = {
  VALID: (
    <>
      <circle cx="10" cy="10" r="7" className={css.filled} />
      <path d="m6.8 10.2 2.2 2.2 4.2-4.6" className={css.inner} />
    </>
  ),
  LAPSING: (
    <>
      <circle cx="10" cy="10" r="6.5" />
      <path d="M10 10V3.5a6.5 6.5 0 0 1 6.5 6.500z" className={css.filled} />
    </>
  ),
  LAPSED: (
    <>
      <path d="M10 2.8 17.2 10 10 17.2 2.8 10z" className={css.filled} />
      <path d="m7.7 7.7 4.6 4.600M12.3 7.700l-4.6 4.6" className={css.inner} />
    </>
  ),
  MISSING: <circle cx="10" cy="10" r="6.5" strokeDasharray="2.7 2.4" />,
  OVERDUE: <path d="M10 3.200 17.500 16.500H2.500zM10 8v4M10 14.300v.1" />,
  ASSIGNED: <path d="M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM10 6.5V10l2.2 1.5" />,
  NOT_NEEDED: <path d="M7.5 10h5" />,
};

export function StandingMark({ standing }: { readonly standing: Standing }) {
  return (
    <svg className={`${css.mark} ${css[standing]}`} viewBox="0 0 20 20" aria-hidden="true">
      {drawings[standing]}
    </svg>
  );
}
