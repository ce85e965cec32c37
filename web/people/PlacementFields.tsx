import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { nameIn } from "../i18n/name-in.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { PickMerchant } from "../pick/PickMerchant.tsx";
import { Field } from "../ui/Field.tsx";
import { type StaffRole, staffRoles } from "./staff-roles.ts";

const PlacementFieldsQuery = graphql(`
  query PlacementFields {
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
      {value.role === "MERCHANT_VERIFIER" && (
        <Field label={t("people.merchant")}>
          {(control) => (
            <PickMerchant
              control={control}
              value={value.merchantId}
              onChoose={(merchantId) => onChange({ ...value, merchantId })}
            />
          )}
        </Field>
      )}
      {value.role === "BANK_OFFICER" && (
        <Field label={t("people.bank")}>
          {(control) => (
            <select
              {...control}
              required
              value={value.institutionId ?? ""}
              onChange={({ target }) => onChange({ ...value, institutionId: target.value || null })}
            >
              <option value="">{t("people.choose")}</option>
              {(data?.institutions ?? []).map((bank) => (
                <option key={bank.id} value={bank.id}>
                  {nameIn(language, bank)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}
