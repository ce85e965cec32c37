import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { badInput, pageRequest } from "../graphql/cursor.ts";
import { optionalText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { type Money, money } from "../kernel/money.ts";
import { refused } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import { toDelegation } from "../staff/delegation.type.ts";
import { absenceOf } from "../staff/queries/list-delegations.ts";
import { StaffType, staffOf, toStaff } from "../staff/staff.type.ts";
import { decideApproval } from "./actions/decide-approval.ts";
import { type ApprovalItemInput, DecideApprovalsInput } from "./approval.input.ts";
import { ApprovalBatchRowType, toApprovalResult, toBatchRow } from "./approval.result.ts";
import {
  ApprovalConnection,
  ApprovalDeciderType,
  type ApprovalDecisionType,
  ApprovalLevelType,
  ApprovalRequestType,
  toApproval,
  toReason,
} from "./approval.type.ts";
import { ApprovalBoxEnum, ApprovalVerdictEnum } from "./approval-words.type.ts";
import { approvalRefusalText } from "./domain/approval-refusal-text.ts";
import type { ApprovalBox } from "./domain/boxes.ts";
import { colleagueRefusalText } from "./domain/colleague-refusal-text.ts";
import { standingToAgree } from "./domain/may-decide.ts";
import type { ApprovalVerdict } from "./domain/words.ts";
import { askingOf, findRequests, toFacts } from "./queries/find-request.ts";
import { countForMe, listRequests, requestCursor } from "./queries/list-requests.ts";
import { approversOf, askedOfRequest, type DecisionRow, decisionsOfRequest } from "./queries/request-parts.ts";

/** A batch is looked over by a person; more than this nobody looks over. */
const mostAtOnce = 50;

@ObjectType("ApprovalPreview", { description: "What a batch would do, before it does anything." })
export class ApprovalPreviewType {
  @Field(() => [ApprovalRequestType], {
    description: "Those in sight, in the order asked; each says whether the viewer may.",
  })
  requests!: readonly ApprovalRequestType[];

  @Field(() => [MoneyType], { description: "The money of those on which the viewer may say that word, by currency." })
  totals!: readonly Money[];
}

@Resolver(() => ApprovalRequestType)
export class ApprovalResolver {
  @Query(() => ApprovalConnection, {
    description: "A tray of the viewer's inbox: what is open by when it lapses, the rest newest first.",
  })
  async approvals(
    @Arg("box", () => ApprovalBoxEnum, { defaultValue: "FOR_ME" }) box: ApprovalBox,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ApprovalRequestType>> {
    const page = pageRequest(first, after, 2);
    const rows = await listRequests(ctx.db, { ...asksOf(ctx), box }, page);
    return toConnection(
      rows,
      page,
      (row) => requestCursor(box, row),
      (row) => toApproval(row, ctx),
    );
  }

  @Query(() => Int, { nullable: true, description: "How many requests wait for the viewer's word." })
  approvalsForMe(@Ctx() ctx: RequestContext): Promise<number> {
    return countForMe(ctx.db, asksOf(ctx));
  }

  @Query(() => ApprovalPreviewType, {
    nullable: true,
    description: "What deciding these together would mean: each allowed or why not, and the money by currency.",
  })
  async approvalPreview(
    @Arg("ids", () => [ID], { description: "1 to 50 requests." }) ids: string[],
    @Arg("verdict", () => ApprovalVerdictEnum, { defaultValue: "GRANT" }) verdict: ApprovalVerdict,
    @Ctx() ctx: RequestContext,
  ): Promise<ApprovalPreviewType> {
    checkCount(ids.length);
    const wanted = ids.map((id) => rowId(id, "ApprovalRequest")).filter((id) => id !== null);
    const found = new Map((await findRequests(ctx, wanted)).map((row) => [row.id, row]));
    const requests = wanted.flatMap((id) => found.get(id) ?? []).map((row) => toApproval(row, ctx));
    return { requests, totals: totalsOf(requests, verdict) };
  }

  @Mutation(() => [ApprovalBatchRowType], {
    description:
      "Agrees to requests or turns them down, one after the other: each in a transaction of its own, with its own answer.",
  })
  async decideApprovals(
    @Arg("input", () => DecideApprovalsInput) input: DecideApprovalsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly ApprovalBatchRowType[]> {
    checkCount(input.items.length);
    const note = optionalText("note", input.note);
    const rows: ApprovalBatchRowType[] = [];
    for (const item of input.items) rows.push(await this.decideOne(ctx, item, { verdict: input.verdict, note }));
    return rows;
  }

  private async decideOne(
    ctx: RequestContext,
    { id, expectedVersion, idempotencyKey }: ApprovalItemInput,
    said: Pick<DecideApprovalsInput, "verdict" | "note">,
  ): Promise<ApprovalBatchRowType> {
    const requestId = rowId(id, "ApprovalRequest");
    const answer =
      requestId === null
        ? refused({ kind: "NOT_FOUND" } as const)
        : await decideApproval(ctx, { requestId, expectedVersion, idempotencyKey, ...said });
    return Object.assign(toBatchRow(requestId ?? "", await toApprovalResult(ctx, answer, requestId)), { id });
  }

  @FieldResolver(() => [ApprovalLevelType], {
    description: "Every agreement that is needed, in order, with who gave it.",
  })
  async levels(
    @Root() { row }: ApprovalRequestType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly ApprovalLevelType[]> {
    const decisions = await ctx.loaders.load(decisionsOfRequest, row.id);
    const given = row.needs.length - row.missing.length;
    return Promise.all(
      row.needs.map(async (right, index) => {
        const decision = decisions[index];
        return {
          right,
          next: row.state === "OPEN" && index === given,
          decision: decision === undefined ? null : await toDecision(ctx, decision),
        };
      }),
    );
  }

  @FieldResolver(() => StaffType, { nullable: true, description: "Whose hand proposed it; null where a rule did." })
  proposer(@Root() { row }: ApprovalRequestType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.proposer_id);
  }

  @FieldResolver(() => [StaffType], {
    description: "Of one that lapsed: who had been told that it waits for their word. Empty for any other.",
  })
  async asked(@Root() { row }: ApprovalRequestType, @Ctx() ctx: RequestContext): Promise<readonly StaffType[]> {
    if (row.state !== "EXPIRED") return [];
    const rows = await ctx.loaders.load(askedOfRequest, row.id);
    const people = await Promise.all(rows.map(({ staff_id }) => staffOf(ctx, staff_id)));
    return people.filter((person) => person !== null);
  }

  @FieldResolver(() => [ApprovalDeciderType], {
    description: "Who holds the right that is next, in their own name or a colleague's, and whether they may.",
  })
  async deciders(
    @Root() { row }: ApprovalRequestType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly ApprovalDeciderType[]> {
    const [next] = row.missing;
    if (row.state !== "OPEN" || next === undefined) return [];
    const asking = askingOf(row, ctx.approvalSubjects);
    const facts = toFacts(row);
    const people = await ctx.loaders.load(approversOf, next);
    const now = ctx.clock.now();
    return Promise.all(
      people.map(async (person) => {
        const { reasons, standsInFor } = standingToAgree(facts, asking, person, now);
        const absence = await ctx.loaders.load(absenceOf, person.id);
        const inWords = person.id === ctx.actor.id ? approvalRefusalText : colleagueRefusalText;
        return {
          staff: toStaff(person),
          away: absence === null ? null : toDelegation(absence, { id: ctx.actor.id, now }),
          inPlaceOf: standsInFor?.name ?? null,
          reasons: reasons.map((reason) => toReason(reason, facts, ctx.locale, inWords)),
        };
      }),
    );
  }
}

function asksOf({ actor, clock, approvalSubjects }: RequestContext) {
  return { actor, now: clock.now(), rules: approvalSubjects };
}

function checkCount(count: number): void {
  if (count < 1 || count > mostAtOnce) throw badInput(`Between 1 and ${mostAtOnce} requests can be decided at once.`);
}

function totalsOf(requests: readonly ApprovalRequestType[], verdict: ApprovalVerdict): readonly Money[] {
  const sums = new Map<string, bigint>();
  for (const { amount, mayDecide, mayReject } of requests) {
    if (amount !== null && (verdict === "GRANT" ? mayDecide : mayReject))
      sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.minor);
  }
  return [...sums]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, minor]) => money(minor, currency));
}

async function toDecision(ctx: RequestContext, row: DecisionRow): Promise<ApprovalDecisionType> {
  const [by, inPlaceOf] = await Promise.all([staffOf(ctx, row.staff_id), staffOf(ctx, row.for_id)]);
  return { by, inPlaceOf, verdict: row.verdict, note: row.note, at: row.at };
}
