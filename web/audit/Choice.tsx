import { Field } from "../ui/Field.tsx";

/** One of a list, or any of them. */
export function Choice<W extends string>({
  label,
  any,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  /** What it says when nothing is chosen; left out where something always is. */
  readonly any?: string;
  readonly value: W | null;
  readonly options: readonly (readonly [W, string])[];
  readonly onChoose: (value: W | null) => void;
}) {
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          value={value ?? ""}
          onChange={({ target }) => onChoose(options.find(([word]) => word === target.value)?.[0] ?? null)}
        >
          {any !== undefined && <option value="">{any}</option>}
          {options.map(([word, name]) => (
            <option key={word} value={word}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
