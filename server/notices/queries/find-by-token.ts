import type { RequestContext } from "../../request-context.ts";
import { type Actor, strangerActor } from "../../staff/domain/actor.ts";
import { rightsIn } from "../../staff/domain/role-book.ts";
import { readRoleBook } from "../../staff/queries/find-role-book.ts";
import { readAnswerToken } from "../answer-token.ts";

/**
 * A notice by the link that asks for its answer; null for a wrong one. A link that was sent to a person leads nowhere once
 * they are no longer at work at the shop or bank that the notice is for.
 */
export async function findByToken({ db, signing }: Pick<RequestContext, "db" | "signing">, token: string) {
  const id = readAnswerToken(signing, token);
  if (id === null) return null;
  const row = await db
    .selectFrom("notice")
    .select(["id", "kind", "audience", "case_id", "answer", "locale", "event_id", "merchant_id", "institution_id"])
    .select(["fields", "created_at"])
    .where("id", "=", id)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb("staff_id", "is", null),
        exists(
          selectFrom("staff")
            .select("staff.id")
            .whereRef("staff.id", "=", "notice.staff_id")
            .where("staff.active", "=", true)
            .whereRef("staff.merchant_id", "is not distinct from", "notice.merchant_id")
            .whereRef("staff.institution_id", "is not distinct from", "notice.institution_id"),
        ),
      ]),
    )
    .executeTakeFirst();
  return row ?? null;
}

export type NoticeByToken = NonNullable<Awaited<ReturnType<typeof findByToken>>>;

/** Whoever holds the link speaks for the merchant or the bank that it was sent to, and for nobody else. */
export async function holderOf(
  { db }: Pick<RequestContext, "db">,
  { audience, merchant_id: merchantId, institution_id: institutionId }: NoticeByToken,
): Promise<Actor> {
  const roles = await readRoleBook(db);
  const role = audience === "BANK" ? "BANK_OFFICER" : "MERCHANT_VERIFIER";
  return { ...strangerActor, role, merchantId, institutionId, roles, permissions: rightsIn(roles, role) };
}

/** What was said to it so far. */
export async function answerOf({ db }: Pick<RequestContext, "db">, noticeId: string) {
  const row = await db.selectFrom("notice").select("answer").where("id", "=", noticeId).executeTakeFirstOrThrow();
  return row.answer;
}
