import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Jobs } from "../../platform/jobs.ts";
import type { WallClock } from "../../platform/wall-clock.ts";
import type { WriteNotice } from "../../platform/write-notice.ts";
import { readRoleBook } from "../../staff/queries/find-role-book.ts";
import { approvalMatters } from "../domain/matters.ts";
import { standingToAgree } from "../domain/may-decide.ts";
import { askingOf, type RequestRow, selectRequests, toFacts } from "../queries/find-request.ts";
import { readApprovers } from "../queries/request-parts.ts";
import type { SubjectRules } from "../subject-rules.ts";

/** What telling needs of the house. */
export interface RequestTelling {
  readonly clock: WallClock;
  readonly jobs: Jobs;
  readonly writeNotice: WriteNotice;
  readonly approvalSubjects: SubjectRules;
}

/** A refund tells by the moves of its case, in the words of its money. */
const tellsByItself = ({ subject_kind: kind }: RequestRow) => kind === "REFUND";

/** Everybody who may give the word that is next hears that it is waited for, once a word. */
export async function tellApprovers(db: Db, ctx: RequestTelling, requestId: string): Promise<void> {
  const request = await getRequest(db, ctx, requestId);
  const [next] = request.missing;
  if (tellsByItself(request) || request.state !== "OPEN" || next === undefined) return;
  const now = ctx.clock.now();
  const asking = askingOf(request, ctx.approvalSubjects);
  for (const person of await readApprovers(db, await readRoleBook(db), [next], now)) {
    if (standingToAgree(toFacts(request), asking, person, now).reasons.length > 0) continue;
    await write(db, ctx, request, { kind: "AGREEMENT_WAITING", staffId: person.id, box: "FOR_ME" });
  }
}

/** Whoever proposed it hears how it ended, unless it was their own hand. */
export async function tellProposer(
  db: Db,
  ctx: RequestTelling,
  requestId: string,
  kind: "AGREEMENT_GIVEN" | "AGREEMENT_REFUSED" | "AGREEMENT_LAPSED",
): Promise<void> {
  const request = await getRequest(db, ctx, requestId);
  if (tellsByItself(request) || request.proposer_id === null) return;
  await write(db, ctx, request, { kind, staffId: request.proposer_id, box: "PROPOSED" });
}

/** Whoever leads the desk hears that something has waited too long, whatever it is about. */
export async function tellLeads(db: Db, ctx: RequestTelling, requestIds: readonly string[]): Promise<void> {
  if (requestIds.length === 0) return;
  const leads = await readApprovers(db, await readRoleBook(db), ["desk.lead"], ctx.clock.now());
  for (const request of await getRequests(db, ctx, requestIds)) {
    for (const { id: staffId, permissions } of leads)
      if (permissions.has("desk.lead") && staffId !== request.proposer_id)
        await write(db, ctx, request, { kind: "AGREEMENT_RAISED", staffId, box: "OPEN" });
  }
}

async function getRequest(db: Db, ctx: RequestTelling, id: string): Promise<RequestRow> {
  const [request] = await getRequests(db, ctx, [id]);
  if (request === undefined) throw new Error(`Approval ${id} is not there`);
  return request;
}

function getRequests(db: Db, { approvalSubjects }: RequestTelling, ids: readonly string[]): Promise<RequestRow[]> {
  return selectRequests(db, approvalSubjects)
    .where("approval_request.id", "=", sql<string>`any(${ids}::uuid[])`)
    .orderBy("approval_request.id")
    .execute();
}

interface Told {
  readonly kind:
    | "AGREEMENT_WAITING"
    | "AGREEMENT_GIVEN"
    | "AGREEMENT_REFUSED"
    | "AGREEMENT_LAPSED"
    | "AGREEMENT_RAISED";
  readonly staffId: string;
  readonly box: "FOR_ME" | "PROPOSED" | "OPEN";
}

async function write(db: Db, ctx: RequestTelling, request: RequestRow, { kind, staffId, box }: Told): Promise<void> {
  const { caseNumber } = request.detail;
  const withEnd = kind === "AGREEMENT_WAITING" || kind === "AGREEMENT_RAISED";
  await ctx.writeNotice(db, ctx, {
    kind,
    reader: { staffId },
    fields: {
      matter: approvalMatters[request.subject_kind],
      ...(withEnd && { answerBy: request.expires_at.toISOString() }),
      ...(typeof caseNumber === "string" && { caseNumber }),
    },
    link: { path: `/approvals?box=${box}` },
    writeKey: `${kind} ${request.id} ${request.missing.length} ${staffId}`,
  });
}
