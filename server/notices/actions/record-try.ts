import type { House } from "../../request-context.ts";
import type { SendAnswer, SentEndpoint } from "../channels/channel.ts";
import { fateAfter } from "../domain/after-try.ts";
import { mailboxCode } from "../domain/answers-in-words.ts";
import type { LeasedNotice } from "./lease-notice.ts";
import { pauseGoneEndpoint } from "./pause-gone-endpoint.ts";

export interface Tried extends SendAnswer {
  readonly endpoint: SentEndpoint | null;
  readonly templateVersion: number | null;
  readonly durationMs: number;
}

/** Writes down how a try went and what follows: an end, or the next try with its job. What was delivered keeps no address. */
export async function recordTry(house: House, leased: LeasedNotice, tried: Tried): Promise<void> {
  const now = house.clock.now();
  const { answer, code, endpoint, templateVersion, durationMs } = tried;
  const fate = fateAfter(answer, leased.attempts, now, Math.random());
  const [ends, nextTryAt] = fate.state === "WAITING" ? [false, fate.nextTryAt] : [true, null];
  await house.db.transaction().execute(async (db) => {
    // Before its notice, as whoever changes an endpoint locks them.
    if (tried.wantsNoMore === true && endpoint !== null) await pauseGoneEndpoint(db, house, endpoint);
    await db
      .updateTable("notice_attempt")
      .set({ answer, code, duration_ms: durationMs })
      .where("id", "=", leased.attemptId)
      .execute();
    const changed = await db
      .updateTable("notice")
      .set({
        state: fate.state,
        leased_until: null,
        next_try_at: nextTryAt,
        ended_at: ends ? now : null,
        template_version: templateVersion,
        ...(fate.state === "DELIVERED" && code !== mailboxCode && { address: null }),
      })
      .where("id", "=", leased.id)
      .where("state", "=", "WAITING")
      // A worker whose lease ran out has nothing to say about what another is doing now.
      .where("attempts", "=", leased.attempts)
      .returning("id")
      .executeTakeFirst();
    if (changed !== undefined && nextTryAt !== null) {
      await house.jobs.enqueue(db, "send-notice", { noticeId: leased.id }, { key: leased.id, startAfter: nextTryAt });
    }
  });
}
