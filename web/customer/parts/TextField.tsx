import { type HTMLAttributes, type ReactNode, useId } from "react";
import { focusWhenDrawn } from "../../ui/focus-when-drawn.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useReader } from "../texts/reader.ts";
import css from "./text-field.module.css";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  readonly error?: string | null;
  readonly optional?: boolean;
  readonly type?: "text" | "date" | "tel" | "email";
  readonly inputMode?: HTMLAttributes<HTMLInputElement>["inputMode"];
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly max?: string;
  readonly rows?: number;
  readonly takesFocus?: boolean;
  /** Stands before the value in the same frame, such as a currency. */
  readonly before?: ReactNode;
  /** Stands behind the value in the same frame, such as another way to fill it in. */
  readonly after?: ReactNode;
}

/** A label, a field of 52 pixels, and below it what helps or what is wrong. */
export function TextField({
  label,
  value,
  onChange,
  help,
  error,
  optional,
  rows,
  takesFocus,
  before,
  after,
  ...rest
}: Props) {
  const { t } = useReader();
  const id = useId();
  const shared = {
    id,
    value,
    ref: takesFocus === true ? focusWhenDrawn : undefined,
    "aria-invalid": error != null,
    "aria-describedby": `${id}-note`,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
  return (
    <div className={css.field}>
      <label htmlFor={id}>
        {label}
        {optional && <span className={css.optional}>{t.optional}</span>}
      </label>
      <div className={`${css.frame} ${error == null ? "" : css.wrong}`}>
        {before}
        {rows === undefined ? <input type="text" {...rest} {...shared} /> : <textarea rows={rows} {...shared} />}
        {after}
      </div>
      <p id={`${id}-note`} className={error == null ? css.help : css.error}>
        {error == null ? (
          help
        ) : (
          <>
            <Icon name="late" /> {error}
          </>
        )}
      </p>
    </div>
  );
}
