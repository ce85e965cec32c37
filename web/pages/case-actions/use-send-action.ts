import { type ResultOf, readFragment } from "gql.tada";
import { useState } from "react";
import { type Client, type CombinedError, useClient } from "urql";
import { type Failure, failureOf } from "../../graphql/failure.ts";
import { type ActionAnswer, CaseActionOutcomeFragment } from "./outcome.ts";

type Outcome = ResultOf<typeof CaseActionOutcomeFragment>;

/** Why it was not done: the answer was no, or there was no answer. */
export type Trouble =
  | Exclude<Outcome, { __typename: "CaseActionDone" }>
  | { readonly __typename: "Failure"; readonly failure: Failure };

/** What holding a message answers: it is held, or one of the refusals that every action knows. */
type HoldAnswer =
  | { readonly __typename: "MessageHeld" }
  | Exclude<Outcome, { __typename: "CaseActionDone" | "StaleCase" }>;

interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly error?: CombinedError | undefined;
}

/** Sends one action at a time; true when it happened. A stale case comes back with the answer and is shown as it is now. */
export function useSendAction() {
  const client = useClient();
  const [sending, setSending] = useState(false);
  const [isDone, setDone] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function send(act: (client: Client) => Promise<Answer<ActionAnswer>>): Promise<boolean> {
    setSending(true);
    setTrouble(null);
    const { data, error } = await act(client);
    setSending(false);
    if (data === undefined || error !== undefined) {
      setTrouble({ __typename: "Failure", failure: failureOf(error) });
      return false;
    }
    const outcome = readFragment(CaseActionOutcomeFragment, data.result);
    const happened = outcome.__typename === "CaseActionDone";
    setDone(happened);
    if (!happened) setTrouble(outcome);
    return happened;
  }

  /** The same for a message that is held first: it rests on no version, so it is never stale. */
  async function hold(act: (client: Client) => Promise<Answer<{ readonly result: HoldAnswer }>>): Promise<boolean> {
    setSending(true);
    setTrouble(null);
    const { data, error } = await act(client);
    setSending(false);
    if (data === undefined || error !== undefined) setTrouble({ __typename: "Failure", failure: failureOf(error) });
    else if (data.result.__typename !== "MessageHeld") setTrouble(data.result);
    return data?.result.__typename === "MessageHeld";
  }

  return { sending, isDone, trouble, send, hold };
}
