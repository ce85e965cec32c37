import type { ReactNode } from "react";
import css from "./asked-anew.module.css";

/** An answer that stays in sight while it is asked anew, and is seen not to be the present one. */
export function AskedAnew({
  isPast,
  className = "",
  children,
}: {
  readonly isPast: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={`${className} ${isPast ? css.past : ""}`} aria-busy={isPast}>
      {children}
    </div>
  );
}
