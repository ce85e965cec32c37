import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Field } from "../ui/Field.tsx";
import { scopeName } from "./scope-name.ts";
import { type StaffRole, staffRoles } from "./staff-roles.ts";

const PlacementFieldsQuery = graphql(`
  query PlacementFields {
    merchants(first: 100) {
      edges {
        node {
          id
          name
          nameZh
        }
      }
    }
    institutions {
      id
      name
      nameZh
    }
  }
`);

export interface Placement {
  readonly role: StaffRole;
  readonly merchantId: string | null;
  readonly institutionId: string | null;
}

/** A role, and where the role asks for it the merchant or the bank. */
export function PlacementFields({
  value,
  onChange,
}: {
  readonly value: Placement;
  readonly onChange: (value: Placement) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [{ data }] = useQuery({ query: PlacementFieldsQuery });
  const merchants = data?.merchants.edges.map(({ node }) => node) ?? [];
  const scopes = value.role === "MERCHANT_VERIFIER" ? merchants : (data?.institutions ?? []);
  const isNarrow = value.role === "MERCHANT_VERIFIER" || value.role === "BANK_OFFICER";
  return (
    <>
      <Field label={t("people.role")}>
        {(control) => (
          <select
            {...control}
            value={value.role}
            onChange={({ target }) => {
              const role = staffRoles.find((one) => one === target.value) ?? value.role;
              onChange({ role, merchantId: null, institutionId: null });
            }}
          >
            {staffRoles.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {isNarrow && (
        <Field label={t(value.role === "MERCHANT_VERIFIER" ? "people.merchant" : "people.bank")}>
          {(control) => (
            <select
              {...control}
              required
              value={value.merchantId ?? value.institutionId ?? ""}
              onChange={({ target }) => {
                const id = target.value === "" ? null : target.value;
                onChange({
                  ...value,
                  ...(value.role === "MERCHANT_VERIFIER" ? { merchantId: id } : { institutionId: id }),
                });
              }}
            >
              <option value="">{t("people.choose")}</option>
              {scopes.map((scope) => (
                <option key={scope.id} value={scope.id}>
                  {scopeName(scope, language)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}
