import { Field, ID, Int, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { DateTime } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import { describeFacts, describeTrace } from "../policies/domain/describe.ts";
import type { PolicyOutcome } from "../policies/domain/policy-content.ts";
import { PolicyOutcomeEnum } from "../policies/policy-words.type.ts";
import type { Locale } from "../request-context.ts";
import type { DecisionRow } from "./queries/find-decisions.ts";

@ObjectType("TraceLine", { description: "How one row of the decision table fared with this case." })
export class TraceLineType {
  @Field(() => Int, { nullable: true, description: "From one; null for what holds where no row fits." })
  rowNumber!: number | null;

  @Field(() => Boolean, { description: "This is the row that decided." })
  hit!: boolean;

  @Field(() => String, { description: "A whole sentence in the reader's language." })
  text!: string;
}

@ObjectType("Decision", {
  description:
    "What a policy version says of a case's facts, with the trace of why. Kept as it was, so that it can be replayed.",
})
export class DecisionType {
  row!: DecisionRow;

  @Field(() => ID)
  id!: string;

  @Field(() => PolicyOutcomeEnum)
  outcome!: PolicyOutcome;

  @Field(() => Int, { nullable: true, description: "The row that decided, from one; null where no row fits." })
  rowNumber!: number | null;

  @Field(() => Boolean, { description: "Approved with nobody's hand, once every check is settled." })
  straightThrough!: boolean;

  @Field(() => String, { description: "Why, in the reader's language." })
  because!: string;

  @Field(() => [TraceLineType], { description: "Row by row, down to the one that decided." })
  trace!: readonly TraceLineType[];

  @Field(() => [String], { description: "What it rests on, one clause a fact, in the reader's language." })
  facts!: readonly string[];

  @Field(() => DateTime)
  at!: Date;
}

export function toDecision(row: DecisionRow, locale: Locale): DecisionType {
  const { trace, facts } = row;
  return Object.assign(new DecisionType(), {
    row,
    id: toGlobalId("Decision", row.id),
    outcome: trace.outcome,
    rowNumber: trace.rowNumber,
    straightThrough: trace.straightThrough,
    because: localised(trace.because, locale),
    trace: describeTrace(trace, facts, locale).map((line) => Object.assign(new TraceLineType(), line)),
    facts: describeFacts(facts, locale),
    at: row.at,
  });
}
