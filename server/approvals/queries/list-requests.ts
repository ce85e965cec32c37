import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { Tables } from "../../tables.ts";
import type { ApprovalBox } from "../domain/boxes.ts";
import { type ApprovalSubjectKind, approvalSubjectKinds } from "../domain/words.ts";
import type { SubjectRules } from "../subject-rules.ts";
import { barredNow } from "./barred-now.ts";
import { type RequestRow, selectRequests } from "./find-request.ts";
import { approvalsInSight } from "./in-sight.ts";
import { notNow } from "./not-now.ts";

/** Whose tray, and what the kinds of subject ask to be learned before somebody agrees. */
interface AskedBox {
  readonly actor: Actor;
  readonly box: ApprovalBox;
  readonly now: Date;
  readonly rules: SubjectRules;
}

type Requests = ExpressionBuilder<Tables, "approval_request">;

/** A page of one tray: what is open by when it lapses, the rest by when it was asked, the newest first. */
export function listRequests(db: Db, asked: AskedBox, page: PageRequest): Promise<RequestRow[]> {
  const [at, id] = page.after ?? [];
  const byLapse = isByLapse(asked.box);
  const key = sql.ref(byLapse ? "approval_request.expires_at" : "approval_request.opened_at");
  const compare = sql.raw(byLapse ? ">" : "<");
  return selectRequests(db, asked.rules)
    .where((eb) => inBox(eb, asked))
    .where((eb) => approvalsInSight(eb, asked.actor))
    .$if(at !== undefined, (query) =>
      query.where(
        sql<boolean>`(${key}, approval_request.id) ${compare} (${instantInCursor(at ?? "")}, ${idInCursor(id)})`,
      ),
    )
    .orderBy(byLapse ? "approval_request.expires_at" : "approval_request.opened_at", byLapse ? "asc" : "desc")
    .orderBy("approval_request.id", byLapse ? "asc" : "desc")
    .limit(sql.lit(page.first + 1))
    .execute();
}

/** What a cursor of that tray holds. */
export function requestCursor(box: ApprovalBox, row: RequestRow): readonly string[] {
  return [(isByLapse(box) ? row.expires_at : row.opened_at).toISOString(), row.id];
}

function isByLapse(box: ApprovalBox): boolean {
  return box === "FOR_ME" || box === "OPEN";
}

/** How many requests wait for the viewer's word: the figure in the rail. */
export async function countForMe(db: Db, asked: Omit<AskedBox, "box">): Promise<number> {
  const { count } = await db
    .selectFrom("approval_request")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where((eb) => inBox(eb, { ...asked, box: "FOR_ME" }))
    .where((eb) => approvalsInSight(eb, asked.actor))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The same as `standingToAgree` lets through; a test holds the two together. */
function inBox(eb: Requests, { actor, box, now, rules }: AskedBox): Expression<SqlBool> {
  switch (box) {
    case "OPEN":
      return eb("approval_request.state", "=", "OPEN");
    case "PROPOSED":
      return eb("approval_request.proposer_id", "=", actor.id);
    case "DECIDED":
      return eb("approval_request.state", "<>", "OPEN");
    case "FOR_ME":
      return eb.and([
        eb("approval_request.state", "=", "OPEN"),
        eb("approval_request.expires_at", ">=", now),
        eb.not(notNow(rules)),
        onNoSide(eb, actor.id, rules),
        eb("approval_request.subject_kind", "in", learnedBy(actor, rules)),
        eb.or([isNext(eb, actor.permissions), ...lent(eb, actor, rules)]),
      ]);
  }
}

/** The kinds of which the viewer holds every record that agreeing to them needs. */
function learnedBy({ validCourses }: Actor, rules: SubjectRules): readonly ApprovalSubjectKind[] {
  return approvalSubjectKinds.filter((kind) => rules[kind].training.every((course) => validCourses.has(course)));
}

/** Where the right that is next is the viewer's own, a lent one is not asked. */
function lent(eb: Requests, actor: Actor, rules: SubjectRules): Expression<SqlBool>[] {
  return actor.standsInFor.map(({ staffId, rights }) => eb.and([isNext(eb, rights), onNoSide(eb, staffId, rules)]));
}

function isNext(eb: Requests, rights: ReadonlySet<string>): Expression<SqlBool> {
  return eb(sql<string>`approval_request.missing[1]`, "=", sql<string>`any(${[...rights]}::text[])`);
}

function onNoSide(eb: Requests, staffId: string | null, rules: SubjectRules): Expression<SqlBool> {
  if (staffId === null) return eb.lit(false);
  return eb.and([
    eb("approval_request.proposer_id", "is distinct from", staffId),
    sql<SqlBool>`not ${barredNow(rules)} @> ${JSON.stringify([{ staffId }])}::jsonb`,
    eb.not(
      eb.exists(
        eb
          .selectFrom("approval_decision")
          .select((inner) => inner.lit(1).as("one"))
          .whereRef("approval_decision.request_id", "=", "approval_request.id")
          .where((inner) =>
            inner.or([
              inner("approval_decision.staff_id", "=", staffId),
              inner("approval_decision.for_id", "=", staffId),
            ]),
          ),
      ),
    ),
  ]);
}
