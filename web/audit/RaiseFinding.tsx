import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useOneKey } from "../graphql/one-key.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { failureLine } from "../ui/failure-line.ts";
import { FindingTerms, noTerms } from "./FindingTerms.tsx";
import css from "./finding.module.css";

const RaiseFindingMutation = graphql(`
  mutation RaiseFinding($input: RaiseFindingInput!) {
    raiseFinding(input: $input) {
      __typename
      ... on FindingKept {
        finding {
          id
          sample {
            id
            findingCount
            chainHead
            eventCount
          }
        }
      }
      ... on AuditRefused {
        message
      }
    }
  }
`);

const texts = ["what", "cause", "correction"] as const;
const nothing = { what: "", cause: "", correction: "" };

/** What was found with the case in hand, who puts it right and by when. What was typed stays until it is kept. */
export function RaiseFinding({ itemId, onRaised }: { readonly itemId: string; readonly onRaised: () => void }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const key = useOneKey();
  const [said, setSaid] = useState(nothing);
  const [terms, setTerms] = useState(noTerms);
  const [{ fetching, data, error }, raise] = useMutation(RaiseFindingMutation);
  const refused = data?.raiseFinding.__typename === "AuditRefused" ? data.raiseFinding.message : null;

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    const found = { itemId, ...said, ...terms };
    const answer = await raise({ input: { ...found, idempotencyKey: key.of(found) } });
    if (answer.data?.raiseFinding.__typename !== "FindingKept") return;
    setSaid(nothing);
    setTerms(noTerms);
    key.forget();
    setOpen(false);
    onRaised();
  }

  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={css.summary}>{t("findings.raise")}</summary>
      <form className={css.form} onSubmit={(event) => void keep(event)}>
        {texts.map((name) => (
          <Field key={name} label={t(`findings.${name}`)}>
            {(control) => (
              <textarea
                {...control}
                required
                rows={2}
                maxLength={2000}
                value={said[name]}
                onChange={({ target }) => setSaid({ ...said, [name]: target.value })}
              />
            )}
          </Field>
        ))}
        <FindingTerms terms={terms} onChange={setTerms} />
        <Button type="submit" busy={fetching}>
          {t("findings.keep")}
        </Button>
        <p role="status">{error === undefined ? refused : failureLine(t, failureOf(error))}</p>
      </form>
    </details>
  );
}
