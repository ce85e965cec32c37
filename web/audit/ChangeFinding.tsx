import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { FindingTerms, type Terms } from "./FindingTerms.tsx";
import css from "./finding.module.css";

const ChangeFindingMutation = graphql(`
  mutation ChangeFinding($input: ChangeFindingInput!) {
    changeFinding(input: $input) {
      __typename
      ... on FindingKept {
        finding {
          id
          version
          severity
          severityMeans
          dueOn
          overdue
          steps
          owner {
            id
            name
          }
        }
      }
      ... on AuditRefused {
        message
      }
    }
  }
`);

/** Another owner, day or severity, until the finding is verified. */
export function ChangeFinding({
  findingId,
  version,
  terms: first,
}: {
  readonly findingId: string;
  readonly version: number;
  readonly terms: Terms;
}) {
  const { t } = useTranslation();
  const [terms, setTerms] = useState(first);
  const [{ fetching, data, error }, change] = useMutation(ChangeFindingMutation);
  const told = data?.changeFinding;
  function keep(event: FormEvent): void {
    event.preventDefault();
    void change({ input: { findingId, expectedVersion: version, ...terms } });
  }
  return (
    <details>
      <summary className={css.summary}>{t("findings.change")}</summary>
      <form className={css.form} onSubmit={keep}>
        <FindingTerms terms={terms} onChange={setTerms} />
        <Button type="submit" busy={fetching}>
          {t("findings.keep")}
        </Button>
        <p role="status">
          {error !== undefined
            ? t("notices.notReached")
            : told?.__typename === "AuditRefused"
              ? told.message
              : told !== undefined && t("findings.changed")}
        </p>
      </form>
    </details>
  );
}
