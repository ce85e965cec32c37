import { putOffClock } from "../../cases/actions/put-off-clock.ts";
import { policyOfCase } from "../../cases/queries/policy-of-case.ts";
import { listCalendars, toBook } from "../../clocks/queries/find-calendars.ts";
import type { Db } from "../../platform/database/database.ts";
import type { House } from "../../request-context.ts";
import { expectedArrival } from "../domain/expected-arrival.ts";
import type { RefundRow } from "../queries/find-refund.ts";
import { findRunning } from "../queries/provider-maintenance.ts";

/**
 * Keeps a queued instruction back while its provider is in maintenance, in the transaction that would mark it as sent
 * (`lock-sending`), as it is read behind the lock of its case: its clock counts from the end of the window, as its promise
 * does. Its job for the planned end waits under the window's key: under its own it would keep out the job that an early end
 * asks for.
 */
export async function holdBack(
  trx: Db,
  house: Pick<House, "db" | "caseFeatures" | "clock" | "jobs">,
  refund: Pick<RefundRow, "id" | "case_id" | "provider" | "expected_on">,
): Promise<boolean> {
  const { id, provider } = refund;
  const { clock, jobs } = house;
  const now = clock.now();
  const found = await findRunning(trx, provider, now);
  if (found === undefined) return false;
  // Locks it, so that whoever ends it at this moment either finds this refund waiting, or is seen here to have ended it.
  const window = await trx
    .selectFrom("provider_maintenance")
    .select(["ends_at", "cancelled_at"])
    .where("id", "=", found.id)
    .forShare()
    .executeTakeFirst();
  if (window === undefined || window.cancelled_at !== null || window.ends_at <= now) return false;
  const expected = await expectedFrom(trx, refund, window.ends_at);
  await trx
    .updateTable("refund")
    .set({ next_step_at: window.ends_at, expected_on: expected })
    .where("id", "=", id)
    .execute();
  // Where no day can be said yet, the clock gets its own from the calendar once that is known.
  if (expected === null || expected !== refund.expected_on)
    await putOffClock(trx, house, refund.case_id, { rule: "refund-arrival", from: window.ends_at });
  await jobs.enqueue(
    trx,
    "submit-refund",
    { refundId: id, heldUntil: window.ends_at.toISOString() },
    { key: `${id} after ${found.id}`, startAfter: window.ends_at },
  );
  return true;
}

/** What is sent later arrives later; no day is said where the calendar of that year is not published. */
async function expectedFrom(
  trx: Db,
  { case_id: caseId, expected_on: promised }: Pick<RefundRow, "case_id" | "expected_on">,
  sentAt: Date,
): Promise<string | null> {
  const { content } = await policyOfCase(trx, caseId, sentAt);
  const expected = expectedArrival(sentAt, content, toBook(await listCalendars(trx)));
  return expected !== null && promised !== null && promised > expected ? promised : expected;
}
