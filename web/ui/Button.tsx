import { type ButtonHTMLAttributes, useLayoutEffect, useRef } from "react";
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
  const own = useKeptFocus(busy);
  const names = [css.button, css[look], css[size], wide ? css.wide : "", busy ? css.busy : "", className ?? ""];
  return (
    <button
      {...rest}
      ref={own}
      type={type}
      className={names.join(" ")}
      aria-busy={busy}
      disabled={rest.disabled === true || busy}
    />
  );
}

/** What is shut loses the focus. Whoever pressed has it again when the press did not lead away, unless they went on themselves. */
function useKeptFocus(busy: boolean) {
  const own = useRef<HTMLButtonElement>(null);
  const had = useRef(false);
  useLayoutEffect(
    function keepFocus() {
      if (busy) had.current = document.activeElement === own.current;
      else if (had.current && document.activeElement === document.body) own.current?.focus();
    },
    [busy],
  );
  return own;
}
