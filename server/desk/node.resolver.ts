import { sql } from "kysely";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { toApproval } from "../approvals/approval.type.ts";
import { findRequest } from "../approvals/queries/find-request.ts";
import { toCase } from "../cases/case.type.ts";
import { toCaseEvent } from "../cases/case-event.type.ts";
import { toCustomer } from "../cases/customer.type.ts";
import { eventsOfCase } from "../cases/queries/case-events.ts";
import { caseById, clocksOfCase, customerById } from "../cases/queries/case-parts.ts";
import { toClock } from "../clocks/to-clock.ts";
import { toDispute } from "../disputes/dispute.type.ts";
import { disputeById } from "../disputes/queries/list-disputes.ts";
import { toEvidence } from "../evidence/evidence.type.ts";
import { findEvidence } from "../evidence/queries/find-evidence.ts";
import { toExportRun } from "../exports/export.type.ts";
import { findOwnExport } from "../exports/queries/find-exports.ts";
import { Node } from "../graphql/node.type.ts";
import { deskDay } from "../kernel/desk-day.ts";
import { fromGlobalId, type Id } from "../kernel/ids.ts";
import { toInstitution } from "../merchants/institution.type.ts";
import { toMerchant } from "../merchants/merchant.type.ts";
import { institutionById } from "../merchants/queries/find-institutions.ts";
import { merchantById } from "../merchants/queries/find-merchants.ts";
import { toEndpoint } from "../notices/endpoint.type.ts";
import { toNotice } from "../notices/notice.type.ts";
import { endpointById } from "../notices/queries/list-endpoints.ts";
import { noticeById } from "../notices/queries/list-notices.ts";
import { toPolicyDraft } from "../policies/policy-book.type.ts";
import { toPolicyVersion } from "../policies/policy-version.type.ts";
import { findDraft } from "../policies/queries/find-drafts.ts";
import { policyVersionsById } from "../policies/queries/policy-versions.ts";
import { referralById } from "../referrals/queries/find-referrals.ts";
import { toReferral } from "../referrals/referral.type.ts";
import { refundsOfCase } from "../refunds/queries/list-refunds.ts";
import { toRefund } from "../refunds/refund.type.ts";
import type { RequestContext } from "../request-context.ts";
import { toApiKey } from "../staff/api-key.type.ts";
import { toDelegation } from "../staff/delegation.type.ts";
import type { Permission } from "../staff/domain/permissions.ts";
import { staffById } from "../staff/queries/find-staff.ts";
import { findApiKey } from "../staff/queries/list-api-keys.ts";
import { findDelegation } from "../staff/queries/list-delegations.ts";
import { merchantsInSight } from "../staff/scope.ts";
import { toStaff } from "../staff/staff.type.ts";
import { toMessageTemplate } from "../threads/message-template.type.ts";
import { findTemplate } from "../threads/queries/find-templates.ts";
import { toCourse } from "../training/course.type.ts";
import { courseById } from "../training/queries/list-courses.ts";
import { findRecord } from "../training/queries/list-records.ts";
import { toTrainingRecord } from "../training/training-record.type.ts";
import { toImportRun } from "../transactions/import-run.type.ts";
import { findImportRun } from "../transactions/queries/find-import-runs.ts";
import { transactionById } from "../transactions/queries/find-transactions.ts";
import { toTransaction } from "../transactions/transaction.type.ts";

type Find = (ctx: RequestContext, id: Id) => Promise<Node | null>;

/** How each type is found again by its row's id. What is out of the viewer's sight is not found, like what is not there. */
const finders: Readonly<Record<string, Find>> = {
  ApiKey: async (ctx, id) => orNull((await findApiKey(ctx.db, ctx.actor, id)) ?? null, (row) => toApiKey(row, ctx)),
  ApprovalRequest: async (ctx, id) => orNull((await findRequest(ctx, id)) ?? null, (row) => toApproval(row, ctx)),
  Case: async (ctx, id) => orNull(await ctx.loaders.load(caseById, id), toCase),
  CaseEvent: (ctx, id) => partOfCase(ctx, "case_event", id, findEvent),
  Clock: (ctx, id) => partOfCase(ctx, "case_clock", id, findClock),
  Course: findCourseNode,
  Customer: findCustomerNode,
  Delegation: (ctx, id) =>
    ifAllowed(ctx, "staff.read", async () =>
      orNull((await findDelegation(ctx.db, id)) ?? null, (row) =>
        toDelegation(row, { id: ctx.actor.id, now: ctx.clock.now() }),
      ),
    ),
  Dispute: async (ctx, id) => orNull(await ctx.loaders.load(disputeById, id), (row) => toDispute(row, ctx.locale)),
  Evidence: async (ctx, id) => orNull((await findEvidence(ctx.db, ctx.actor, id)) ?? null, toEvidence),
  ExportRun: (ctx, id) =>
    ifAllowed(ctx, "export.run", async () =>
      orNull(await findOwnExport(ctx.db, ctx.actor.id, id), (row) => toExportRun(row, ctx.locale)),
    ),
  ImportRun: (ctx, id) =>
    ifAllowed(ctx, "import.run", async () =>
      orNull((await findImportRun(ctx.db, id)) ?? null, (row) => toImportRun(row, ctx.locale)),
    ),
  Institution: (ctx, id) =>
    ifAllowed(ctx, "staff.manage", async () => orNull(await ctx.loaders.load(institutionById, id), toInstitution)),
  Merchant: findMerchantNode,
  MessageTemplate: (ctx, id) =>
    ifAllowed(ctx, "case.note", async () => orNull((await findTemplate(ctx.db, id)) ?? null, toMessageTemplate)),
  Notice: (ctx, id) =>
    ifAllowed(ctx, "notice.read", async () => orNull(await ctx.loaders.load(noticeById, id), toNotice)),
  PolicyVersion: (ctx, id) =>
    ifAllowed(ctx, "policy.read", async () =>
      orNull(await ctx.loaders.load(policyVersionsById, id), (row) => toPolicyVersion(row, ctx.locale)),
    ),
  PolicyDraft: (ctx, id) =>
    ifAllowed(ctx, "policy.approve", async () => orNull(await findDraft(ctx.db, id), toPolicyDraft)),
  Referral: async (ctx, id) => orNull(await ctx.loaders.load(referralById, id), toReferral),
  Refund: (ctx, id) =>
    partOfCase(ctx, "refund", id, async (caseId) =>
      onlyIf((await ctx.loaders.load(refundsOfCase, caseId)).find((row) => row.id === id) ?? null, id, (row) =>
        toRefund(row, ctx.locale),
      ),
    ),
  Staff: (ctx, id) => ifAllowed(ctx, "staff.read", async () => orNull(await ctx.loaders.load(staffById, id), toStaff)),
  TrainingRecord: async (ctx, id) =>
    orNull(await findRecord(ctx.db, ctx.actor, id), (row) => toTrainingRecord(row, deskDay(ctx.clock.now()))),
  Transaction: async (ctx, id) => orNull(await ctx.loaders.load(transactionById, id), toTransaction),
  WebhookEndpoint: (ctx, id) =>
    ifAllowed(ctx, "registry.manage", async () =>
      orNull(await ctx.loaders.load(endpointById, id), (row) => toEndpoint(row, ctx.clock.now())),
    ),
};

