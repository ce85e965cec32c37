import { sql } from "kysely";
import type { CaseFeatures, Effect } from "../cases/case-features.ts";
import { tellMentioned } from "./actions/desk-signals.ts";

/** The hold ends in the transaction that sends the words; one that was taken back meanwhile is not sent. */
const settleHeldMessage: Effect = async ({ db, move }) => {
  if (move.action !== "SEND_MESSAGE" || move.input.heldId === undefined) return [];
  const { numUpdatedRows } = await db
    .updateTable("held_message")
    .set({ state: "SENT", body: "" })
    .where("id", "=", move.input.heldId)
    .where("state", "=", "HELD")
    .executeTakeFirst();
  return numUpdatedRows === 1n ? [] : [{ code: "MESSAGE_NOT_HELD" }];
};

/** Only colleagues who read internal notes can be called by one. */
const recordMentions: Effect = async ({ db, move, eventId, facts }) => {
  if (move.action !== "ADD_NOTE" || move.input.mentionIds === undefined) return [];
  const { mentionIds } = move.input;
  const colleagues = await db
    .selectFrom("staff")
    .innerJoin("role", "role.name", "staff.role")
    .select(["staff.id", "permissions"])
    .where("staff.id", "=", sql<string>`any(${mentionIds}::uuid[])`)
    .where("active", "=", true)
    .execute();
  const readers = colleagues.filter(({ permissions }) => permissions.includes("case.note"));
  if (readers.length < mentionIds.length) return [{ code: "UNKNOWN_COLLEAGUE" }];
  await db
    .insertInto("case_mention")
    .values(readers.map(({ id }) => ({ event_id: eventId, staff_id: id, case_id: facts.caseId, at: facts.now })))
    .execute();
  for (const { id } of readers) await tellMentioned(db, id);
  return [];
};

/** What the workflow names and threads supply. */
export const threadEffects = {
  SETTLE_HELD_MESSAGE: settleHeldMessage,
  RECORD_MENTIONS: recordMentions,
} satisfies Partial<CaseFeatures["effects"]>;
