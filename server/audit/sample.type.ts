import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { CaseEventKindEnum } from "../cases/case-words.type.ts";
import type { CaseEventKind } from "../cases/domain/words.ts";
import { connectionOf } from "../graphql/connection.ts";
import { Problem } from "../graphql/problem.type.ts";
import { DateTime, DayScalar } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { Day } from "../kernel/day.ts";
import { type AuditEventKind, auditEventKinds } from "./domain/audit-events.ts";
import { type AuditProblem, auditProblems } from "./domain/audit-problems.ts";
import { type MachineQuestion, machineQuestions, type SampleAnswer, type SampleQuestion } from "./domain/checklist.ts";
import type { SampleKind, SampleStrata } from "./domain/sampling.ts";
import type { AuditEventRow, ItemRow, SampleRow } from "./queries/find-samples.ts";
import { SampleAnswerEnum, SampleKindEnum, SampleQuestionEnum, SampleStrataEnum } from "./sample.input.ts";

const MachineQuestionEnum = wordsEnum(machineQuestions);
registerEnumType(MachineQuestionEnum, {
  name: "MachineQuestionCode",
  description: "A question that the records answer by themselves.",
});
const AuditProblemEnum = wordsEnum(auditProblems);
registerEnumType(AuditProblemEnum, { name: "AuditProblemCode", description: "Why nothing was kept." });
const AuditEventKindEnum = wordsEnum(auditEventKinds);
registerEnumType(AuditEventKindEnum, { name: "AuditEventKind", description: "What was done with a sample." });

@ObjectType("SampleStratum", { simpleResolvers: true, description: "A group of the population." })
export class SampleStratumType {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "In the reader's language." })
  label!: string;

  @Field(() => Int)
  population!: number;

  @Field(() => Int, { description: "How many of them are in the sample." })
  drawn!: number;
}

@ObjectType("SamplePreview", { simpleResolvers: true, description: "What would be drawn; nothing has been written." })
export class SamplePreviewType {
  @Field(() => DateTime, { description: "What happened after this is no part of the population." })
  asOf!: Date;

  @Field(() => Int)
  populationSize!: number;

  @Field(() => String)
  populationHash!: string;

  @Field(() => [SampleStratumType])
  strata!: readonly SampleStratumType[];

  @Field(() => String, { description: "How it is drawn, in the reader's language." })
  method!: string;
}

@ObjectType("AuditReason", { simpleResolvers: true })
export class AuditReasonType {
  @Field(() => AuditProblemEnum)
  code!: AuditProblem;

  @Field(() => String)
  message!: string;
}

@ObjectType("AuditRefused", { simpleResolvers: true, implements: Problem, description: "Nothing was kept." })
export class AuditRefusedType extends Problem {
  @Field(() => [AuditReasonType], { description: "Every reason." })
  reasons!: readonly AuditReasonType[];
}

export const SamplePreviewResult = createUnionType({
  name: "SamplePreviewResult",
  types: () => [SamplePreviewType, AuditRefusedType] as const,
});

@ObjectType("SampleQuestion", { simpleResolvers: true, description: "A question of the checklist." })
export class SampleQuestionType {
  @Field(() => SampleQuestionEnum)
  code!: SampleQuestion;

  @Field(() => String)
  text!: string;

  @Field(() => String, { description: "Where to look, and what a no means." })
  hint!: string;
}

@ObjectType("ReviewAnswer", { simpleResolvers: true, description: "A reviewer's word on one question." })
export class ReviewAnswerType {
  @Field(() => SampleQuestionEnum)
  question!: SampleQuestion;

  @Field(() => SampleAnswerEnum)
  answer!: SampleAnswer;

  @Field(() => String, { nullable: true })
  note!: string | null;
}

@ObjectType("MachineAnswer", {
  simpleResolvers: true,
  description: "What the records answer; kept with the review, and asked anew while there is none.",
})
export class MachineAnswerType {
  @Field(() => MachineQuestionEnum)
  question!: MachineQuestion;

  @Field(() => String)
  text!: string;

  @Field(() => SampleAnswerEnum)
  answer!: SampleAnswer;
}

