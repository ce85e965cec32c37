import { useTranslation } from "react-i18next";
import { LimitsField } from "./LimitsField.tsx";
import type { TextFields } from "./text-fields.ts";

/** Up to which amount each may decide alone. */
export function ApprovalFields({ text, onChange }: TextFields) {
  const { t } = useTranslation();
  return (
    <>
      <LimitsField
        label={t("policies.field.agentDecidesUpTo")}
        value={text.agentDecidesUpTo}
        onChange={(limits) => onChange({ agentDecidesUpTo: limits ?? [] })}
      />
      <LimitsField
        label={t("policies.field.supervisorGrantsUpTo")}
        value={text.supervisorGrantsUpTo}
        onChange={(limits) => onChange({ supervisorGrantsUpTo: limits ?? [] })}
      />
      <LimitsField
        label={t("policies.field.autoLimit")}
        value={text.autoLimit}
        onChange={(limits) => onChange({ autoLimit: limits })}
      />
    </>
  );
}
