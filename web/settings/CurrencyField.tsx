import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/use-language.ts";
import { Field } from "../ui/Field.tsx";

/** Every currency that the browser has a name for, by its code. */
export function CurrencyField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (code: string) => void;
}) {
  const { t } = useTranslation();
  const names = new Intl.DisplayNames(useLanguage(), { type: "currency" });
  const codes = [...new Set([value, ...Intl.supportedValuesOf("currency")])].toSorted();
  return (
    <Field label={t("settings.currency")} hint={t("settings.currencyHint")}>
      {(control) => (
        <select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
          {codes.map((code) => (
            <option key={code} value={code}>
              {`${code} ${names.of(code) ?? ""}`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
