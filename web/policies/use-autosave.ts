import { readFragment } from "gql.tada";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useMutation } from "urql";
import { messagesOf } from "./messages-of.ts";
import { type PolicyText, PolicyTextFragment } from "./policy-text.ts";
import { SavePolicyDraftMutation, toInput, withSentences } from "./save-policy-draft.ts";

export interface Written {
  readonly text: PolicyText;
  readonly kind: "MAJOR" | "MINOR";
  readonly note: string;
}
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

  const send = useEffectEvent(async ({ text, kind, note }: Written) => {
    setState("saving");
    const input = { draftId, expectedRevision: revision.current, kind, note, content: toInput(text) };
    const { data } = await save({ input });
    const answer = data?.savePolicyDraft;
    if (answer === undefined) {
      setState("unreached");
      return;
    }
    if (answer.__typename === "PolicyDraftDone") {
      revision.current = answer.draft.revision;
      const saved = readFragment(PolicyTextFragment, answer.draft.content);
      setWritten((now) => ({ ...now, text: withSentences(now.text, text, saved) }));
      setState((now) => (now === "saving" ? "saved" : now));
      return;
    }
    setMessages(messagesOf(answer));
    setState(answer.__typename === "StalePolicyDraft" ? "stale" : "refused");
  });

  useEffect(
    function saveWhenAtRest() {
      const rest = restsMs[state];
      if (rest === undefined) return;
      const timer = setTimeout(() => {
        last.current = last.current.then(() => send(written));
      }, rest);
      return () => clearTimeout(timer);
    },
    [state, written],
  );

  const leave = useEffectEvent(() => {
    if (restsMs[state] !== undefined) last.current = last.current.then(() => send(written));
  });
  // Whoever goes before the hand has rested leaves nothing unsaved behind.
  useEffect(() => () => leave(), []);

  const write = useCallback((change: (before: Written) => Written) => {
    setWritten(change);
    setState((now) => (now === "stale" ? now : "waiting"));
  }, []);
  return { written, write, state, messages, revision };
}