/** Whatever has an id can be asked for again by it. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "Anything by its id; null when it is not there or not the viewer's to see.",
  })
  async node(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<Node | null> {
    const ref = fromGlobalId(id);
    const find = ref === null ? undefined : finders[ref.type];
    return ref === null || find === undefined ? null : find(ctx, ref.id);
  }
}

type CasePart = "case_event" | "case_clock" | "refund";

/** A part of a case is in sight exactly when its case is. */
async function partOfCase(
  ctx: RequestContext,
  table: CasePart,
  id: Id,
  find: (caseId: Id, ctx: RequestContext, id: Id) => Promise<Node | null>,
): Promise<Node | null> {
  const part = await ctx.db.selectFrom(table).select("case_id").where("id", "=", id).executeTakeFirst();
  const found = part === undefined ? null : await ctx.loaders.load(caseById, part.case_id);
  return found === null ? null : find(found.id, ctx, id);
}

async function findEvent(caseId: Id, ctx: RequestContext, id: Id): Promise<Node | null> {
  const at = await ctx.db.selectFrom("case_event").select("sequence").where("id", "=", id).executeTakeFirstOrThrow();
  const [row] = await ctx.loaders.load(eventsOfCase, { caseId, first: 1, last: null, afterSequence: at.sequence - 1 });
  return onlyIf(row ?? null, id, toCaseEvent);
}

async function findClock(caseId: Id, ctx: RequestContext, id: Id): Promise<Node | null> {
  const clock = (await ctx.loaders.load(clocksOfCase, caseId)).find((row) => row.id === id);
  return clock === undefined ? null : toClock(clock, ctx.clock.now(), ctx.locale);
}

/** A customer is in sight through a case of theirs. */
async function findCustomerNode(ctx: RequestContext, id: Id): Promise<Node | null> {
  const theirs = await ctx.db
    .selectFrom("cases")
    .select("id")
    .where("customer_id", "=", id)
    .limit(sql.lit(1))
    .executeTakeFirst();
  const found = theirs === undefined ? null : await ctx.loaders.load(caseById, theirs.id);
  if (found === null) return null;
  return orNull(await ctx.loaders.load(customerById, id), (row) =>
    toCustomer(row, null, ctx.actor.permissions.has("customer.readContact")),
  );
}

/** A course that nobody has published is its authors' own. */
async function findCourseNode(ctx: RequestContext, id: Id): Promise<Node | null> {
  if (!ctx.actor.permissions.has("training.learn")) return null;
  const row = await ctx.loaders.load(courseById, id);
  const isShown = row !== null && (row.published !== null || ctx.actor.permissions.has("training.manage"));
  return isShown ? toCourse(row, ctx.locale) : null;
}

async function findMerchantNode(ctx: RequestContext, id: Id): Promise<Node | null> {
  const inSight = await merchantsInSight(ctx.db, ctx.actor)
    .select("merchant.id")
    .where("merchant.id", "=", id)
    .executeTakeFirst();
  return inSight === undefined ? null : orNull(await ctx.loaders.load(merchantById, id), toMerchant);
}

async function ifAllowed(
  ctx: RequestContext,
  permission: Permission,
  find: () => Promise<Node | null>,
): Promise<Node | null> {
  return ctx.actor.permissions.has(permission) ? find() : null;
}

function orNull<R>(row: R | null, map: (row: R) => Node): Node | null {
  return row === null ? null : map(row);
}

/** What a loader of the case gave, where it is the one that was asked for. */
function onlyIf<R extends { readonly id: string }>(row: R | null, id: Id, map: (row: R) => Node): Node | null {
  return row !== null && row.id === id ? map(row) : null;
}
