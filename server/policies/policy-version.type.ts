import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { localised } from "../graphql/locale.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale } from "../request-context.ts";
import { versionName } from "./domain/choose-policy.ts";
import type { FeeBearer } from "./domain/policy-content.ts";
import { proofWords, reasonWords, wordsOf } from "./domain/policy-words.ts";
import {
  ApprovalTierType,
  PolicyRowType,
  PolicyWindowType,
  ResponsibilityType,
  toApprovalTier,
  toPolicyRow,
  toResponsibility,
} from "./policy-parts.type.ts";
import { FeeBearerEnum } from "./policy-words.type.ts";
import type { PolicyVersionRow } from "./queries/policy-versions.ts";

@ObjectType("PolicyVersion", {
  implements: Node,
  description: "A published text of a refund policy. It is never changed: a new version is published from a moment.",
})
export class PolicyVersionType extends Node {
  @Field(() => ID)
  declare id: string;

  @Field(() => String, { description: "The policy that this is a version of, e.g. `default`." })
  policy!: string;

  row!: PolicyVersionRow;

  @Field(() => Int)
  version!: number;

  @Field(() => Int, { description: "Counts changes of wording within a version, from nought." })
  minor!: number;

  @Field(() => String, { description: "As people say it: v3, or v3.1." })
  name!: string;

  @Field(() => String, { description: "SHA-256 of the text as canonical JSON: what an attestation is bound to." })
  contentHash!: string;

  @Field(() => String, { description: "What changed and why; empty for a desk's first version." })
  changeNote!: string;

  @Field(() => DateTime)
  effectiveFrom!: Date;

  @Field(() => DateTime)
  publishedAt!: Date;

  @Field(() => String)
  title!: string;

  @Field(() => Int, {
    description: "Days from the sale within which a request is in time. The day of the sale is day 0.",
  })
  windowDays!: number;

  @Field(() => [PolicyWindowType], { description: "Reasons that have a window of their own." })
  windows!: readonly PolicyWindowType[];

  @Field(() => [String], { description: "Any one of these proves the sale; empty where no proof is asked for." })
  acceptedProofs!: readonly string[];

  @Field(() => [PolicyRowType], { description: "The decision table, for staff." })
  rows!: readonly PolicyRowType[];

  @Field(() => PolicyRowType, { nullable: true, description: "What holds where no row fits, for staff." })
  otherwise!: PolicyRowType | null;

  @Field(() => [ApprovalTierType], { description: "Who must agree above the agent's own limit, for staff." })
  approvalTiers!: readonly ApprovalTierType[];

  @Field(() => Int, { description: "The fewest working days until the money usually has arrived." })
  arrivalWorkingDaysFrom!: number;

  @Field(() => Int, { description: "The most working days until the money usually has arrived." })
  arrivalWorkingDaysTo!: number;

  @Field(() => Int, { description: "Days within which a refusal can be contested." })
  appealWindowDays!: number;

  @Field(() => Int, { description: "Days within which a closed case can be taken up again." })
  reopenWindowDays!: number;

  @Field(() => FeeBearerEnum)
  feesBorneBy!: FeeBearer;

  @Field(() => [ResponsibilityType])
  responsibilities!: readonly ResponsibilityType[];

  @Field(() => String, { description: "What customers read; paragraphs are parted by an empty line." })
  publicText!: string;
}

export const PolicyVersionConnection = connectionOf(PolicyVersionType, "PolicyVersion");

/** A version in the reader's language. */
export function toPolicyVersion(row: PolicyVersionRow, locale: Locale): PolicyVersionType {
  const { content } = row;
  return Object.assign(new PolicyVersionType(), {
    id: toGlobalId("PolicyVersion", row.id),
    policy: row.policy,
    row,
    version: row.version,
    minor: row.minor,
    name: versionName(row),
    contentHash: row.contentHash,
    changeNote: row.changeNote,
    effectiveFrom: row.effectiveFrom,
    publishedAt: row.publishedAt,
    title: localised(content.title, locale),
    windowDays: content.windowDays,
    windows: Object.entries(content.windowDaysByReason).map(([reason, days]) =>
      Object.assign(new PolicyWindowType(), { reason: localised(wordsOf(reasonWords, reason), locale), days }),
    ),
    acceptedProofs: content.proof.needed ? content.proof.anyOf.map((kind) => localised(proofWords[kind], locale)) : [],
    rows: content.rows.map((policyRow, index) => toPolicyRow(policyRow, index + 1, locale)),
    otherwise: toPolicyRow(content.otherwise, null, locale),
    approvalTiers: content.approvalTiers.map(toApprovalTier),
    arrivalWorkingDaysFrom: content.arrivalWorkingDays.from,
    arrivalWorkingDaysTo: content.arrivalWorkingDays.to,
    appealWindowDays: content.appealWindowDays,
    reopenWindowDays: content.reopenWindowDays,
    feesBorneBy: content.feesBorneBy,
    responsibilities: content.responsibilities.map((responsibility) => toResponsibility(responsibility, locale)),
    publicText: localised(content.publicText, locale),
  });
}
