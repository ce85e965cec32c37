import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { CaseType, toCase } from "../cases/case.type.ts";
import { DecisionType, toDecision } from "../cases/decision.type.ts";
import { caseById } from "../cases/queries/case-parts.ts";
import { decisionAtEvent } from "../cases/queries/find-decisions.ts";
import { type Connection, emptyConnection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { freeText, optionalText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { deskDay } from "../kernel/desk-day.ts";
import type { Result } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { changeFinding } from "./actions/change-finding.ts";
import { moveFinding } from "./actions/move-finding.ts";
import { raiseFinding } from "./actions/raise-finding.ts";
import type { AuditProblem } from "./domain/audit-problems.ts";
import {
  AuditFindingConnection,
  AuditFindingType,
  ChangeFindingInput,
  FindingFilterInput,
  FindingKeptType,
  FindingResult,
  MoveFindingInput,
  RaiseFindingInput,
  toFinding,
} from "./finding.type.ts";
import {
  eventsOfFinding,
  type FindingFilter,
  findFinding,
  findingsOfItem,
  listFindings,
} from "./queries/find-findings.ts";
import { itemById, sampleById } from "./queries/find-samples.ts";
import { machineAnswersOfCase } from "./queries/machine-answers.ts";
import { AuditEventType, AuditSampleType, MachineAnswerType, SampleItemType } from "./sample.type.ts";
import { toAuditEvent, toAuditRefused, toItem, toMachineAnswer, toSample } from "./to-sample.ts";

const [longestText, longestNote] = [2000, 1000];

/** Findings: what a review found, until somebody else has seen that it was put right. */
@Resolver(() => AuditFindingType)
export class FindingResolver {
  @Query(() => AuditFindingConnection, {
    description: "Findings, the soonest due first: for auditors all of them, for everybody else those that they own.",
  })
  async auditFindings(
    @Arg("filter", () => FindingFilterInput, { nullable: true }) input: FindingFilterInput | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AuditFindingType>> {
    const page = pageRequest(first, after, 2);
    const filter = toFilter(input, ctx);
    if (filter === null) return emptyConnection();
    return toConnection(
      await listFindings(ctx.db, ctx.actor, filter, page),
      page,
      ({ due_on, id }) => [due_on, id],
      (row) => toFinding(row, ctx),
    );
  }

  @Mutation(() => FindingResult, {
    description: "Raises a finding from a case of a sample. The owner is told. Nobody does so of their own work.",
  })
  async raiseFinding(
    @Arg("input", () => RaiseFindingInput) input: RaiseFindingInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof FindingResult> {
    const { severity, dueOn, idempotencyKey: key } = input;
    const texts = {
      what: freeText("what", input.what, longestText),
      cause: freeText("cause", input.cause, longestText),
      correction: freeText("correction", input.correction, longestText),
    };
    const itemId = rowId(input.itemId, "SampleItem");
    if (itemId === null) return toAuditRefused(["SAMPLE_NOT_FOUND"], ctx.locale);
    const ownerId = rowId(input.ownerId, "Staff");
    return answer(ctx, await raiseFinding(ctx, { itemId, severity, dueOn, key, ownerId, ...texts }));
  }

  @Mutation(() => FindingResult, { description: "Severity, owner and due date anew, until the finding is verified." })
  async changeFinding(
    @Arg("input", () => ChangeFindingInput) input: ChangeFindingInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof FindingResult> {
    const { expectedVersion, severity, dueOn } = input;
    const findingId = rowId(input.findingId, "AuditFinding");
    if (findingId === null) return toAuditRefused(["FINDING_NOT_FOUND"], ctx.locale);
    const ownerId = rowId(input.ownerId, "Staff");
    return answer(ctx, await changeFinding(ctx, { findingId, expectedVersion, severity, dueOn, ownerId }));
  }

  @Mutation(() => FindingResult, {
    description:
      "Takes a finding one step on. Its owner puts it right; a reviewer who neither owns it nor completed it verifies that.",
  })
  async moveFinding(
    @Arg("input", () => MoveFindingInput) input: MoveFindingInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof FindingResult> {
    const { expectedVersion, step } = input;
    const note = optionalText("note", input.note, longestNote);
    const findingId = rowId(input.findingId, "AuditFinding");
    if (findingId === null) return toAuditRefused(["FINDING_NOT_FOUND"], ctx.locale);
    return answer(ctx, await moveFinding(ctx, { findingId, expectedVersion, step, note }));
  }

  @FieldResolver(() => StaffType, { nullable: true })
  owner(@Root() { row }: AuditFindingType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.owner_id);
  }

  @FieldResolver(() => StaffType, { nullable: true })
  raisedBy(@Root() { row }: AuditFindingType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.raised_by_id);
  }

  @FieldResolver(() => StaffType, { nullable: true })
  verifiedBy(@Root() { row }: AuditFindingType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.verified_by_id);
  }

  @FieldResolver(() => CaseType, { nullable: true })
  async case(@Root() { row }: AuditFindingType, @Ctx() ctx: RequestContext): Promise<CaseType | null> {
    const found = await ctx.loaders.load(caseById, row.case_id);
    return found === null ? null : toCase(found);
  }

  @FieldResolver(() => AuditSampleType, { nullable: true, description: "For auditors: the sample that it came from." })
  async sample(@Root() { row }: AuditFindingType, @Ctx() ctx: RequestContext): Promise<AuditSampleType | null> {
    const found = await ctx.loaders.load(sampleById, row.sample_id);
    return found === null ? null : toSample(found, ctx.locale);
  }

  @FieldResolver(() => SampleItemType, { nullable: true, description: "For auditors: the case as it was drawn." })
  async item(@Root() { row }: AuditFindingType, @Ctx() ctx: RequestContext): Promise<SampleItemType | null> {
    const found = await ctx.loaders.load(itemById, row.item_id);
    return found === null ? null : toItem(found);
  }

  @FieldResolver(() => [AuditEventType], { description: "What was done with it, oldest first." })
  async log(@Root() { row }: AuditFindingType, @Ctx() ctx: RequestContext): Promise<readonly AuditEventType[]> {
    return (await ctx.loaders.load(eventsOfFinding, row.id)).map(toAuditEvent);
  }
}

/** What findings and records add to a case of a sample. */
@Resolver(() => SampleItemType)
export class SampleItemResolver {
  @FieldResolver(() => CaseType, { nullable: true })
  async case(@Root() { row }: SampleItemType, @Ctx() ctx: RequestContext): Promise<CaseType | null> {
    const found = await ctx.loaders.load(caseById, row.case_id);
    return found === null ? null : toCase(found);
  }

  @FieldResolver(() => DecisionType, {
    nullable: true,
    description: "What the policy said of the case when it was decided; null where it had said nothing.",
  })
  async decision(@Root() { row }: SampleItemType, @Ctx() ctx: RequestContext): Promise<DecisionType | null> {
    const found = await ctx.loaders.load(decisionAtEvent, row.event_id);
    return found === null ? null : toDecision(found, ctx.locale);
  }

  @FieldResolver(() => [MachineAnswerType])
  async machine(@Root() { row }: SampleItemType, @Ctx() ctx: RequestContext): Promise<readonly MachineAnswerType[]> {
    const { machine, case_id: caseId, event_id: eventId } = row;
    const answers = machine ?? (await ctx.loaders.load(machineAnswersOfCase, { caseId, eventId }));
    return answers.map((one) => toMachineAnswer(one, ctx.locale));
  }

  @FieldResolver(() => StaffType, { nullable: true })
  reviewedBy(@Root() { row }: SampleItemType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.reviewed_by_id);
  }

  @FieldResolver(() => [AuditFindingType])
  async findings(@Root() { row }: SampleItemType, @Ctx() ctx: RequestContext): Promise<readonly AuditFindingType[]> {
    return (await ctx.loaders.load(findingsOfItem, row.id)).map((found) => toFinding(found, ctx));
  }
}

@Resolver(() => AuditEventType)
export class AuditEventResolver {
  @FieldResolver(() => StaffType, { nullable: true })
  actor(@Root() { row }: AuditEventType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.actor_id);
  }
}

/** Null where the filter names somebody or something that cannot be there: then nothing was found. */
function toFilter(input: FindingFilterInput | null, { clock }: RequestContext): FindingFilter | null {
  if (input == null) return {};
  const { states, severities, ownerId, sampleId, overdue } = input;
  const owner = ownerId == null ? undefined : rowId(ownerId, "Staff");
  const sample = sampleId == null ? undefined : rowId(sampleId, "AuditSample");
  if (owner === null || sample === null) return null;
  return {
    ...(states != null && { states }),
    ...(severities != null && { severities }),
    ...(owner !== undefined && { ownerId: owner }),
    ...(sample !== undefined && { sampleId: sample }),
    ...(overdue === true && { overdueOn: deskDay(clock.now()) }),
  };
}

async function answer(
  ctx: RequestContext,
  result: Result<string, readonly AuditProblem[]>,
): Promise<typeof FindingResult> {
  if (!result.ok) return toAuditRefused(result.error, ctx.locale);
  const row = await findFinding(ctx.db, ctx.actor, result.value);
  if (row === undefined) throw new Error(`Finding ${result.value} was kept and is not there`);
  return Object.assign(new FindingKeptType(), { finding: toFinding(row, ctx) });
}
