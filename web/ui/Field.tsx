import { type ReactNode, useId } from "react";
import css from "./field.module.css";

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Why what stands in the field will not do. */
  readonly error?: string | undefined;
  readonly children: (control: {
    readonly id: string;
    readonly "aria-describedby"?: string;
    readonly "aria-invalid"?: true;
    readonly className: string;
  }) => ReactNode;
}

/** A labelled control with its hint and its fault, tied together for readers of the screen. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        className: css.control ?? "",
        ...(note !== undefined && { "aria-describedby": `${id}-note` }),
        ...(error !== undefined && { "aria-invalid": true as const }),
      })}
      {note !== undefined && (
        <p
          id={`${id}-note`}
          className={error === undefined ? css.hint : css.error}
          role={error === undefined ? undefined : "alert"}
        >
          {note}
        </p>
      )}
    </div>
  );
}
