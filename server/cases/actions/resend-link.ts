import { newId } from "../../kernel/ids.ts";
import type { ActionContext } from "../../request-context.ts";
import { makeCaseLink } from "../case-link.ts";
import type { LostLink } from "../domain/lost-link.ts";
import { findLostCase } from "../queries/find-lost-case.ts";

/** One that was sent just now is still on its way: asking again makes no second, which would end the first unread. */
const onItsWayMs = 10 * 60_000;

/**
 * Sends whoever lost their link a new one, to the contact that the case has; the old one opens nothing from then on.
 * Whether there was such a case is told to nobody who asks, so nothing is given back.
 */
export async function resendLink(ctx: ActionContext, lost: LostLink): Promise<void> {
  const now = ctx.clock.now();
  const caseId = await findLostCase(ctx.db, lost, now);
  if (caseId === undefined) return;
  await ctx.db.transaction().execute(async (db) => {
    const link = makeCaseLink(ctx.signing, caseId, newId(), now);
    // Of two at once the second waits here, and finds that the first has done it.
    const renewed = await db
      .updateTable("cases")
      .set({ link_key: link.key, link_hash: link.hash, link_expires_at: link.expiresAt, link_made_at: now })
      .where("id", "=", caseId)
      .where((eb) =>
        eb.or([eb("link_made_at", "is", null), eb("link_made_at", "<=", new Date(now.getTime() - onItsWayMs))]),
      )
      .returning("number")
      .executeTakeFirst();
    if (renewed === undefined) return;
    await ctx.writeNotice(db, ctx, {
      kind: "CASE_LINK",
      reader: { customerOfCase: caseId },
      fields: { caseNumber: renewed.number },
      over: ["email" in lost.contact ? "EMAIL" : "SMS"],
    });
  });
}
