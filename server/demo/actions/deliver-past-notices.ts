import { sql } from "kysely";
import { leaseNotice } from "../../notices/actions/lease-notice.ts";
import { recordTry } from "../../notices/actions/record-try.ts";
import { mostTries } from "../../notices/domain/after-try.ts";
import { mailboxCode } from "../../notices/domain/answers-in-words.ts";
import type { House } from "../../request-context.ts";
import { PastClock } from "./held-house.ts";

/** How many e-mails to shops never arrived: something for whoever looks after dead letters. */
const lost = 4;
const betweenTriesMs = 36 * 3_600_000;

/**
 * What the past told was sent in the past, a moment after it was written, and lies in the mailbox; some of it could not be
 * delivered. All but those are one statement: there are thousands.
 */
export async function deliverPastNotices(house: House): Promise<void> {
  await loseSome(house);
  await sql`
    with sent as (
      update notice set state = 'DELIVERED', attempts = 1, next_try_at = null, ended_at = created_at + interval '2 seconds'
      where state = 'WAITING' and created_at < ${house.clock.now()} returning id, created_at)
    insert into notice_attempt (id, notice_id, at, answer, code, duration_ms)
    select gen_random_uuid(), id, created_at + interval '1 second', 'DELIVERED', ${mailboxCode}, 240 from sent`.execute(
    house.db,
  );
}

async function loseSome(house: House): Promise<void> {
  const doomed = await house.db
    .selectFrom("notice")
    .select(["id", "created_at"])
    .where("state", "=", "WAITING")
    .where("audience", "=", "MERCHANT")
    // All of their tries lie behind us.
    .where("created_at", "<", new Date(house.clock.now().getTime() - mostTries * betweenTriesMs))
    .orderBy("created_at", "desc")
    .limit(lost)
    .execute();
  for (const [index, { id, created_at: at }] of doomed.entries()) {
    const clock = new PastClock(new Date(at));
    const past = { ...house, clock };
    // A wrong address is refused at once; a mail server that is down is asked until there is no more try.
    const answer =
      index % 2 === 0
        ? ({ answer: "REFUSED", code: "550" } as const)
        : ({ answer: "UNREACHABLE", code: "ECONNREFUSED" } as const);
    for (let tries = 0; tries < mostTries; tries++) {
      const leased = await leaseNotice(past, id);
      if (leased === null) break;
      clock.forward(400);
      await recordTry(past, leased, { ...answer, endpoint: null, templateVersion: null, durationMs: 400 });
      clock.forward(betweenTriesMs);
    }
  }
}
