import { sql } from "kysely";
import { announceCase } from "../../cases/actions/announce-case.ts";
import { performOnLatest } from "../../cases/actions/perform-on-latest.ts";
import type { Refusal } from "../../cases/domain/refusal.ts";
import { derivedId } from "../../platform/derived-id.ts";
import type { House } from "../../request-context.ts";
import { findStaffActor } from "../../staff/queries/find-actor.ts";

/**
 * Sends a message that nobody took back, as its writer, through the door: the words, their event and the end of the hold
 * are one transaction, so a worker that is killed on the way has sent all of it or nothing. Called again it finds it sent.
 */
export async function sendHeldMessage(house: House, heldId: string): Promise<void> {
  const held = await house.db.selectFrom("held_message").selectAll().where("id", "=", heldId).executeTakeFirst();
  if (held?.state !== "HELD") return;
  const actor = await findStaffActor(house.db, held.author_id, house.clock.now());
  if (actor === null) return giveUp(house, heldId, [{ code: "NOT_PERMITTED", needs: "case.message" }]);
  const result = await performOnLatest(
    { ...house, actor, locale: "zh-CN" },
    {
      caseId: held.case_id,
      move: { action: "SEND_MESSAGE", input: { thread: held.thread, message: held.body, heldId } },
      key: derivedId("held", heldId),
    },
  );
  if (result.ok) return;
  const { error } = result;
  if (error.kind === "STALE") throw new Error(`The case of the held message ${heldId} is busy`);
  await giveUp(
    house,
    heldId,
    error.kind === "REFUSED" ? error.reasons : [{ code: "NOT_PERMITTED", needs: "case.read" }],
  );
}

/** Its writer reads why, and has the text back; one that was taken back at this very moment stays taken back. */
async function giveUp({ db, log }: House, heldId: string, reasons: readonly Refusal[]): Promise<void> {
  log.warn({ heldMessageId: heldId, codes: reasons.map(({ code }) => code) }, "A held message was refused");
  await db.transaction().execute(async (trx) => {
    const refused = await trx
      .updateTable("held_message")
      .from("cases")
      .set({ state: "REFUSED", refusals: sql`${JSON.stringify(reasons)}::jsonb` })
      .whereRef("cases.id", "=", "held_message.case_id")
      .where("held_message.id", "=", heldId)
      .where("held_message.state", "=", "HELD")
      .returning(["cases.id", "cases.version"])
      .executeTakeFirst();
    // The case itself stays as it is; its open pages show what became of the message.
    if (refused !== undefined) await announceCase(trx, refused.id, refused.version);
  });
}
