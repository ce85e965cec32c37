import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../../../graphql/graphql.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Field } from "../../../ui/Field.tsx";
import { Segments } from "../../../ui/Segments.tsx";
import { useSettled } from "../../../ui/use-settled.ts";

const EndpointOwnersQuery = graphql(`
  query EndpointOwners($text: String) {
    merchants(first: 20, filter: { text: $text }) {
      edges {
        node {
          id
          number
          name
          nameZh
        }
      }
    }
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
  const [text, setText] = useState("");
  const asked = useSettled(text.trim(), 250);
  const [{ data }] = useQuery({ query: EndpointOwnersQuery, variables: { text: asked === "" ? null : asked } });
  const nameOf = ({ name, nameZh }: { readonly name: string; readonly nameZh: string | null }) =>
    language === "zh-CN" ? (nameZh ?? name) : name;
  const options = {
    MERCHANT: (data?.merchants.edges ?? []).map(({ node }) => [node.id, `${nameOf(node)} (${node.number})`] as const),
    BANK: (data?.institutions ?? []).map((bank) => [bank.id, `${nameOf(bank)} (${bank.code})`] as const),
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
      {value.kind === "MERCHANT" && (
        <Field label={t("webhooks.findMerchant")}>
          {(control) => (
            <input
              {...control}
              type="search"
              maxLength={100}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
      )}
      <Field label={t("webhooks.owner")}>
        {(control) => (
          <select
            {...control}
            required
            value={options.some(([id]) => id === value.id) ? value.id : ""}
            onChange={({ target }) => onChange({ ...value, id: target.value })}
          >
            <option value="">{t("webhooks.choose")}</option>
            {options.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
