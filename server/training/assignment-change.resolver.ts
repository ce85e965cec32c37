import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { freeText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { deskDay } from "../kernel/desk-day.ts";
import type { Result } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { changeDueDay } from "./actions/change-due-day.ts";
import { withdrawTraining } from "./actions/withdraw-training.ts";
import type { Withdrawal } from "./domain/record-machine.ts";
import type { TrainingRefusal } from "./domain/training-refusal.ts";
import { dueChangesOfRecord } from "./queries/due-changes.ts";
import { findRecord } from "./queries/list-records.ts";
import { toTrainingNotFound, toTrainingRefused } from "./training.result.ts";
import { ChangeTrainingDueDateInput, WithdrawTrainingInput } from "./training-record.input.ts";
import { ChangeTrainingRecordResult, TrainingRecordChangedType } from "./training-record.result.ts";
import {
  TrainingDueChangeType,
  TrainingRecordType,
  toTrainingDueChange,
  toTrainingRecord,
} from "./training-record.type.ts";

@Resolver(() => TrainingRecordType)
export class AssignmentChangeResolver {
  @FieldResolver(() => StaffType, { nullable: true })
  withdrawnBy(@Root() { row }: TrainingRecordType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.withdrawn_by_id);
  }

  @FieldResolver(() => [TrainingDueChangeType], { description: "Every change of its due day, the first one first." })
  async dueChanges(
    @Root() { row }: TrainingRecordType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly TrainingDueChangeType[]> {
    return (await ctx.loaders.load(dueChangesOfRecord, row.id)).map(toTrainingDueChange);
  }

  @Mutation(() => ChangeTrainingRecordResult, {
    description: "Takes an assignment back while it can be worked on. It is a gap again where it is needed.",
  })
  withdrawTraining(
    @Arg("input", () => WithdrawTrainingInput) input: WithdrawTrainingInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof ChangeTrainingRecordResult> {
    return withdrawn(ctx, input, "WITHDRAW");
  }

  @Mutation(() => ChangeTrainingRecordResult, {
    description:
      "Takes a waiver back while it holds. What it opened is shut at once, and it is a gap again where no other record holds.",
  })
  withdrawWaiver(
    @Arg("input", () => WithdrawTrainingInput) input: WithdrawTrainingInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof ChangeTrainingRecordResult> {
    return withdrawn(ctx, input, "WITHDRAW_WAIVER");
  }

  @Mutation(() => ChangeTrainingRecordResult, {
    description: "Gives an assignment another due day while it can be worked on. Sent again it changes nothing.",
  })
  changeTrainingDueDate(
    @Arg("input", () => ChangeTrainingDueDateInput) input: ChangeTrainingDueDateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof ChangeTrainingRecordResult> {
    const reason = freeText("reason", input.reason, 500);
    const { id } = ctx.actor;
    if (id === null) throw new Error("Only somebody of the desk may change an assignment");
    const dueOn = input.dueOn ?? null;
    const by = { ...ctx, actor: { ...ctx.actor, id } };
    return changed(ctx, input.recordId, (recordId) => changeDueDay(by, { recordId, dueOn, reason }));
  }
}

function withdrawn(
  ctx: RequestContext,
  input: WithdrawTrainingInput,
  withdrawal: Withdrawal,
): Promise<typeof ChangeTrainingRecordResult> {
  const reason = freeText("reason", input.reason, 500);
  return changed(ctx, input.recordId, (recordId) => withdrawTraining(ctx, { recordId, reason, withdrawal }));
}

/** What is not in sight is not there, and is not changed. */
async function changed(
  ctx: RequestContext,
  givenId: string,
  change: (recordId: string) => Promise<Result<unknown, readonly TrainingRefusal[]>>,
): Promise<typeof ChangeTrainingRecordResult> {
  const id = rowId(givenId, "TrainingRecord");
  const seen = id === null ? null : await findRecord(ctx.db, ctx.actor, id);
  if (seen === null) return toTrainingNotFound(ctx.locale);
  const result = await change(seen.id);
  if (!result.ok) return toTrainingRefused(result.error, ctx.locale);
  const row = await findRecord(ctx.db, ctx.actor, seen.id);
  if (row === null) return toTrainingNotFound(ctx.locale);
  return Object.assign(new TrainingRecordChangedType(), { record: toTrainingRecord(row, deskDay(ctx.clock.now())) });
}
