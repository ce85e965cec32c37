import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../../../graphql/graphql.ts";
import { nameIn } from "../../../i18n/name-in.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { PickMerchant } from "../../../pick/PickMerchant.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Segments } from "../../../ui/Segments.tsx";

const EndpointOwnersQuery = graphql(`
  query EndpointOwners {
    institutions {
      id
      code
      name
      nameZh
    }
    webhookProviders {
      code
      name
    }
  }
`);

export const ownerKinds = ["MERCHANT", "BANK", "PROVIDER"] as const;
export interface Owner {
  readonly kind: (typeof ownerKinds)[number];
  /** Empty: none is chosen yet. */
  readonly id: string;
}

/** Whose endpoint it is: a merchant is searched for, of the others there are few. */
export function OwnerField({ value, onChange }: { readonly value: Owner; readonly onChange: (owner: Owner) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [{ data }] = useQuery({ query: EndpointOwnersQuery });
  const few = {
    MERCHANT: [],
    BANK: (data?.institutions ?? []).map((bank) => [bank.id, `${nameIn(language, bank)} (${bank.code})`] as const),
    PROVIDER: (data?.webhookProviders ?? []).map(({ code, name }) => [code, name] as const),
  }[value.kind];

  return (
    <>
      <Segments
        legend={t("webhooks.ownerKind")}
        value={value.kind}
        onChange={(kind) => onChange({ kind, id: "" })}
        options={ownerKinds.map((kind) => ({ value: kind, label: t(`webhooks.kind.${kind}`) }))}
      />
      <Field label={t("webhooks.owner")}>
        {(control) =>
          value.kind === "MERCHANT" ? (
            <PickMerchant
              control={control}
              value={value.id || null}
              onChoose={(id) => onChange({ ...value, id: id ?? "" })}
            />
          ) : (
            <select
              {...control}
              required
              value={value.id}
              onChange={({ target }) => onChange({ ...value, id: target.value })}
            >
              <option value="">{t("webhooks.choose")}</option>
              {few.map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )
        }
      </Field>
    </>
  );
}
