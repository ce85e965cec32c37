import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";

/** Any of some words; none chosen asks nothing. */
export function Words({
  label,
  none,
  value,
  words,
  onChange,
}: {
  readonly label: string;
  /** What it says while nothing is chosen. */
  readonly none?: string;
  readonly value: readonly string[] | null;
  readonly words: readonly (readonly [string, string])[];
  readonly onChange: (chosen: string[] | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <Field label={label}>
      {({ id }) => (
        <Select
          id={id}
          mode="multiple"
          allowClear
          optionFilterProp="label"
          placeholder={none ?? t("policies.any")}
          value={[...(value ?? [])]}
          options={words.map(([word, text]) => ({ value: word, label: text }))}
          onChange={(chosen: string[]) => onChange(chosen.length === 0 ? null : chosen)}
        />
      )}
    </Field>
  );
}
