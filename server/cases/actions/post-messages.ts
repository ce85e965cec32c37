import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import { saltedHash } from "../../platform/journal.ts";
import type { MessageThread } from "../domain/words.ts";

export interface MessageText {
  readonly thread: MessageThread;
  readonly body: string;
}

/** A text on its way into its thread. */
export interface NewMessage extends MessageText {
  readonly id: string;
  readonly salt: string;
  readonly hash: string;
}

export function newMessages(texts: readonly MessageText[]): readonly NewMessage[] {
  return texts.map((text) => ({ ...text, id: newId(), ...saltedHash(text.body) }));
}

/** What an event keeps of its texts: where each stands and its salted hash, so that a text can be erased and the chain still verify. */
export function messagesInEvent(messages: readonly NewMessage[]): Readonly<Record<string, unknown>> {
  return messages.length === 0
    ? {}
    : { messages: messages.map(({ id, thread, hash }) => ({ id, thread, sha256: hash })) };
}

export async function postMessages(
  db: Db,
  caseId: string,
  eventId: string,
  messages: readonly NewMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await db
    .insertInto("case_message")
    .values(
      messages.map(({ id, thread, body, salt }) => ({ id, event_id: eventId, case_id: caseId, thread, body, salt })),
    )
    .execute();
}