@ObjectType("SampleItem", { simpleResolvers: true, description: "One case of a sample." })
export class SampleItemType {
  readonly row!: ItemRow;

  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: "From one." })
  position!: number;

  @Field(() => Int, { description: "Sent back as `expectedVersion`." })
  version!: number;

  @Field(() => String)
  caseNumber!: string;

  @Field(() => CaseEventKindEnum, { description: "The decision that is looked at." })
  decidedKind!: CaseEventKind;

  @Field(() => DateTime)
  decidedAt!: Date;

  @Field(() => Int, { description: "Exceptions that stood on it, where the sample is drawn by risk." })
  risk!: number;

  @Field(() => [ReviewAnswerType])
  answers!: readonly ReviewAnswerType[];

  @Field(() => DateTime, { nullable: true, description: "Null while an answer is missing." })
  reviewedAt!: Date | null;

  @Field(() => Boolean, { description: "The viewer worked on the case, and so does not review it." })
  ownWork!: boolean;
}

@ObjectType("SampleProof", {
  simpleResolvers: true,
  description: "The sample drawn again now, from what it kept; and its own chain recomputed.",
})
export class SampleProofType {
  @Field(() => Boolean, { description: "The same population and the very same cases." })
  sameSample!: boolean;

  @Field(() => Int)
  populationSize!: number;

  @Field(() => String)
  populationHash!: string;

  @Field(() => Boolean, { description: "Every event of the sample is as it was written." })
  chainIntact!: boolean;

  @Field(() => DateTime)
  provenAt!: Date;
}

@ObjectType("AuditEvent", { description: "What was done with a sample; a link of the sample's chain." })
export class AuditEventType {
  readonly row!: AuditEventRow;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  sequence!: number;

  @Field(() => AuditEventKindEnum)
  kind!: AuditEventKind;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => String, { description: "SHA-256 over the event and the hash of the one before it." })
  hash!: string;

  @Field(() => String, { nullable: true, description: "What was written with it." })
  note!: string | null;

  @Field(() => String, { nullable: true, description: "Where a finding went by it." })
  to!: string | null;
}

@ObjectType("AuditSample", {
  description: "Decided cases that were drawn by a seed, with all that it takes to draw the very same ones again.",
})
export class AuditSampleType {
  readonly row!: SampleRow;

  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => SampleKindEnum)
  kind!: SampleKind;

  @Field(() => SampleStrataEnum, { nullable: true })
  stratifyBy!: SampleStrata | null;

  @Field(() => String)
  seed!: string;

  @Field(() => Int, { description: "How many were asked for." })
  size!: number;

  @Field(() => DayScalar)
  from!: Day;

  @Field(() => DayScalar)
  to!: Day;

  @Field(() => DateTime, { description: "The boundary: what happened later is no part of the population." })
  asOf!: Date;

  @Field(() => Int)
  populationSize!: number;

  @Field(() => String, { description: "SHA-256 over the population's case numbers, sorted, joined by line feeds." })
  populationHash!: string;

  @Field(() => String, { description: "How it was drawn, in the reader's language." })
  method!: string;

  @Field(() => DateTime)
  drawnAt!: Date;

  @Field(() => String, { description: "The hash of its last event." })
  chainHead!: string;

  @Field(() => Int)
  eventCount!: number;
}

export const AuditSampleConnection = connectionOf(AuditSampleType, "AuditSample");

@ObjectType("SampleDrawn", { simpleResolvers: true })
export class SampleDrawnType {
  @Field(() => AuditSampleType)
  sample!: AuditSampleType;
}

export const DrawSampleResult = createUnionType({
  name: "DrawSampleResult",
  types: () => [SampleDrawnType, AuditRefusedType] as const,
});

@ObjectType("SampleItemReviewed", { simpleResolvers: true })
export class SampleItemReviewedType {
  @Field(() => SampleItemType)
  item!: SampleItemType;

  @Field(() => AuditSampleType, { description: "With how far it has come by this." })
  sample!: AuditSampleType;
}

export const ReviewSampleItemResult = createUnionType({
  name: "ReviewSampleItemResult",
  types: () => [SampleItemReviewedType, AuditRefusedType] as const,
});
