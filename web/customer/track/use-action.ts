import type { TadaDocumentNode } from "gql.tada";
import { useRef, useState } from "react";
import { type KeptKey, keyFor } from "../../graphql/one-key.ts";
import type { Language } from "../../i18n/language.ts";
import { ask } from "../customer-client.ts";
import type { Failed } from "../parts/FailureNote.tsx";
import { useReader } from "../texts/reader.ts";
import type { ActionAnswer, Tracked } from "./track-operations.ts";
import { keepKey, keptKey } from "./use-kept-words.ts";

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

interface Intent {
  /** What says something is said to the newer case as well; what decides is never decided on an older one. */
  readonly holds?: "whatever" | "as-seen";
  /** Under which name its words are kept until they are sent, and their key with them. */
  readonly keptAs?: string;
}

/** What was pressed may have gone with what it settled: the page goes on with how the matter stands now. */
function goOnWhereLost(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector("h1")?.focus();
  });
}

/** One intention of the customer, sent once: the same words go under the same key until they are answered. */
export function useAction<Input>(
  { tracked, token, refresh, hold }: Door,
  document: Document<Input>,
  { holds = "as-seen", keptAs }: Intent = {},
) {
  const { language, t } = useReader();
  const [state, setState] = useState(nothing);
  const intention = useRef<KeptKey>(null);
  /** In full where it is known: the browser keeps no card's number. A key that was forgotten with its words is not held here. */
  function intended(): KeptKey | null {
    if (keptAs === undefined) return intention.current;
    const held = keptKey(keptAs);
    return intention.current?.key === held?.key ? intention.current : held;
  }
  function intend(sent: KeptKey | null): void {
    intention.current = sent;
    if (keptAs !== undefined) keepKey(keptAs, sent);
  }

  async function send(compose: Compose<Input>, seen: Tracked, again: boolean): Promise<boolean> {
    // As the desk compares them: said to a newer case, while it is not known whether they arrived, they are the same words.
    const words = compose({ caseId: seen.id, expectedVersion: 0, idempotencyKey: "" });
    const sent = keyFor(intended(), words);
    intend(sent);
    const input = compose({ caseId: seen.id, expectedVersion: seen.version, idempotencyKey: sent.key });
    const answer = await ask({ language, token }, document, { input });
    if (answer.kind !== "answered") {
      setState(answer);
      return false;
    }
    const done = answer.data.answer;
    const now = await refresh();
    // A key is of its words alone. Others under it are theirs but for a card's number, which the browser does not keep: they arrived.
    if (done.__typename === "CaseActionDone" || done.__typename === "KeyReused") {
      intend(null);
      setState({ kind: "idle" });
      if (holds === "as-seen") goOnWhereLost();
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
  return { state, act };
}
