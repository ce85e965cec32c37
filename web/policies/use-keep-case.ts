import { readFragment, type VariablesOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { newKey } from "../graphql/new-key.ts";
import { DraftStateFragment } from "./DraftState.tsx";
import { type KeptTest, PolicyTestsFragment } from "./kept-test.ts";
import { saidAgainst } from "./messages-of.ts";
import { DraftTextFragment } from "./policy-text.ts";

const KeepCaseMutation = graphql(
  `
    mutation KeepCaseAsPolicyTest($input: KeepCaseAsPolicyTestInput!) {
      keepCaseAsPolicyTest(input: $input) {
        __typename
        ... on PolicyTestsDone { policy { id draft { id ...DraftText_draft ...PolicyTests_draft ...DraftState_draft } } }
        ... on PolicyRefused { reasons { message } }
        ... on PolicyNotFound { message }
      }
    }
  `,
  [DraftTextFragment, PolicyTestsFragment, DraftStateFragment],
);

type Input = VariablesOf<typeof KeepCaseMutation>["input"];

/** Keeps a case under one id, however often it is sent, and gives it back as the draft decides it. */
export function useKeepCase() {
  const { t } = useTranslation();
  const [id] = useState(newKey);
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [kept, setKept] = useState<KeptTest | null>(null);
  const [{ fetching: sending }, send] = useMutation(KeepCaseMutation);

  async function keep(input: Omit<Input, "id">): Promise<void> {
    const { data, error } = await send({ input: { id, ...input } });
    const answer = data?.keepCaseAsPolicyTest;
    if (answer?.__typename === "PolicyTestsDone") {
      const tests = readFragment(PolicyTestsFragment, answer.policy.draft)?.tests ?? [];
      const own = tests.find((test) => test.id === id) ?? null;
      setKept(own);
      setMessages(own === null ? [t("policies.keepCase.draftGone")] : []);
    } else setMessages(saidAgainst(t, answer, error));
  }
  return { sending, messages, kept, keep };
}
