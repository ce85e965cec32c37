import { Field } from "../ui/Field.tsx";

/** One of some words, each with what the reader sees of it. */
export function Choice({
  label,
  hint,
  value,
  words,
  none,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string | null;
  readonly words: readonly (readonly [string, string])[];
  /** What it says when the case does not tell; left out where it must. */
  readonly none?: string;
  readonly onChange: (value: string | null) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <select {...control} value={value ?? ""} onChange={({ target }) => onChange(target.value || null)}>
          {none !== undefined && <option value="">{none}</option>}
          {words.map(([word, text]) => (
            <option key={word} value={word}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
