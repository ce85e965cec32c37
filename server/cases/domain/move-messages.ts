import type { CaseMove } from "./decide.ts";
import type { MessageThread } from "./words.ts";
import { workflow } from "./workflow.ts";

/** The fields of an action's input that people write. They go into threads, never into the event itself. */
export const freeTextFields = ["message", "reason", "note", "overrideReason", "messageToCustomer"] as const;
type FreeTextField = (typeof freeTextFields)[number];

/** What the move says, and to whom. A reason is the customer's to read only where the row of the workflow posts to them. */
export function messagesOf(move: CaseMove): readonly { readonly thread: MessageThread; readonly body: string }[] {
  const { posts } = workflow[move.action];
  const named = "thread" in move.input ? move.input.thread : null;
  const main = posts === "INPUT" ? named : posts;
  const threads: Readonly<Record<FreeTextField, MessageThread | null>> = {
    message: main,
    reason: main ?? "INTERNAL",
    note: "INTERNAL",
    overrideReason: "INTERNAL",
    messageToCustomer: "CUSTOMER",
  };
  const written: Readonly<Record<string, unknown>> = move.input;
  return freeTextFields.flatMap((field) => {
    const body = written[field];
    const thread = threads[field];
    return typeof body === "string" && body !== "" && thread !== null ? [{ thread, body }] : [];
  });
}

/** The input as the event keeps it: everything but what people wrote. */
export function plainInput(move: CaseMove): Readonly<Record<string, unknown>> {
  const freeText: readonly string[] = freeTextFields;
  return Object.fromEntries(Object.entries(move.input).filter(([name]) => !freeText.includes(name)));
}
