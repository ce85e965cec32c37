import type { ResultOf } from "gql.tada";
import { useState } from "react";
import type { Client, CombinedError } from "urql";
import type { MessageThread } from "../../graphql/words.ts";
import { AddNote, type ComposerFragment, HoldMessage } from "./composer-operations.ts";
import { behind, joined, useKeptText } from "./use-kept-text.ts";
import { useSendAction } from "./use-send-action.ts";
import { latestSequence } from "./WhatChanged.tsx";

/** The longest that the server takes. */
const LONGEST = 4000;

interface Going {
  readonly thread: MessageThread;
  readonly text: string;
}

/** Who is called in a note, or why nobody knows. */
type CalledIn = (
  message: string,
) => Promise<{ readonly colleagues: readonly { readonly id: string }[] } | { readonly error: CombinedError }>;

/** The words for one side of a case: kept while they are typed, sent once, and free for more while they are on their way. */
export function useWords(found: ResultOf<typeof ComposerFragment>, thread: MessageThread | undefined) {
  const kept = useKeptText(found.id, thread, latestSequence(found));
  const { sending, trouble, send, hold } = useSendAction();
  const [going, setGoing] = useState<Going | null>(null);
  const onTheirWay = going?.thread === thread ? (going?.text ?? null) : null;
  const text = onTheirWay === null ? kept.text : behind(kept.text, onTheirWay);
  const excess = text.length - LONGEST;

  function write(typed: string): void {
    if (thread !== undefined) kept.write(thread, () => (onTheirWay === null ? typed : joined(onTheirWay, typed)));
  }

  /** Nothing is sent that is empty, too long, or on its way already. */
  async function sendThem(calledIn: CalledIn): Promise<void> {
    const message = text.trim();
    if (message === "" || excess > 0 || thread === undefined || sending) return;
    setGoing({ thread, text });
    const isSent =
      thread === "INTERNAL"
        ? await send((client) => addNote(client, thread, message, calledIn))
        : await hold((client) => {
            const idempotencyKey = kept.keyOf(thread, { message });
            return client
              .mutation(HoldMessage, { input: { caseId: found.id, idempotencyKey, thread, message } })
              .toPromise();
          });
    setGoing(null);
    if (isSent) kept.leave(thread, text);
  }

  /** Who is called is known before the note is sent: a note that calls nobody reaches nobody. */
  async function addNote(client: Client, to: MessageThread, message: string, calledIn: CalledIn) {
    const called = await calledIn(message);
    if ("error" in called) return called;
    const words = { message, mentions: called.colleagues.map(({ id }) => id).sort() };
    const idempotencyKey = kept.keyOf(to, words);
    return client
      .mutation(AddNote, { input: { ...words, caseId: found.id, expectedVersion: found.version, idempotencyKey } })
      .toPromise();
  }

  return {
    ...{ text, onTheirWay, excess, sending, trouble, write, send: sendThem },
    /** The last event that was seen before they were begun. */
    since: kept.since,
    see: kept.seen,
    /** What was taken back stands in its own thread again, before whatever has been typed there since. */
    putBack: (to: MessageThread, body: string) => kept.write(to, (typed) => joined(body, typed)),
    /** A template stands behind what is typed already, and never instead of it. */
    append: (filled: string) => write(joined(text.trimEnd(), filled)),
  };
}
