import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Choice } from "./Choice.tsx";
import { outcomes } from "./policy-lists.ts";
import css from "./policy-tests.module.css";
import { TestName } from "./TestName.tsx";
import { useKeepCase } from "./use-keep-case.ts";
import { usePolicyBook } from "./use-policy-book.ts";

const KeepCaseFactsQuery = graphql(`
  query KeepCaseFacts($number: String!) {
    case(number: $number) {
      id
      number
      decision {
        id
        outcome
        straightThrough
        facts
      }
    }
  }
`);

/** Which text is to be tested, what is kept of the case and what is not, and what must come of it. */
export function KeepCaseForm({
  caseNumber,
  policy,
  onClose,
}: {
  readonly caseNumber: string;
  /** The policy whose text is tested; null: it is chosen here. */
  readonly policy: string | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [{ data, error, fetching }, again] = useQuery({
    query: KeepCaseFactsQuery,
    variables: { number: caseNumber },
    requestPolicy: "cache-and-network",
  });
  const book = usePolicyBook();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState(policy);
  const [wanted, setWanted] = useState<(typeof outcomes)[number] | null>(null);
  const { sending, messages, kept, keep } = useKeepCase();
  const decision = data?.case?.decision ?? null;
  const drafts = book.nodes.filter(({ draft }) => draft !== null);
  const into = drafts.find((one) => one.name === chosen) ?? (policy === null ? drafts[0] : undefined);

  // A draft that has not been read yet is no draft that is not there.
  const isBookRead = into !== undefined || book.hasNext === false;
  const lost = (data === undefined ? error : undefined) ?? (isBookRead ? null : book.error);
  if (lost !== null)
    return (
      <FailureNotice
        failure={failureOf(lost)}
        onRetry={() => {
          again({ requestPolicy: "network-only" });
          book.retry();
        }}
      />
    );
  if (data === undefined || !isBookRead) return <p role="status">{t("common.loading")}</p>;
  if (data.case === null || decision === null)
    return fetching ? null : <Notice kind="no" title={t("policies.keepCase.noDecision", { number: caseNumber })} />;
  if (into === undefined)
    return (
      <Notice
        kind="no"
        title={t("policies.keepCase.noDraft")}
        action={<Link to="/policies">{t("policies.keepCase.toPolicies")}</Link>}
      />
    );
  if (kept !== null)
    return (
      <Notice
        kind="done"
        title={t("policies.keepCase.kept", { number: caseNumber, policy: into.label })}
        action={
          policy === null ? (
            <Link to={`/policies/${into.name}?version=draft`}>{t("policies.keepCase.toDraft")}</Link>
          ) : (
            <Button size="small" onClick={onClose}>
              {t("policies.keepCase.seen")}
            </Button>
          )
        }
      >
        <p>
          {kept.passed
            ? t("policies.keepCase.passes", { outcome: t(`policies.testOutcome.${kept.got}`) })
            : t("policies.keepCase.fails", {
                expected: t(`policies.testOutcome.${kept.expected}`),
                got: t(`policies.testOutcome.${kept.got}`),
              })}
        </p>
      </Notice>
    );

  const said = decision.outcome === "APPROVE" && decision.straightThrough ? "APPROVE_AT_ONCE" : decision.outcome;
  const expected = wanted ?? said;
  const { id } = data.case;
  return (
    <form
      className={css.form}
      aria-label={t("policies.keepCase.named", { number: data.case.number })}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") void keep({ caseId: id, policy: into.name, name, expected });
      }}
    >
      <div className={css.fields}>
        {policy === null && (
          <Choice
            label={t("policies.keepCase.draft")}
            value={into.name}
            words={drafts.map((one) => [
              one.name,
              t("policies.keepCase.draftOf", { policy: one.label, version: one.draft?.versionName ?? "" }),
            ])}
            onChange={setChosen}
          />
        )}
        <TestName value={name} hint={t("policies.keepCase.nameHint")} onChange={setName} />
        <Choice
          label={t("policies.test.expected")}
          hint={t("policies.keepCase.decided", { outcome: t(`policies.testOutcome.${said}`) })}
          value={expected}
          words={outcomes.map((word) => [word, t(`policies.testOutcome.${word}`)])}
          onChange={(chosenWord) => setWanted(outcomes.find((word) => word === chosenWord) ?? null)}
        />
      </div>
      <div>
        <p>{t("policies.keepCase.facts", { number: data.case.number })}</p>
        <ul className={css.keeps}>
          {decision.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <p>{t("policies.keepCase.nobody")}</p>
      </div>
      {messages.map((message) => (
        <Notice key={message} kind="no" title={message} />
      ))}
      <div className={css.buttons}>
        <Button look="primary" type="submit" busy={sending} disabled={name.trim() === ""}>
          {t("policies.test.keep")}
        </Button>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
      </div>
    </form>
  );
}
