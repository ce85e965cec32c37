import type { ReactNode } from "react";
import css from "./asked-anew.module.css";

/** An answer that stays in sight while it is asked anew, and is seen not to be the present one. */
export function AskedAnew({ isPast, children }: { readonly isPast: boolean; readonly children: ReactNode }) {
  return (
    <div className={isPast ? css.past : undefined} aria-busy={isPast}>
      {children}
    </div>
  );
}
