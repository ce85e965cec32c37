import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import { money } from "../kernel/money.ts";
import type { Locale } from "../request-context.ts";
import { DelegationType } from "../staff/delegation.type.ts";
import type { Actor } from "../staff/domain/actor.ts";
import type { Permission } from "../staff/domain/permissions.ts";
import { StaffType } from "../staff/staff.type.ts";
import { PermissionEnum } from "../staff/staff-words.type.ts";
import type { ApprovalDetail } from "./approval-request.entity.ts";
import {
  ApprovalRefusalCodeEnum,
  ApprovalStateEnum,
  ApprovalSubjectKindEnum,
  ApprovalVerdictEnum,
} from "./approval-words.type.ts";
import type { ApprovalRefusal, ApprovalRefusalCode } from "./domain/approval-refusal.ts";
import { approvalRefusalText } from "./domain/approval-refusal-text.ts";
import { type ApprovalFacts, mayDecide, standingToAgree } from "./domain/may-decide.ts";
import type { ApprovalState, ApprovalSubjectKind, ApprovalVerdict } from "./domain/words.ts";
import { askingOf, type RequestRow, toFacts } from "./queries/find-request.ts";
import type { SubjectRules } from "./subject-rules.ts";

@ObjectType("ApprovalReason", { description: "One reason against somebody's deciding." })
export class ApprovalReasonType {
  @Field(() => ApprovalRefusalCodeEnum)
  code!: ApprovalRefusalCode;

  @Field(() => String, { description: "In the reader's language: what stands against it, and who could." })
  message!: string;

  /** What the sentence was made of, for fields that a higher feature adds. */
  refusal!: ApprovalRefusal;

  /** What it stands against; null where the request is out of sight. */
  request!: ApprovalFacts | null;
}

@ObjectType("ApprovalDecision", { simpleResolvers: true, description: "One person's word on a request." })
export class ApprovalDecisionType {
  @Field(() => StaffType, { nullable: true })
  by!: StaffType | null;

  @Field(() => StaffType, {
    nullable: true,
    description: "The colleague who was away, and in whose place it was said.",
  })
  inPlaceOf!: StaffType | null;

  @Field(() => ApprovalVerdictEnum)
  verdict!: ApprovalVerdict;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType("ApprovalLevel", {
  simpleResolvers: true,
  description: "One agreement that is needed; they are given in order, each by another person.",
})
export class ApprovalLevelType {
  @Field(() => PermissionEnum)
  right!: Permission;

  @Field(() => Boolean, { description: "It is this one's turn." })
  next!: boolean;

  @Field(() => ApprovalDecisionType, { nullable: true, description: "Who gave it; null while it is to come." })
  decision!: ApprovalDecisionType | null;
}

@ObjectType("ApprovalDecider", {
  simpleResolvers: true,
  description: "A colleague at the level that is next, and whether they may.",
})
export class ApprovalDeciderType {
  @Field(() => StaffType)
  staff!: StaffType;

  @Field(() => DelegationType, {
    nullable: true,
    description:
      "Their absence that is in force now: until when, and who stands in. They may still decide themselves. Null: they are here.",
  })
  away!: DelegationType | null;

  @Field(() => String, { nullable: true, description: "The name of the colleague in whose place they would decide." })
  inPlaceOf!: string | null;

  @Field(() => [ApprovalReasonType], { description: "Every reason against; empty where they may." })
  reasons!: readonly ApprovalReasonType[];
}

@ObjectType("ApprovalFact", {
  simpleResolvers: true,
  description: "A plain fact of what is asked, by which a person knows it.",
})
export class ApprovalFactType {
  @Field(() => String, { description: "For programs, e.g. check, reference or policy." })
  name!: string;

  @Field(() => String, { description: "An id, a code or a name; never free text or personal data." })
  value!: string;
}

@ObjectType("ApprovalRequest", {
  implements: Node,
  description: "Something that others have to agree to before it happens.",
})
export class ApprovalRequestType extends Node {
  readonly row!: RequestRow;

  @Field(() => ID)
  declare id: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ApprovalSubjectKindEnum)
  kind!: ApprovalSubjectKind;

  @Field(() => ApprovalStateEnum)
  state!: ApprovalState;

  @Field(() => MoneyType, { nullable: true, description: "The money that moves when everybody has agreed." })
  amount!: MoneyType | null;

  @Field(() => [ApprovalFactType])
  facts!: readonly ApprovalFactType[];

  @Field(() => String, { nullable: true, description: "The proposer's own words." })
  reason!: string | null;

  @Field(() => DateTime)
  openedAt!: Date;

  @Field(() => DateTime, { description: "The last instant at which it can be decided." })
  expiresAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it had waited so long that it was raised to whoever leads the desk.",
  })
  escalatedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  closedAt!: Date | null;

  @Field(() => Boolean, {
    description:
      "Whether the viewer may agree to it now, by the same rule that guards the mutation; whoever may can turn it down too.",
  })
  mayDecide!: boolean;

  @Field(() => Boolean, {
    description: "Whether the viewer may turn it down now, which needs no training and waits for nothing.",
  })
  mayReject!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The name of the colleague who is away, and in whose place the viewer would decide.",
  })
  inPlaceOf!: string | null;

  @Field(() => [ApprovalReasonType], { description: "Every reason against the viewer's agreeing to it." })
  reasons!: readonly ApprovalReasonType[];
}

export const ApprovalConnection = connectionOf(ApprovalRequestType, "ApprovalRequest");

export function toReason(
  refusal: ApprovalRefusal,
  request: ApprovalFacts | null,
  locale: Locale,
  inWords = approvalRefusalText,
): ApprovalReasonType {
  return { code: refusal.code, message: inWords(refusal, locale), refusal, request };
}

function toApprovalFacts(detail: ApprovalDetail): readonly ApprovalFactType[] {
  return Object.entries(detail).flatMap(([name, value]) => (value === null ? [] : [{ name, value: String(value) }]));
}

/** Whoever reads a request, and what each kind asks of whoever agrees. */
interface ApprovalReader {
  readonly actor: Actor;
  readonly clock: { now(): Date };
  readonly locale: Locale;
  readonly approvalSubjects: SubjectRules;
}

export function toApproval(
  row: RequestRow,
  { actor, clock, locale, approvalSubjects }: ApprovalReader,
): ApprovalRequestType {
  const [facts, now] = [toFacts(row), clock.now()];
  const { reasons, standsInFor } = standingToAgree(facts, askingOf(row, approvalSubjects), actor, now);
  return Object.assign(new ApprovalRequestType(), {
    row,
    id: toGlobalId("ApprovalRequest", row.id),
    version: row.version,
    kind: row.subject_kind,
    state: row.state,
    amount: row.amount_minor === null || row.currency === null ? null : money(row.amount_minor, row.currency),
    facts: toApprovalFacts(row.detail),
    reason: row.reason,
    openedAt: row.opened_at,
    expiresAt: row.expires_at,
    escalatedAt: row.escalated_at,
    closedAt: row.closed_at,
    mayDecide: reasons.length === 0,
    mayReject: mayDecide(facts, actor, now).length === 0,
    inPlaceOf: standsInFor?.name ?? null,
    reasons: reasons.map((reason) => toReason(reason, facts, locale)),
  });
}
