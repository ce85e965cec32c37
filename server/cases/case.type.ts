import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import {
  CaseChannelEnum,
  CaseOriginEnum,
  CaseOutcomeEnum,
  CaseReasonEnum,
  CaseStageEnum,
  CaseStateEnum,
  CaseTurnEnum,
} from "./case-words.type.ts";
import { noDeadline } from "./domain/clock-plan.ts";
import type { CaseTurn } from "./domain/waits-on.ts";
import type { CaseChannel, CaseOrigin, CaseOutcome, CaseReason, CaseStage, CaseState } from "./domain/words.ts";
import type { CaseRow } from "./queries/find-cases.ts";

@ObjectType("Case", {
  simpleResolvers: true,
  implements: Node,
  description: "One customer's matter about one transaction; everything else hangs off it.",
})
export class CaseType extends Node {
  /** The row behind it, for the fields that features resolve. Not on the wire. */
  row!: CaseRow;

  @Field(() => ID)
  declare id: string;

  @Field(() => String, { description: "What people call it, e.g. RD-26-004812." })
  number!: string;

  @Field(() => Int, {
    description: "Raised by every write to anything shown with the case. Send it as `expectedVersion`.",
  })
  version!: number;

  @Field(() => CaseStateEnum)
  state!: CaseState;

  @Field(() => CaseStageEnum)
  stage!: CaseStage;

  @Field(() => CaseTurnEnum, { nullable: true, description: "Whose move is next; for the desk's side of the case." })
  waitsOn!: CaseTurn | null;

  @Field(() => CaseOutcomeEnum, { nullable: true, description: "Set when the case is closed." })
  outcome!: CaseOutcome | null;

  @Field(() => CaseOriginEnum)
  origin!: CaseOrigin;

  @Field(() => CaseChannelEnum)
  channel!: CaseChannel;

  @Field(() => CaseReasonEnum)
  reason!: CaseReason;

  @Field(() => MoneyType, { description: "What the customer asks back." })
  amount!: MoneyType;

  @Field(() => DateTime)
  openedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  closedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Until when the desk has put it aside; it needs nobody's action before, unless something happens.",
  })
  snoozedUntil!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the clock that binds runs out; null when none runs or its calendar is not published.",
  })
  dueAt!: Date | null;
}

export const CaseConnection = connectionOf(CaseType, "Case");

export function toCase(row: CaseRow): CaseType {
  return Object.assign(new CaseType(), {
    row,
    id: toGlobalId("Case", row.id),
    number: row.number,
    version: row.version,
    state: row.state,
    stage: row.stage,
    waitsOn: row.waits_on,
    outcome: row.outcome,
    origin: row.origin,
    channel: row.channel,
    reason: row.reason,
    amount: { minor: row.amount_minor, currency: row.currency },
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    snoozedUntil: row.snoozed_until,
    dueAt: row.due_at.getTime() === noDeadline.getTime() ? null : row.due_at,
  });
}
