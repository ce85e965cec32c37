import type { ButtonHTMLAttributes } from "react";
import css from "./button.module.css";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** "primary" is the one filled button of a page, or of what floats above it. */
  readonly look?: "primary" | "quiet" | "ghost" | "link";
  readonly size?: "small" | "normal" | "big" | "touch";
  readonly wide?: boolean;
  /** The press is on its way; a second press would only say the same again. */
  readonly busy?: boolean;
}

export function Button({
  look = "quiet",
  size = "normal",
  wide = false,
  busy = false,
  type = "button",
  className,
  ...rest
}: ButtonProps) {
  const names = [css.button, css[look], css[size], wide ? css.wide : "", busy ? css.busy : "", className ?? ""];
  return (
    <button
      {...rest}
      type={type}
      className={names.join(" ")}
      aria-busy={busy}
      disabled={rest.disabled === true || busy}
    />
  );
}
