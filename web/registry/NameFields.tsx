import { useTranslation } from "react-i18next";
import { Field } from "../ui/Field.tsx";

export interface Names {
  readonly name: string;
  readonly nameZh: string;
}

/** What something of the registers is called, in both languages. */
export function NameFields({ value, onChange }: { readonly value: Names; readonly onChange: (names: Names) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("registry.name")}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={100}
            value={value.name}
            onChange={({ target }) => onChange({ ...value, name: target.value })}
          />
        )}
      </Field>
      <Field label={t("common.optional", { label: t("registry.nameZh") })}>
        {(control) => (
          <input
            {...control}
            maxLength={100}
            value={value.nameZh}
            onChange={({ target }) => onChange({ ...value, nameZh: target.value })}
          />
        )}
      </Field>
    </>
  );
}
