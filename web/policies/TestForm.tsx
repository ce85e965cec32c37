import type { VariablesOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { newKey } from "../graphql/new-key.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Choice } from "./Choice.tsx";
import { DraftStateFragment } from "./DraftState.tsx";
import { type KeptTest, PolicyTestsFragment } from "./kept-test.ts";
import { saidAgainst } from "./messages-of.ts";
import { answers, channels, networks, outcomes, reasons } from "./policy-lists.ts";
import css from "./policy-tests.module.css";
import { DraftTextFragment, readLimits, typedLimits } from "./policy-text.ts";
import { TestName } from "./TestName.tsx";

const KeepMutation = graphql(
  `
    mutation KeepPolicyTest($input: KeepPolicyTestInput!) {
      keepPolicyTest(input: $input) {
        __typename
        ... on PolicyTestsDone { policy { id draft { id ...DraftText_draft ...PolicyTests_draft ...DraftState_draft } } }
        ... on PolicyRefused { reasons { message } }
        ... on PolicyNotFound { message }
      }
    }
  `,
  [DraftTextFragment, PolicyTestsFragment, DraftStateFragment],
);

type Input = VariablesOf<typeof KeepMutation>["input"];
type Facts = Omit<Input["facts"], "amount" | "alreadyBack">;

const yesNo = ["amountRefundable", "withinWindow", "proofPresent", "identityConfirmed", "goodsAccepted"] as const;

/** A request as most are: in time, with proof, and the shop agrees. What makes the case is changed from here. */
const usual: Facts = {
  ...{ reason: "NOT_AS_DESCRIBED", merchantAnswer: "CONFIRMED", daysSinceSale: 1, network: null, channel: null },
  ...{ amountRefundable: true, withinWindow: true, proofPresent: true, identityConfirmed: true, goodsAccepted: true },
};

/** One case and what must come of it. It is decided by the draft as soon as it is kept. */
export function TestForm({
  policy,
  test,
  onDone,
}: {
  readonly policy: string;
  /** What is said anew; null for another case. */
  readonly test: KeptTest | null;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [id] = useState(() => test?.id ?? newKey());
  const [name, setName] = useState(test?.name ?? "");
  const [amount, setAmount] = useState(test === null ? "CNY 100.00" : typedLimits([test.given.amount]));
  const [back, setBack] = useState(() =>
    test?.given.alreadyBack == null ? "" : typedLimits([test.given.alreadyBack]),
  );
  const [facts, setFacts] = useState<Facts>(() => (test === null ? usual : factsOf(test)));
  const [expected, setExpected] = useState<Input["expected"]>(test?.expected ?? "REVIEW");
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [{ fetching }, keep] = useMutation(KeepMutation);
  const read = readLimits(amount);
  const single = read?.length === 1 && read[0]?.minor !== "0" ? read[0] : undefined;
  const alreadyBack = back.trim() === "" ? null : readLimits(back);
  const isBackWrong =
    alreadyBack !== null && (alreadyBack?.length !== 1 || alreadyBack[0]?.currency !== single?.currency);
  const isReady = single !== undefined && !isBackWrong && name.trim() !== "";
  const set = (change: Partial<Facts>) => setFacts((before) => ({ ...before, ...change }));

  async function send(): Promise<void> {
    if (!isReady) return;
    const input = {
      ...{ id, policy, name, expected },
      facts: { ...facts, amount: single, alreadyBack: alreadyBack?.[0] ?? null },
    };
    const { data, error } = await keep({ input });
    const answer = data?.keepPolicyTest;
    if (answer?.__typename === "PolicyTestsDone") onDone();
    else setMessages(saidAgainst(t, answer, error));
  }
  return (
    <form
      className={css.form}
      aria-label={test === null ? t("policies.test.add") : t("policies.test.changeNamed", { name: test.name })}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className={css.fields}>
        <div className={css.wide}>
          <TestName value={name} hint={t("policies.test.nameHint")} onChange={setName} />
        </div>
        <Field
          label={t("policies.column.amount")}
          error={single === undefined ? t("policies.test.amountWrong") : undefined}
        >
          {(control) => <input {...control} value={amount} onChange={({ target }) => setAmount(target.value)} />}
        </Field>
        <Field
          label={t("policies.test.alreadyBack")}
          hint={t("policies.test.alreadyBackHint")}
          error={isBackWrong ? t("policies.test.alreadyBackWrong") : undefined}
        >
          {(control) => <input {...control} value={back} onChange={({ target }) => setBack(target.value)} />}
        </Field>
        <Choice
          label={t("policies.column.reason")}
          value={facts.reason}
          words={reasons.map((word) => [word, t(`caseReason.${word}`)])}
          onChange={(reason) => set({ reason: reason ?? "" })}
        />
        <Choice
          label={t("policies.column.shop")}
          value={facts.merchantAnswer}
          words={answers.map((word) => [word, t(`policies.answer.${word}`)])}
          onChange={(merchantAnswer) => set({ merchantAnswer: merchantAnswer ?? "" })}
        />
        <Field label={t("policies.test.daysSinceSale")} hint={t("policies.test.daysHint")}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={0}
              max={3660}
              step={1}
              value={facts.daysSinceSale ?? ""}
              onChange={({ target }) =>
                set({ daysSinceSale: target.value === "" ? null : Math.max(0, Math.round(Number(target.value))) })
              }
            />
          )}
        </Field>
        {yesNo.map((fact) => (
          <Choice
            key={fact}
            label={t(`policies.fact.${fact}.name`)}
            value={String(facts[fact])}
            words={[
              ["true", t(`policies.fact.${fact}.yes`)],
              ["false", t(`policies.fact.${fact}.no`)],
            ]}
            onChange={(is) => set({ [fact]: is === "true" })}
          />
        ))}
        <Choice
          label={t("policies.networks")}
          value={facts.network ?? null}
          none={t("policies.test.notSaid")}
          words={networks.map((word) => [word, t(`policies.network.${word}`)])}
          onChange={(network) => set({ network })}
        />
        <Choice
          label={t("policies.channels")}
          value={facts.channel ?? null}
          none={t("policies.test.notSaid")}
          words={channels.map((word) => [word, t(`policies.channel.${word}`)])}
          onChange={(channel) => set({ channel })}
        />
        <Choice
          label={t("policies.test.expected")}
          value={expected}
          words={outcomes.map((word) => [word, t(`policies.testOutcome.${word}`)])}
          onChange={(wanted) => setExpected(outcomes.find((word) => word === wanted) ?? expected)}
        />
      </div>
      {messages.map((message) => (
        <Notice key={message} kind="no" title={message} />
      ))}
      <div className={css.buttons}>
        <Button look="primary" type="submit" busy={fetching} disabled={!isReady}>
          {t("policies.test.keep")}
        </Button>
        <Button onClick={onDone}>{t("common.cancel")}</Button>
      </div>
    </form>
  );
}

function factsOf({ given }: KeptTest): Facts {
  const { reason, merchantAnswer, daysSinceSale, network, channel } = given;
  const { amountRefundable, withinWindow, proofPresent, identityConfirmed, goodsAccepted } = given;
  return {
    ...{ reason, merchantAnswer, daysSinceSale, network, channel },
    ...{ amountRefundable, withinWindow, proofPresent, identityConfirmed, goodsAccepted },
  };
}
