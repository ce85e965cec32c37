import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import { nameIn } from "../../i18n/name-in.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Field } from "../../ui/Field.tsx";
import { learnerRoles } from "./learner-roles.ts";

const LearnerPlacesQuery = graphql(`
  query LearnerPlaces {
    learnerPlaces {
      id
      role
      name
      nameZh
    }
  }
`);

/** Whom a course is for, by what they are: all that is given must fit. */
export interface AudienceFilter {
  readonly role: (typeof learnerRoles)[number] | null;
  readonly merchantId: string | null;
  readonly institutionId: string | null;
  readonly joinedFrom: string | null;
}

export const anybody: AudienceFilter = { role: null, merchantId: null, institutionId: null, joinedFrom: null };

const EVERY = "EVERY";

/** A role, the merchant or the bank where the role is narrowed to one, and since when they are here. */
export function AudienceFields({
  value,
  every,
  required = false,
  onChange,
}: {
  /** Null: nobody has said yet whom it is for, which is not the same as everybody. */
  readonly value: AudienceFilter | null;
  /** What it says while no role is chosen. */
  readonly every: string;
  readonly required?: boolean;
  readonly onChange: (value: AudienceFilter) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { role, joinedFrom } = value ?? anybody;
  const asEvery = required ? "" : EVERY;
  const isPlaced = role === "MERCHANT_VERIFIER" || role === "BANK_OFFICER";
  const [{ data }] = useQuery({ query: LearnerPlacesQuery, pause: !isPlaced });
  const places = data?.learnerPlaces.filter((place) => place.role === role) ?? [];
  const place = role === "MERCHANT_VERIFIER" ? "merchantId" : "institutionId";
  return (
    <>
      <Field label={t("training.assign.role")}>
        {(control) => (
          <select
            {...control}
            required={required}
            value={value === null ? "" : (role ?? asEvery)}
            onChange={({ target }) =>
              onChange({ ...anybody, joinedFrom, role: learnerRoles.find((known) => known === target.value) ?? null })
            }
          >
            {value === null && <option value="">{t("training.assign.pickRole")}</option>}
            <option value={asEvery}>{every}</option>
            {learnerRoles.map((known) => (
              <option key={known} value={known}>
                {t(`role.${known}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {isPlaced && (
        <Field label={t(`training.assign.${place}`)}>
          {(control) => (
            <select
              {...control}
              value={value?.[place] ?? ""}
              onChange={({ target }) => onChange({ ...anybody, role, joinedFrom, [place]: target.value || null })}
            >
              <option value="">{t(`training.assign.every.${place}`)}</option>
              {places.map((each) => (
                <option key={each.id} value={each.id}>
                  {nameIn(language, each)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t("training.assign.joinedFrom")}>
        {(control) => (
          <input
            {...control}
            type="date"
            value={joinedFrom ?? ""}
            onChange={({ target }) => onChange({ ...(value ?? anybody), joinedFrom: target.value || null })}
          />
        )}
      </Field>
    </>
  );
}
