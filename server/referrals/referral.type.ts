import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import { toGlobalId } from "../kernel/ids.ts";
import { openFrom } from "./domain/referral-machine.ts";
import {
  type AgencyOutcome,
  agencyOutcomes,
  type ReferralState,
  type ReferralStep,
  referralStates,
  referralSteps,
} from "./domain/words.ts";
import type { ReferralRow } from "./queries/find-referrals.ts";

export const ReferralStateEnum = wordsEnum(referralStates);
registerEnumType(ReferralStateEnum, {
  name: "ReferralState",
  description: "The life of a complaint at a consumer-protection agency.",
});
export const ReferralStepEnum = wordsEnum(referralSteps);
registerEnumType(ReferralStepEnum, { name: "ReferralStep", description: "A move of the agency inside its stage." });
export const AgencyOutcomeEnum = wordsEnum(agencyOutcomes);
registerEnumType(AgencyOutcomeEnum, { name: "AgencyOutcome", description: "How the agency ends its stage." });

@ObjectType("Agency", { description: "A consumer-protection agency of the directory." })
export class AgencyType {
  @Field(() => String, { description: "Stable code, e.g. CN-12315." })
  code!: string;

  @Field(() => String, { description: "In the reader's language." })
  name!: string;

  @Field(() => String, { description: "How a complaint reaches it." })
  channel!: string;

  @Field(() => String)
  address!: string;

  @Field(() => [String], { description: "What a complaint must say, in the agency's own order." })
  requiredContent!: readonly string[];

  @Field(() => Boolean, { description: "False while the entry has not been checked against the agency's own text." })
  confirmed!: boolean;
}

@ObjectType("Referral", { implements: Node, description: "The consumer-protection stage of a case." })
export class ReferralType extends Node {
  row!: ReferralRow;

  @Field(() => ID)
  declare id: string;

  @Field(() => String, { nullable: true, description: "The agency's own registration number, once it gives one." })
  reference!: string | null;

  @Field(() => ReferralStateEnum)
  state!: ReferralState;

  @Field(() => AgencyOutcomeEnum, { nullable: true })
  outcome!: AgencyOutcome | null;

  @Field(() => DateTime)
  lodgedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => [ReferralStepEnum], { description: "The agency's moves that can be recorded now." })
  openSteps!: readonly ReferralStep[];

  @Field(() => [AgencyOutcomeEnum], { description: "How the agency can end it now." })
  openOutcomes!: readonly AgencyOutcome[];
}

export const ReferralConnection = connectionOf(ReferralType, "Referral");

export function toReferral(row: ReferralRow): ReferralType {
  const open = openFrom(row.state);
  return Object.assign(new ReferralType(), {
    row,
    id: toGlobalId("Referral", row.id),
    reference: row.reference,
    state: row.state,
    outcome: row.outcome,
    lodgedAt: row.lodged_at,
    endedAt: row.ended_at,
    openSteps: row.ended_at === null ? open.steps : [],
    openOutcomes: row.ended_at === null ? open.outcomes : [],
  });
}
