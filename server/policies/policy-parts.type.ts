import { Field, Int, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { MoneyType } from "../graphql/money.type.ts";
import type { Locale } from "../request-context.ts";
import type { Permission } from "../staff/domain/permissions.ts";
import { PermissionEnum } from "../staff/staff-words.type.ts";
import { describeCondition } from "./domain/describe.ts";
import type { ApprovalTier, PolicyOutcome, PolicyRow, Responsibility } from "./domain/policy-content.ts";
import { PolicyOutcomeEnum } from "./policy-words.type.ts";

@ObjectType("PolicyRow", {
  description: "A row of the decision table. Rows are read from the top; the first that fits decides.",
})
export class PolicyRowType {
  @Field(() => Int, { nullable: true, description: "From one; null for what holds where no row fits." })
  number!: number | null;

  @Field(() => [String], { description: "All of these must hold. In the reader's language." })
  conditions!: readonly string[];

  @Field(() => PolicyOutcomeEnum)
  outcome!: PolicyOutcome;

  @Field(() => Boolean, { description: "Approved and refunded with nobody's hand, once every check is settled." })
  straightThrough!: boolean;

  @Field(() => String, { description: "Why, in the reader's language." })
  because!: string;
}

@ObjectType("ApprovalTier", { description: "Who must agree above an amount; in a currency that is not named, always." })
export class ApprovalTierType {
  @Field(() => PermissionEnum)
  permission!: Permission;

  @Field(() => [MoneyType])
  above!: readonly MoneyType[];
}

@ObjectType("PolicyWindow", { description: "A window of its own for one reason, in days from the sale." })
export class PolicyWindowType {
  @Field(() => String, { description: "In the reader's language." })
  reason!: string;

  @Field(() => Int)
  days!: number;
}

@ObjectType("Responsibility", { description: "One step of the road and who answers for it, in the reader's language." })
export class ResponsibilityType {
  @Field(() => String)
  step!: string;

  @Field(() => String)
  who!: string;

  @Field(() => String)
  what!: string;
}

export function toPolicyRow(row: PolicyRow, number: number | null, locale: Locale): PolicyRowType {
  return Object.assign(new PolicyRowType(), {
    number,
    conditions: row.when.map((condition) => describeCondition(condition, locale)),
    outcome: row.outcome,
    straightThrough: row.straightThrough && row.outcome === "APPROVE",
    because: localised(row.because, locale),
  });
}

export function toApprovalTier({ permission, aboveMinor }: ApprovalTier): ApprovalTierType {
  const above = Object.entries(aboveMinor).map(([currency, minor]) => ({ minor: BigInt(minor), currency }));
  return Object.assign(new ApprovalTierType(), { permission, above });
}

export function toResponsibility({ step, who, what }: Responsibility, locale: Locale): ResponsibilityType {
  return Object.assign(new ResponsibilityType(), {
    step: localised(step, locale),
    who: localised(who, locale),
    what: localised(what, locale),
  });
}
