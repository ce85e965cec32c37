import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useMutation } from "urql";
import { messagesOf } from "./messages-of.ts";
import {
  type HeldDraft,
  heldDraft,
  SavePolicyDraftMutation,
  toInput,
  type Written,
  withSentences,
} from "./save-policy-draft.ts";

export type SaveState = "saved" | "saving" | "waiting" | "stale" | "refused" | "unreached";

/** How long is waited before it is sent: after the last press of a key, and where nobody answered. */
const restsMs: Partial<Record<SaveState, number>> = { waiting: 700, unreached: 15_000 };

const wordsOf = ({ text, kind, note }: Written): Written => ({ text, kind, note });

/**
 * Keeps what is written a moment after the hand rests, one save at a time. What somebody else wrote since takes its place
 * where nothing is unsent; where something is, it stops, and nothing of theirs is written over. `revision` is that of what
 * stands on the screen.
 */
export function useAutosave(held: HeldDraft) {
  const draftId = held.id;
  const [first] = useState(() => wordsOf(held));
  const [written, setWritten] = useState(first);
  const [state, setState] = useState<SaveState>("saved");
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [revision, setRevision] = useState(held.revision);
  const base = useRef(held.revision);
  const [, save] = useMutation(SavePolicyDraftMutation);

  const last = useRef<Promise<void>>(Promise.resolve());
  // Of the last press of a key, for what is sent and answered while somebody writes on.
  const latest = useRef(first);
  const answered = useRef(first);
  /** What was sent and not answered: it may be stored all the same. */
  const unanswered = useRef<Written | null>(null);
  const isGone = useRef(false);

  const put = useCallback((next: Written) => {
    latest.current = next;
    setWritten(next);
  }, []);

  const stepTo = useCallback((next: number) => {
    base.current = next;
    setRevision(next);
  }, []);

  /** This is what the server holds now; what was written since waits for its own save. */
  function keep(sent: Written, saved: HeldDraft): void {
    stepTo(saved.revision);
    const isAll = latest.current === sent;
    put({ ...latest.current, text: withSentences(latest.current.text, sent.text, saved.text) });
    answered.current = isAll ? latest.current : sent;
    setState(isAll ? "saved" : "waiting");
    if (!isAll && isGone.current) enqueue();
  }

  const send = useEffectEvent(async () => {
    const begun = latest.current;
    // What was not answered goes first and as it was: the server knows by it whether it was kept.
    const sent = unanswered.current ?? begun;
    if (sent === answered.current) return;
    setState("saving");
    const { text, kind, note } = sent;
    const input = { draftId, expectedRevision: base.current, kind, note, content: toInput(text) };
    const { data, error } = await save({ input });
    if (error?.networkError !== undefined) {
      unanswered.current = sent;
      setState(latest.current === begun ? "unreached" : "waiting");
      return;
    }
    unanswered.current = null;
    const answer = data?.savePolicyDraft;
    if (answer?.__typename === "PolicyDraftDone") {
      keep(sent, heldDraft(answer.draft));
      return;
    }
    answered.current = sent;
    setMessages(answer === undefined ? (error?.graphQLErrors ?? []).map(({ message }) => message) : messagesOf(answer));
    if (answer?.__typename === "StalePolicyDraft") setState("stale");
    else setState(latest.current === sent ? "refused" : "waiting");
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
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      leave();
    };
  }, []);

  const adopt = useEffectEvent(() => {
    if (state !== "saved" || held.revision <= base.current || latest.current !== answered.current) return;
    const theirs = wordsOf(held);
    stepTo(held.revision);
    answered.current = theirs;
    put(theirs);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for what is read newer, and when a save has ended.
  useEffect(() => adopt(), [held.revision, state]);

  const write = useCallback(
    (change: (before: Written) => Written) => {
      put(change(latest.current));
      setState((now) => (now === "stale" ? now : "waiting"));
    },
    [put],
  );
  return { written, write, state, messages, revision };
}
