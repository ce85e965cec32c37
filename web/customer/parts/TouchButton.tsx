import type { ReactNode } from "react";
import css from "./touch-button.module.css";

interface Props {
  readonly children: ReactNode;
  readonly look?: "filled" | "outlined" | "quiet";
  readonly type?: "button" | "submit";
  readonly busy?: boolean;
  readonly onClick?: () => void;
}

/** A target of 48 pixels. While it works it can be reached, but does nothing a second time. */
export function TouchButton({ children, look = "outlined", type = "button", busy = false, onClick }: Props) {
  return (
    <button
      type={type}
      className={`${css.button} ${css[look]}`}
      aria-disabled={busy}
      aria-busy={busy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </button>
  );
}
