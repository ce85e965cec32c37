import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useMutation } from "urql";
import { messagesOf } from "./messages-of.ts";
import {
  type HeldDraft,
  isHeld,
  SavePolicyDraftMutation,
  textOf,
  toInput,
  type Written,
  withSentences,
} from "./save-policy-draft.ts";

export type SaveState = "saved" | "saving" | "waiting" | "stale" | "refused" | "unreached";

/** How long is waited before it is sent: after the last press of a key, and where nobody answered. */
const restsMs: Partial<Record<SaveState, number>> = { waiting: 700, unreached: 15_000 };

/**
 * Keeps what is written a moment after the hand rests, one save at a time. Where somebody else was faster it stops, and
 * nothing of theirs is written over.
 */
export function useAutosave(draftId: string, first: Written, firstRevision: number) {
  const [written, setWritten] = useState(first);
  const [state, setState] = useState<SaveState>("saved");
  const [messages, setMessages] = useState<readonly string[]>([]);
  const revision = useRef(firstRevision);
  const [, save] = useMutation(SavePolicyDraftMutation);

  const last = useRef<Promise<void>>(Promise.resolve());
  // Of the last press of a key, for what is sent and answered while somebody writes on.
  const latest = useRef(first);
  const answered = useRef(first);
  /** What was sent and not answered: it may be stored all the same. */
  const unanswered = useRef<readonly Written[]>([]);

  const put = useCallback((next: Written) => {
    latest.current = next;
    setWritten(next);
  }, []);

  /** This is what the server holds now; what was written since waits for its own save. */
  function keep(held: Written, draft: HeldDraft): void {
    revision.current = draft.revision;
    unanswered.current = [];
    const isAll = latest.current === held;
    put({ ...latest.current, text: withSentences(latest.current.text, held.text, textOf(draft)) });
    answered.current = isAll ? latest.current : held;
    setState(isAll ? "saved" : "waiting");
  }

  const send = useEffectEvent(async () => {
    const sent = latest.current;
    if (sent === answered.current) return;
    setState("saving");
    const { text, kind, note } = sent;
    const input = { draftId, expectedRevision: revision.current, kind, note, content: toInput(text) };
    const { data, error } = await save({ input });
    const next = latest.current === sent ? null : "waiting";
    if (error?.networkError !== undefined) {
      unanswered.current = [...unanswered.current.filter((one) => one !== sent), sent];
      setState(next ?? "unreached");
      return;
    }
    const answer = data?.savePolicyDraft;
    if (answer?.__typename === "PolicyDraftDone") {
      keep(sent, answer.draft);
      return;
    }
    const stale = answer?.__typename === "StalePolicyDraft" ? answer.draft : null;
    const own = stale === null ? undefined : unanswered.current.find((one) => isHeld(one, stale));
    if (stale !== null && own !== undefined) {
      keep(own, stale);
      return;
    }
    answered.current = sent;
    setMessages(answer === undefined ? (error?.graphQLErrors ?? []).map(({ message }) => message) : messagesOf(answer));
    setState(stale === null ? (next ?? "refused") : "stale");
  });

  const enqueue = useEffectEvent(() => {
    last.current = last.current.then(send);
  });
  useEffect(
    function saveWhenAtRest() {
      const rest = restsMs[state];
      if (rest === undefined || written === answered.current) return;
      const timer = setTimeout(() => enqueue(), rest);
      return () => clearTimeout(timer);
    },
    [state, written],
  );

  const leave = useEffectEvent(() => {
    if (state !== "stale") enqueue();
  });
  // Whoever goes before the hand has rested leaves nothing unsaved behind.
  useEffect(() => () => leave(), []);

  const write = useCallback(
    (change: (before: Written) => Written) => {
      put(change(latest.current));
      setState((now) => (now === "stale" ? now : "waiting"));
    },
    [put],
  );
  return { written, write, state, messages, revision };
}
