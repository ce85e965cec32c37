import { useTranslation } from "react-i18next";
import type { FindingSeverity } from "../graphql/words.ts";
import { Field } from "../ui/Field.tsx";
import { Choice } from "./Choice.tsx";
import css from "./finding.module.css";
import { severities } from "./sample-words.ts";
import { useDeskPeople } from "./use-desk-people.ts";

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
  const people = useDeskPeople();
  return (
    <div className={css.terms}>
      <Choice<FindingSeverity>
        label={t("findings.severity")}
        value={terms.severity}
        options={severities.map((one) => [one, t(`findings.severities.${one}`)])}
        onChoose={(severity) => onChange({ ...terms, severity: severity ?? "MEDIUM" })}
      />
      <Choice
        label={t("findings.owner")}
        any={t("findings.choose")}
        value={terms.ownerId}
        options={people.map(({ id, name, role }) => [
          id,
          t("common.separated", { first: name, second: t(`role.${role}`) }),
        ])}
        onChoose={(ownerId) => onChange({ ...terms, ownerId: ownerId ?? "" })}
      />
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
