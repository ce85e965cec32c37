import { useTranslation } from "react-i18next";
import type { FindingSeverity } from "../graphql/words.ts";
import { deskStaff, PickStaff } from "../pick/PickStaff.tsx";
import { Field } from "../ui/Field.tsx";
import { Choice } from "./Choice.tsx";
import css from "./finding.module.css";
import { severities } from "./sample-words.ts";

export interface Terms {
  readonly severity: FindingSeverity;
  readonly ownerId: string;
  readonly dueOn: string;
}

export const noTerms: Terms = { severity: "MEDIUM", ownerId: "", dueOn: "" };

/** How grave a finding is, whose it is and by when. */
export function FindingTerms({
  terms,
  onChange,
}: {
  readonly terms: Terms;
  readonly onChange: (terms: Terms) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={css.terms}>
      <Choice<FindingSeverity>
        label={t("findings.severity")}
        value={terms.severity}
        options={severities.map((one) => [one, t(`findings.severities.${one}`)])}
        onChoose={(severity) => onChange({ ...terms, severity: severity ?? "MEDIUM" })}
      />
      <Field label={t("findings.owner")}>
        {(control) => (
          <PickStaff
            control={control}
            value={terms.ownerId === "" ? null : terms.ownerId}
            of={deskStaff}
            onChoose={(ownerId) => onChange({ ...terms, ownerId: ownerId ?? "" })}
          />
        )}
      </Field>
      <Field label={t("findings.dueOn")}>
        {(control) => (
          <input
            {...control}
            type="date"
            required
            value={terms.dueOn}
            onChange={({ target }) => onChange({ ...terms, dueOn: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
