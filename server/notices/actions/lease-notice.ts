import { newId } from "../../kernel/ids.ts";
import type { House } from "../../request-context.ts";
import type { NoticeChannel } from "../domain/words.ts";

export interface LeasedNotice {
  readonly id: string;
  readonly channel: NoticeChannel;
  readonly attempts: number;
  readonly attemptId: string;
}

/** Longer than any try takes; if its worker dies, another may try after that. */
const leaseMs = 30_000;

/** Takes a notice for one try, and writes down that it is tried. Of several workers one gets it; the others have nothing to do. */
export async function leaseNotice(house: House, noticeId: string): Promise<LeasedNotice | null> {
  const now = house.clock.now();
  return house.db.transaction().execute(async (db) => {
    const row = await db
      .updateTable("notice")
      .set((eb) => ({ leased_until: new Date(now.getTime() + leaseMs), attempts: eb("attempts", "+", 1) }))
      .where("id", "=", noticeId)
      .where("state", "=", "WAITING")
      .where("next_try_at", "<=", now)
      .where((eb) => eb.or([eb("leased_until", "is", null), eb("leased_until", "<=", now)]))
      .returning(["id", "channel", "attempts"])
      .executeTakeFirst();
    if (row === undefined) return null;
    const attemptId = newId();
    await db
      .insertInto("notice_attempt")
      .values({ id: attemptId, notice_id: noticeId, at: now, answer: "SENDING" })
      .execute();
    return { ...row, attemptId };
  });
}
