import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import type { PolicyText } from "../policy-text.ts";
import { FeeFields } from "./FeeFields.tsx";
import type { TextFields } from "./text-fields.ts";

/** What a refund costs, and who bears it. */
export function CostFields({ text, onChange }: TextFields) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("policies.field.feesBorneBy")}>
        {(control) => (
          <select
            {...control}
            value={text.feesBorneBy}
            onChange={({ target }) => onChange({ feesBorneBy: target.value as PolicyText["feesBorneBy"] })}
          >
            {(["MERCHANT", "CUSTOMER"] as const).map((bearer) => (
              <option key={bearer} value={bearer}>
                {t(`policies.bearer.${bearer}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FeeFields text={text} onChange={onChange} />
    </>
  );
}
