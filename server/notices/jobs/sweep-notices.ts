import type { House } from "../../request-context.ts";

/** A try that is so late has lost its job, or its worker. */
const lateMs = 15_000;
const mostAtOnce = 500;

/** Asks again for the tries that nobody made. A job too many finds the notice taken or sent. */
export async function sweepNotices(house: House): Promise<number> {
  const now = house.clock.now();
  return house.db.transaction().execute(async (db) => {
    const late = await db
      .selectFrom("notice")
      .select("id")
      .where("state", "=", "WAITING")
      .where("next_try_at", "<", new Date(now.getTime() - lateMs))
      .where((eb) => eb.or([eb("leased_until", "is", null), eb("leased_until", "<=", now)]))
      .orderBy("next_try_at")
      .limit(mostAtOnce)
      .execute();
    await house.jobs.enqueueAll(
      db,
      "send-notice",
      late.map(({ id }) => ({ key: id, data: { noticeId: id } })),
    );
    if (late.length > 0) house.log.warn({ count: late.length }, "Overdue notices were asked for again");
    return late.length;
  });
}
