import type { TadaDocumentNode } from "gql.tada";
import { useRef, useState } from "react";
import { newKey } from "../../graphql/new-key.ts";
import type { Language } from "../../i18n/language.ts";
import { ask } from "../customer-client.ts";
import type { Failed } from "../parts/FailureNote.tsx";
import { useReader } from "../texts/reader.ts";
import type { ActionAnswer, Tracked } from "./track-operations.ts";

/** What every action on a case is told beside its own words. */
export interface Told {
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}
type Document<Input> = TadaDocumentNode<{ answer: ActionAnswer }, { input: Input }>;
/** The whole input of an action, made of what every action is told. */
type Compose<Input> = (told: Told) => Input;

export interface Door {
  readonly tracked: Tracked;
  readonly token: string;
  readonly refresh: () => Promise<Tracked | null>;
  /** What is done meanwhile is not overtaken by what the page reads of itself. */
  readonly hold: <T>(work: () => Promise<T>) => Promise<T>;
}

export type ActionState =
  | { readonly kind: "idle" | "busy" }
  | { readonly kind: "refused"; readonly messages: readonly string[]; readonly saidIn: Language }
  | Failed;

const nothing: ActionState = { kind: "idle" };

/**
 * One intention of the customer, sent once: the same words go under the same key until they are answered. What says
 * something (`holds: "whatever"`) is said to the newer case as well; what decides is never decided on an older one.
 */
export function useAction<Input>(
  { tracked, token, refresh, hold }: Door,
  document: Document<Input>,
  holds: "whatever" | "as-seen" = "as-seen",
) {
  const { language, t } = useReader();
  const [state, setState] = useState(nothing);
  const intention = useRef({ words: "", key: "" });

  async function send(compose: Compose<Input>, seen: Tracked, again: boolean): Promise<boolean> {
    // As the desk compares them: said to a newer case, while it is not known whether they arrived, they are the same words.
    const words = JSON.stringify(compose({ caseId: seen.id, expectedVersion: 0, idempotencyKey: "" }));
    if (intention.current.words !== words) intention.current = { words, key: newKey() };
    const { key: idempotencyKey } = intention.current;
    const input = compose({ caseId: seen.id, expectedVersion: seen.version, idempotencyKey });
    const answer = await ask({ language, token }, document, { input });
    if (answer.kind !== "answered") {
      setState(answer);
      return false;
    }
    const done = answer.data.answer;
    const now = await refresh();
    if (done.__typename === "CaseActionDone") {
      intention.current = { words: "", key: "" };
      setState({ kind: "idle" });
      return true;
    }
    if (done.__typename === "StaleCase") {
      if (again && now !== null) return send(compose, now, false);
      setState({ kind: "refused", messages: [t.track.changedMeanwhile], saidIn: language });
      return false;
    }
    const reasons = done.__typename === "ActionRefused" ? done.reasons : [done];
    setState({ kind: "refused", messages: reasons.map(({ message }) => message), saidIn: language });
    return false;
  }

  /** True once it has happened. */
  const act = (compose: Compose<Input>): Promise<boolean> => {
    setState({ kind: "busy" });
    return hold(() => send(compose, tracked, holds === "whatever"));
  };
  const isOld = state.kind === "refused" && state.saidIn !== language;
  return { state: isOld ? nothing : state, act };
}
