import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import type { FindingStep } from "../graphql/words.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { failureLine } from "../ui/failure-line.ts";
import css from "./finding.module.css";

const MoveFindingMutation = graphql(`
  mutation MoveFinding($input: MoveFindingInput!) {
    moveFinding(input: $input) {
      __typename
      ... on FindingKept {
        finding {
          id
          version
          state
          overdue
          steps
          log {
            id
            kind
            at
            note
            to
            actor {
              id
              name
            }
          }
        }
      }
      ... on AuditRefused {
        message
      }
    }
  }
`);

/** The steps that the viewer may take, with what they say of it. */
export function MoveFinding({
  findingId,
  version,
  steps,
}: {
  readonly findingId: string;
  readonly version: number;
  readonly steps: readonly FindingStep[];
}) {
  const { t } = useTranslation();
  const [note, setNote] = useState("");
  const [{ fetching, data, error }, move] = useMutation(MoveFindingMutation);
  const refused = data?.moveFinding.__typename === "AuditRefused" ? data.moveFinding.message : null;
  async function take(step: FindingStep): Promise<void> {
    const input = { findingId, expectedVersion: version, step, note: note.trim() || null };
    const answer = await move({ input });
    if (answer.data?.moveFinding.__typename === "FindingKept") setNote("");
  }
  return (
    <div className={css.form}>
      <Field label={t("findings.stepNote")}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={1000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <div className={css.steps}>
        {steps.map((step) => (
          <Button key={step} busy={fetching} onClick={() => void take(step)}>
            {t(`findings.steps.${step}`)}
          </Button>
        ))}
      </div>
      <p role="status">{error === undefined ? refused : failureLine(t, failureOf(error))}</p>
    </div>
  );
}
