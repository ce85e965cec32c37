import { type FragmentOf, readFragment } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { DraftStateFragment } from "./DraftState.tsx";
import { FromCase } from "./FromCase.tsx";
import { type KeptTest, PolicyTestsFragment } from "./kept-test.ts";
import { saidAgainst } from "./messages-of.ts";
import css from "./policy-tests.module.css";
import { DraftTextFragment } from "./policy-text.ts";
import { TestForm } from "./TestForm.tsx";

const DropMutation = graphql(
  `
    mutation DropPolicyTest($id: ID!) {
      dropPolicyTest(id: $id) {
        __typename
        ... on PolicyTestsDone { policy { id draft { id ...DraftText_draft ...PolicyTests_draft ...DraftState_draft } } }
        ... on PolicyRefused { reasons { message } }
        ... on PolicyNotFound { message }
      }
    }
  `,
  [DraftTextFragment, PolicyTestsFragment, DraftStateFragment],
);

/** The cases that the policy must decide so, decided by the draft as it stands; kept, said anew and let go here. */
export function PolicyTests({
  draft: of,
  mayWrite,
}: {
  readonly draft: FragmentOf<typeof PolicyTestsFragment>;
  readonly mayWrite: boolean;
}) {
  const { t } = useTranslation();
  const { policy, state, tests } = readFragment(PolicyTestsFragment, of);
  /** Which test is being written: its id, "new", "case" for one out of a case, or none. */
  const [writing, setWriting] = useState<string | null>(null);
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [{ fetching: dropping }, drop] = useMutation(DropMutation);
  // What colleagues read, they read with its test cases.
  const mayChange = mayWrite && state === "DRAFT";
  const passed = tests.filter((test) => test.passed).length;
  async function letGo(id: string): Promise<void> {
    const { data, error } = await drop({ id });
    const answer = data?.dropPolicyTest;
    if (answer?.__typename === "PolicyTestsDone") setMessages([]);
    else setMessages(saidAgainst(t, answer, error));
  }
  return (
    <section className={css.tests} aria-label={t("policies.tests")}>
      <details open={passed < tests.length || writing !== null}>
        <summary>
          {t("policies.tests")} ·{" "}
          {tests.length === 0 ? t("policies.noTests") : t("policies.testsPass", { passed, all: tests.length })}
        </summary>
        <p className={css.about}>{t("policies.test.about")}</p>
        {mayWrite && !mayChange && tests.length > 0 && <p className={css.about}>{t("policies.test.areRead")}</p>}
        <ul>
          {tests.map((test) => (
            <li key={test.id} className={test.passed ? undefined : css.fails}>
              <TestLine test={test} />
              {mayChange && (
                <span className={css.tools}>
                  <Button
                    size="small"
                    aria-expanded={writing === test.id}
                    aria-label={t("policies.test.changeNamed", { name: test.name })}
                    onClick={() => setWriting(writing === test.id ? null : test.id)}
                  >
                    {t("policies.test.change")}
                  </Button>
                  <Button
                    size="small"
                    busy={dropping}
                    aria-label={t("policies.test.dropNamed", { name: test.name })}
                    onClick={() => void letGo(test.id)}
                  >
                    {t("policies.test.drop")}
                  </Button>
                </span>
              )}
              {writing === test.id && <TestForm policy={policy} test={test} onDone={() => setWriting(null)} />}
            </li>
          ))}
        </ul>
        {messages.map((message) => (
          <Notice key={message} kind="no" title={message} />
        ))}
        {writing === "case" && <FromCase policy={policy} onDone={() => setWriting(null)} />}
        {writing === "new" && <TestForm policy={policy} test={null} onDone={() => setWriting(null)} />}
      </details>
      {mayWrite && writing === null && (
        <div className={css.buttons}>
          <Button size="small" onClick={() => setWriting("new")}>
            <Icon name="plus" /> {t("policies.test.add")}
          </Button>
          <Button size="small" onClick={() => setWriting("case")}>
            <Icon name="plus" /> {t("policies.keepCase.from")}
          </Button>
        </div>
      )}
    </section>
  );
}

function TestLine({ test }: { readonly test: KeptTest }) {
  const { t } = useTranslation();
  const { passed, name, expected, got, rowNumber, facts } = test;
  const outcome = (of: KeptTest["got"]) => t(`policies.testOutcome.${of}`);
  return (
    <details className={css.line}>
      <summary>
        <span className={css.title}>
          <Icon name={passed ? "check" : "late"} />
          <b>{name}</b>
          <span>
            {passed
              ? t("policies.test.passes", { outcome: outcome(got) })
              : t("policies.testLine", { expected: outcome(expected), got: outcome(got) })}
          </span>
        </span>
      </summary>
      <p className={css.by}>
        {rowNumber === null ? t("policies.test.byNoRow") : t("policies.test.byRow", { row: rowNumber })}
        {test.caseNumber !== null && ` ${t("policies.test.fromCase", { number: test.caseNumber })}`}
      </p>
      <ul className={css.facts}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </details>
  );
}
