import { Field, ID, Int, ObjectType } from "type-graphql";
import type { ProofKind } from "../evidence/domain/proof-kinds.ts";
import { ProofKindEnum } from "../evidence/evidence.type.ts";
import { connectionOf } from "../graphql/connection.ts";
import { localised } from "../graphql/locale.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale } from "../request-context.ts";
import type { CardNetwork } from "../transactions/domain/words.ts";
import { CardNetworkEnum } from "../transactions/transaction-words.type.ts";
import {
  BankRulingEnum,
  DisputeReasonEnum,
  DisputeSideEnum,
  DisputeStateEnum,
  DisputeStepEnum,
  DisputeWorkflowEnum,
  EvidenceNeedEnum,
} from "./dispute-words.type.ts";
import { openSteps, waitsOn } from "./domain/dispute-machine.ts";
import type { EvidenceNeed } from "./domain/evidence-needed.ts";
import { disputeReasonOf, findReasonCode, workflowOf } from "./domain/packs.ts";
import { rulingsOpen } from "./domain/rulings.ts";
import type {
  BankRuling,
  DisputeReason,
  DisputeSide,
  DisputeState,
  DisputeStep,
  DisputeWorkflow,
} from "./domain/words.ts";
import type { DisputeRow } from "./queries/find-dispute.ts";

@ObjectType("OpenDisputeStep", { description: "A step that is open now, and whose it is." })
export class OpenDisputeStepType {
  @Field(() => DisputeStepEnum)
  step!: DisputeStep;

  @Field(() => DisputeSideEnum)
  by!: DisputeSide;
}

@ObjectType("NeededEvidence", {
  description: "What an answer to this reason should bring, and whether the case has it.",
})
export class NeededEvidenceType {
  @Field(() => EvidenceNeedEnum)
  need!: EvidenceNeed;

  @Field(() => String, { description: "In the reader's language." })
  text!: string;

  @Field(() => [ProofKindEnum], { description: "The kinds of evidence in which it can stand." })
  kinds!: readonly ProofKind[];

  @Field(() => Boolean, {
    description: "The case has evidence of such a kind. Whether it suffices is for people to judge.",
  })
  present!: boolean;
}

@ObjectType("Dispute", { implements: Node, description: "The bank stage of a case." })
export class DisputeType extends Node {
  /** The row behind it, for the fields that are resolved. Not on the wire. */
  row!: DisputeRow;

  @Field(() => ID)
  declare id: string;

  @Field(() => String, { nullable: true, description: "The bank's or network's own number, once it gives one." })
  reference!: string | null;

  @Field(() => Int, {
    description: "Of its number: 1, or more where the bank charged back again after the dispute before was over.",
  })
  cycle!: number;

  @Field(() => CardNetworkEnum)
  network!: CardNetwork;

  @Field(() => String, { description: "The network's reason code, e.g. 13.1 (Visa)." })
  reasonCode!: string;

  @Field(() => String, {
    nullable: true,
    description: "What the code means, in the reader's language; null for one that we do not know.",
  })
  reasonMeaning!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The bank's own words for the reason. Code lists disagree; these were meant.",
  })
  reasonText!: string | null;

  @Field(() => DisputeReasonEnum)
  reason!: DisputeReason;

  @Field(() => DisputeWorkflowEnum)
  workflow!: DisputeWorkflow;

  @Field(() => DisputeStateEnum)
  state!: DisputeState;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => MoneyType, { description: "What the bank holds over it now. It moves apart from winning and losing." })
  chargedBack!: MoneyType;

  @Field(() => BankRulingEnum, { nullable: true })
  ruling!: BankRuling | null;

  @Field(() => DateTime)
  openedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "By when the desk must answer, where it is its turn and the bank gave a date.",
  })
  respondBy!: Date | null;

  @Field(() => DateTime, { nullable: true })
  closedAt!: Date | null;

  @Field(() => DisputeSideEnum, {
    nullable: true,
    description: "Whose move is waited for; null once the stage has ended.",
  })
  waitsOn!: DisputeSide | null;

  @Field(() => [OpenDisputeStepType])
  openSteps!: readonly OpenDisputeStepType[];

  @Field(() => [BankRulingEnum], { description: "How the bank can end it now." })
  openRulings!: readonly BankRuling[];
}

export const DisputeConnection = connectionOf(DisputeType, "Dispute");

export function toDispute(row: DisputeRow, locale: Locale): DisputeType {
  const { network, reason_code: code, state, currency } = row;
  const workflow = workflowOf(network, code);
  const meaning = findReasonCode(network, code);
  const turn = row.closed_at === null ? waitsOn(state, workflow) : null;
  return Object.assign(new DisputeType(), {
    row,
    id: toGlobalId("Dispute", row.id),
    reference: row.reference,
    cycle: row.cycle,
    network,
    reasonCode: code,
    reasonMeaning: meaning === null ? null : localised(meaning, locale),
    reasonText: row.reason_text,
    reason: disputeReasonOf(network, code),
    workflow,
    state,
    amount: { minor: row.amount_minor, currency },
    chargedBack: { minor: row.charged_back_minor, currency },
    ruling: row.ruling,
    openedAt: row.opened_at,
    // A bank's file goes on naming the day after it was answered.
    respondBy: turn === "DESK" ? row.respond_by : null,
    closedAt: row.closed_at,
    waitsOn: turn,
    openSteps: openSteps({ state, workflow, moneyTaken: row.charged_back_minor > 0n }).map(({ step, by }) => ({
      step,
      by,
    })),
    openRulings: rulingsOpen(state),
  });
}
