import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { Field } from "../ui/Field.tsx";

const MerchantCategoriesQuery = graphql(`
  query MerchantCategories {
    merchantCategories {
      code
      name
    }
  }
`);

/** Four digits, typed or found by the category's name. */
export function CategoryField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (code: string) => void;
}) {
  const { t } = useTranslation();
  const list = useId();
  const [{ data }] = useQuery({ query: MerchantCategoriesQuery });
  const named = data?.merchantCategories.find(({ code }) => code === value);
  return (
    <Field
      label={t("common.optional", { label: t("registry.category") })}
      hint={named === undefined ? t("registry.categoryHint") : t("registry.categoryNamed", named)}
    >
      {(control) => (
        <>
          <input
            {...control}
            list={list}
            inputMode="numeric"
            maxLength={4}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
          <datalist id={list}>
            {(data?.merchantCategories ?? []).map(({ code, name }) => (
              <option key={code} value={code}>
                {t("registry.categoryNamed", { code, name })}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
