import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { badInput } from "../graphql/cursor.ts";
import { freeText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { refused } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import { performOnMany } from "./actions/perform-on-many.ts";
import { toShutReason } from "./available-action.type.ts";
import { AssignCasesInput, type CaseInBulkInput, MessageOnCasesInput, ReasonOnCasesInput } from "./bulk.input.ts";
import { BulkActionEnum, BulkPreviewRowType, BulkResultType } from "./bulk.type.ts";
import { toCase } from "./case.type.ts";
import { CaseActionDoneType, toCaseActionResult } from "./case-action.result.ts";
import { type BulkAction, MOST_AT_ONCE } from "./domain/bulk.ts";
import type { CaseMove } from "./domain/decide.ts";
import { previewBulk } from "./queries/preview-bulk.ts";

/** One action on many cases: first what it would meet on each, then each through the door. */
@Resolver()
export class BulkResolver {
  @Query(() => [BulkPreviewRowType], {
    description:
      "What an action would meet on each of up to 100 cases in sight. Nothing is written; cases out of sight are left out.",
  })
  async bulkPreview(
    @Arg("action", () => BulkActionEnum) action: BulkAction,
    @Arg("caseIds", () => [ID]) caseIds: string[],
    @Ctx() ctx: RequestContext,
  ): Promise<readonly BulkPreviewRowType[]> {
    mayBeNamed(caseIds);
    const ids = caseIds.flatMap((id) => rowId(id, "Case") ?? []);
    return (await previewBulk(ctx, action, ids)).map(({ row, reasons }) => ({
      case: toCase(row),
      allowed: reasons.length === 0,
      reasons: reasons.map((reason) => toShutReason(reason, ctx)),
    }));
  }

  @Mutation(() => BulkResultType, {
    description: "Gives cases to members of staff, each to its own. Undone by giving them back.",
  })
  assignCases(
    @Arg("input", () => AssignCasesInput) { idempotencyKey, cases }: AssignCasesInput,
    @Ctx() ctx: RequestContext,
  ): Promise<BulkResultType> {
    return onEach(ctx, idempotencyKey, cases, ({ assigneeId }) => ({
      action: "ASSIGN",
      // An id that names nobody is refused by the rules, not taken for nobody.
      input: { assigneeId: assigneeId == null ? null : (rowId(assigneeId, "Staff") ?? noStaff) },
    }));
  }

  @Mutation(() => BulkResultType, { description: "Leaves the same internal note on cases." })
  addNoteToCases(
    @Arg("input", () => MessageOnCasesInput) { idempotencyKey, cases, message }: MessageOnCasesInput,
    @Ctx() ctx: RequestContext,
  ): Promise<BulkResultType> {
    const input = { message: freeText("message", message) };
    return onEach(ctx, idempotencyKey, cases, () => ({ action: "ADD_NOTE", input }));
  }

  @Mutation(() => BulkResultType, {
    description: "Asks the customers of cases the same question. The desk's own clocks stand still until they answer.",
  })
  requestInformationOnCases(
    @Arg("input", () => MessageOnCasesInput) { idempotencyKey, cases, message }: MessageOnCasesInput,
    @Ctx() ctx: RequestContext,
  ): Promise<BulkResultType> {
    const input = { message: freeText("message", message) };
    return onEach(ctx, idempotencyKey, cases, () => ({ action: "REQUEST_INFORMATION", input }));
  }

  @Mutation(() => BulkResultType, {
    description: "Closes cases whose answer stands, with a reason that each customer reads.",
  })
  closeCases(
    @Arg("input", () => ReasonOnCasesInput) { idempotencyKey, cases, reason }: ReasonOnCasesInput,
    @Ctx() ctx: RequestContext,
  ): Promise<BulkResultType> {
    const input = { reason: freeText("reason", reason) };
    return onEach(ctx, idempotencyKey, cases, () => ({ action: "CLOSE", input }));
  }
}

const noStaff = "00000000-0000-7000-8000-000000000000";

async function onEach<C extends CaseInBulkInput>(
  ctx: RequestContext,
  key: string,
  cases: readonly C[],
  moveOf: (one: C) => CaseMove,
): Promise<BulkResultType> {
  mayBeNamed(cases.map(({ caseId }) => caseId));
  const known = cases.flatMap((one) => {
    const caseId = rowId(one.caseId, "Case");
    return caseId === null
      ? []
      : [{ globalId: one.caseId, caseId, expectedVersion: one.expectedVersion, move: moveOf(one) }];
  });
  const outcomes = await performOnMany(ctx, key, known);
  const byId = new Map(known.map(({ globalId }, at) => [globalId, outcomes[at]]));
  const rows = await Promise.all(
    cases.map(async ({ caseId }) => ({
      caseId,
      result: await toCaseActionResult(ctx, byId.get(caseId) ?? refused({ kind: "NOT_FOUND" })),
    })),
  );
  return { done: rows.filter(({ result }) => result instanceof CaseActionDoneType).length, rows };
}

/** A case named twice would be done once and refused once. */
function mayBeNamed(ids: readonly string[]): void {
  if (ids.length === 0 || ids.length > MOST_AT_ONCE) throw badInput(`Name 1 to ${MOST_AT_ONCE} cases.`);
  if (new Set(ids).size < ids.length) throw badInput("Name each case once.");
}
