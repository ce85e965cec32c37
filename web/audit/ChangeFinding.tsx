import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { failureLine } from "../ui/failure-line.ts";
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
  const [written, setTerms] = useState<Terms | null>(null);
  const terms = written ?? first;
  const [{ fetching, data, error }, change] = useMutation(ChangeFindingMutation);
  const told = data?.changeFinding;
  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    const answer = await change({ input: { findingId, expectedVersion: version, ...terms } });
    if (answer.data !== undefined && answer.data.changeFinding.__typename !== "AuditRefused") setTerms(null);
  }
  return (
    <details>
      <summary className={css.summary}>{t("findings.change")}</summary>
      <form className={css.form} onSubmit={(event) => void keep(event)}>
        <FindingTerms terms={terms} onChange={setTerms} />
        <Button type="submit" busy={fetching}>
          {t("findings.keep")}
        </Button>
        <p role="status">
          {error !== undefined
            ? failureLine(t, failureOf(error))
            : told?.__typename === "AuditRefused"
              ? told.message
              : told !== undefined && t("findings.changed")}
        </p>
      </form>
    </details>
  );
}
