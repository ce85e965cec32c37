import { useTranslation } from "react-i18next";
import { Field } from "../ui/Field.tsx";

/** What a kept test is about. */
export function TestName({
  value,
  hint,
  onChange,
}: {
  readonly value: string;
  readonly hint: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Field label={t("policies.test.name")} hint={hint}>
      {(control) => (
        <input {...control} required maxLength={200} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}
