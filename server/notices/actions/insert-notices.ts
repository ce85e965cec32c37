import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Jobs } from "../../platform/jobs.ts";
import type { WallClock } from "../../platform/wall-clock.ts";
import { maskAddress } from "../domain/mask-address.ts";
import type { KeptFields } from "../domain/notice-fields.ts";
import { noticeRules } from "../domain/notice-rules.ts";
import type { NoticeLink } from "../domain/notice-to-write.ts";
import type { Delivery } from "../domain/readers.ts";
import type { NoticeAudience, NoticeKind } from "../domain/words.ts";

/** One notice with all whom it reaches. */
export interface NewNotice {
  readonly kind: NoticeKind;
  /** Whose reader it is, where its kind does not say. */
  readonly audience?: NoticeAudience;
  readonly fields: KeptFields;
  readonly deliveries: readonly Delivery[];
  readonly caseId: string | null;
  readonly eventId: string | null;
  readonly link: NoticeLink | null;
  readonly writeKey: string | null;
}

interface OutboxContext {
  readonly clock: WallClock;
  readonly jobs: Jobs;
}

/** Writes rows of the outbox and the jobs that send them: one statement each, however many there are. Says how many rows are new. */
export async function insertNotices(
  db: Db,
  { clock, jobs }: OutboxContext,
  notices: readonly NewNotice[],
): Promise<number> {
  if (!db.isTransaction) throw new Error("A notice was written outside the transaction that causes it");
  const at = clock.now();
  const rows = notices.flatMap(({ kind, audience, fields, deliveries, caseId, eventId, link, writeKey }) =>
    deliveries.map((to) => ({
      id: newId(),
      kind,
      audience: audience ?? noticeRules[kind].to,
      channel: to.channel,
      case_id: caseId,
      event_id: eventId,
      merchant_id: to.merchantId,
      institution_id: to.institutionId,
      staff_id: to.staffId,
      endpoint_id: to.endpointId,
      locale: to.locale,
      fields,
      link,
      asks_answer: noticeRules[kind].asksAnswer,
      address: to.address,
      address_masked: to.address === null ? null : maskAddress(to.address),
      write_key: writeKey === null ? null : `${writeKey} ${to.channel} ${to.staffId ?? to.endpointId ?? ""}`.trim(),
      state: to.state,
      created_at: at,
      next_try_at: to.state === "WAITING" ? at : null,
      ended_at: to.state === "WAITING" ? null : at,
    })),
  );
  if (rows.length === 0) return 0;
  const written = await db
    .insertInto("notice")
    .values(rows)
    .onConflict((conflict) => conflict.column("write_key").doNothing())
    .returning(["id", "state"])
    .execute();
  const waiting = written.filter(({ state }) => state === "WAITING");
  await jobs.enqueueAll(
    db,
    "send-notice",
    waiting.map(({ id }) => ({ key: id, data: { noticeId: id } })),
  );
  return written.length;
}
