import { Field, ID, InputType } from "type-graphql";
import { rowId } from "../graphql/ids.ts";
import { BigIntScalar, CurrencyCodeScalar, DateTime } from "../graphql/scalars.ts";
import type { Actor } from "../staff/domain/actor.ts";
import { CaseReasonEnum, CaseStageEnum, CaseStateEnum } from "./case-words.type.ts";
import type { CaseReason, CaseStage, CaseState } from "./domain/words.ts";
import type { CaseFilter } from "./queries/find-cases.ts";

@InputType("CaseFilter", { description: "Everything left out is not asked; everything given must hold." })
export class CaseFilterInput {
  @Field(() => [CaseStateEnum], { nullable: true })
  states!: CaseState[] | null;

  @Field(() => [CaseStageEnum], { nullable: true })
  stages!: CaseStage[] | null;

  @Field(() => [CaseReasonEnum], { nullable: true })
  reasons!: CaseReason[] | null;

  @Field(() => Boolean, { nullable: true, description: "True: open cases only. False: closed ones only." })
  open!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True: assigned to the viewer." })
  mine!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True: assigned to nobody." })
  unassigned!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: the desk itself must act next (new, verifying, declined after the appeal window, failed refunds, negotiating).",
  })
  needsAction!: boolean | null;

  @Field(() => ID, { nullable: true })
  assigneeId!: string | null;

  @Field(() => ID, { nullable: true })
  merchantId!: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true })
  currency!: string | null;

  @Field(() => BigIntScalar, { nullable: true, description: "Minor units; give `currency` with it." })
  amountAtLeastMinor!: bigint | null;

  @Field(() => DateTime, { nullable: true, description: "The binding clock runs out before this instant." })
  dueBefore!: Date | null;
}

/** An id that names nothing of ours narrows to nothing, rather than being left out. */
const nobody = "00000000-0000-7000-8000-000000000000";

/** An argument that is left out comes as undefined. */
export function toCaseFilter(input: CaseFilterInput | null | undefined, actor: Actor): CaseFilter {
  if (input == null) return {};
  const {
    states,
    stages,
    reasons,
    open,
    mine,
    unassigned,
    needsAction,
    assigneeId,
    merchantId,
    currency,
    amountAtLeastMinor,
    dueBefore,
  } = input;
  return {
    ...(states != null && { states }),
    ...(stages != null && { stages }),
    ...(reasons != null && { reasons }),
    ...(open != null && { open }),
    ...(needsAction === true && { needsAction }),
    ...(mine === true && { assigneeId: actor.id ?? nobody }),
    ...(unassigned === true && { assigneeId: "NOBODY" }),
    ...(assigneeId != null && { assigneeId: rowId(assigneeId, "Staff") ?? nobody }),
    ...(merchantId != null && { merchantId: rowId(merchantId, "Merchant") ?? nobody }),
    ...(currency != null && { currency }),
    ...(amountAtLeastMinor != null && { amountAtLeastMinor }),
    ...(dueBefore != null && { dueBefore }),
  };
}
