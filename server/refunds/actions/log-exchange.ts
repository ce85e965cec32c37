import { newId } from "../../kernel/ids.ts";
import type { QueryAnswer, SubmitAnswer } from "../../providers/domain/answers.ts";
import type { House } from "../../request-context.ts";
import type { RefundRow } from "../queries/find-refund.ts";

interface Exchange {
  readonly answer: SubmitAnswer | QueryAnswer;
  readonly durationMs: number;
}

/** Completes the attempt that was written when the instruction was marked as sent. */
export async function logAnswer({ db }: House, attemptId: string, { answer, durationMs }: Exchange): Promise<void> {
  await db
    .updateTable("refund_attempt")
    .set({ answer: answer.answer, code: "code" in answer ? answer.code : null, duration_ms: durationMs })
    .where("id", "=", attemptId)
    .execute();
}

export async function logQuestion(
  { db, clock }: House,
  refund: RefundRow,
  { answer, durationMs }: Exchange,
): Promise<void> {
  await db
    .insertInto("refund_attempt")
    .values({
      id: newId(),
      refund_id: refund.id,
      at: clock.now(),
      instruction_key: refund.instruction_key,
      operation: "QUERY",
      answer: answer.answer,
      code: "code" in answer ? answer.code : null,
      duration_ms: durationMs,
    })
    .execute();
}

/** Asks, and says how long that took. */
export async function timed<A>(ask: () => Promise<A>): Promise<{ readonly answer: A; readonly durationMs: number }> {
  const from = performance.now();
  const answer = await ask();
  return { answer, durationMs: Math.round(performance.now() - from) };
}
