import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import { proofKinds, reasons } from "../policy-lists.ts";
import type { PolicyText } from "../policy-text.ts";
import { LimitsField } from "./LimitsField.tsx";
import type { TextFields } from "./text-fields.ts";
import { Words } from "./Words.tsx";

/** What has to be shown before a policy pays: a proof, who somebody is, the state of the goods. */
export function ProofFields({ text, onChange }: TextFields) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("policies.field.proofNeeded")}>
        {(control) => (
          <select
            {...control}
            value={String(text.proofNeeded)}
            onChange={({ target }) => onChange({ proofNeeded: target.value === "true" })}
          >
            <option value="true">{t("policies.yes")}</option>
            <option value="false">{t("policies.no")}</option>
          </select>
        )}
      </Field>
      <Words
        label={t("policies.field.acceptedProofs")}
        none={t("policies.chooseProofs")}
        value={text.acceptedProofs}
        words={proofKinds.map((kind) => [kind, t(`proofKind.${kind}`)])}
        onChange={(kinds) => onChange({ acceptedProofs: (kinds ?? []) as PolicyText["acceptedProofs"] })}
      />
      <LimitsField
        label={t("policies.field.identityNeededAbove")}
        value={text.identityNeededAbove}
        onChange={(limits) => onChange({ identityNeededAbove: limits ?? [] })}
      />
      <Words
        label={t("policies.field.goodsStateNeededFor")}
        none={t("policies.noReasonAtAll")}
        value={text.goodsStateNeededFor}
        words={reasons.map((reason) => [reason, t(`caseReason.${reason}`)])}
        onChange={(chosen) => onChange({ goodsStateNeededFor: chosen ?? [] })}
      />
    </>
  );
}
