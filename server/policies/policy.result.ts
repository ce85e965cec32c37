import { createUnionType, Field, ObjectType } from "type-graphql";
import { Problem } from "../graphql/problem.type.ts";
import type { Result } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import type { PolicyFailure } from "./actions/change-draft.ts";
import { policyProblemText } from "./domain/draft-refusal-text.ts";
import {
  PolicyDraftType,
  PolicyRefusalType,
  PolicyType,
  toPolicy,
  toPolicyDraft,
  toPolicyRefusal,
} from "./policy-book.type.ts";
import { PolicyVersionType, toPolicyVersion } from "./policy-version.type.ts";
import { findDraft } from "./queries/find-drafts.ts";
import { findPolicy } from "./queries/find-policies.ts";
import { findPolicyVersions } from "./queries/policy-versions.ts";

@ObjectType("PolicyDraftDone", { description: "It happened: the draft as it is now." })
export class PolicyDraftDoneType {
  @Field(() => PolicyDraftType)
  draft!: PolicyDraftType;

  @Field(() => PolicyType)
  policy!: PolicyType;
}

@ObjectType("PolicyTestsDone", { description: "It happened: the policy with its kept cases." })
export class PolicyTestsDoneType {
  @Field(() => PolicyType)
  policy!: PolicyType;
}

@ObjectType("PolicyAttested", { description: "It is on record that the viewer has read this version." })
export class PolicyAttestedType {
  @Field(() => PolicyVersionType)
  version!: PolicyVersionType;
}

@ObjectType("PolicyVersionDone", { description: "It happened: the version and its policy as they are now." })
export class PolicyVersionDoneType {
  @Field(() => PolicyVersionType)
  version!: PolicyVersionType;

  @Field(() => PolicyType)
  policy!: PolicyType;
}

@ObjectType("PolicyRefused", { implements: Problem, description: "The rules say no. Nothing was written." })
export class PolicyRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [PolicyRefusalType], { description: "All reasons, not the first." })
  reasons!: readonly PolicyRefusalType[];
}

@ObjectType("StalePolicyDraft", { implements: Problem, description: "Somebody was faster. Nothing was written." })
export class StalePolicyDraftType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => PolicyDraftType, { description: "The draft as it is now." })
  draft!: PolicyDraftType;
}

@ObjectType("PolicyNotFound", {
  implements: Problem,
  description: "There is no such thing, or it is not the caller's to see.",
})
export class PolicyNotFoundType extends Problem {
  @Field(() => String)
  declare message: string;
}

const problems = [PolicyRefusedType, StalePolicyDraftType, PolicyNotFoundType] as const;
type PolicyProblem = InstanceType<(typeof problems)[number]>;

export const PolicyDraftResult = createUnionType({
  name: "PolicyDraftResult",
  description: "The answer to every action on a draft.",
  types: () => [PolicyDraftDoneType, ...problems] as const,
});

export const PolicyTestResult = createUnionType({
  name: "PolicyTestResult",
  types: () => [PolicyTestsDoneType, PolicyRefusedType, PolicyNotFoundType] as const,
});

export const AttestPolicyResult = createUnionType({
  name: "AttestPolicyResult",
  types: () => [PolicyAttestedType, PolicyRefusedType, PolicyNotFoundType] as const,
});

export const PolicyVersionResult = createUnionType({
  name: "PolicyVersionResult",
  description: "The answer to every action on a published version.",
  types: () => [PolicyVersionDoneType, PolicyRefusedType, PolicyNotFoundType] as const,
});

export async function toVersionResult(
  ctx: RequestContext,
  result: Result<string, PolicyFailure>,
): Promise<typeof PolicyVersionResult> {
  if (!result.ok) return withoutDraft(ctx, result.error);
  const row = (await findPolicyVersions(ctx.db, [result.value])).get(result.value);
  const policy = row === undefined ? null : await findPolicy(ctx.db, row.policy);
  if (row === undefined || policy === null) return notFound(ctx);
  return Object.assign(new PolicyVersionDoneType(), {
    version: toPolicyVersion(row, ctx.locale),
    policy: toPolicy(policy, ctx.locale),
  });
}

export async function toDraftResult(
  ctx: RequestContext,
  result: Result<string, PolicyFailure>,
): Promise<typeof PolicyDraftResult> {
  if (!result.ok) return toProblem(ctx, result.error);
  const draft = await findDraft(ctx.db, result.value);
  const policy = draft === null ? null : await findPolicy(ctx.db, draft.policy);
  if (draft === null || policy === null) return notFound(ctx);
  return Object.assign(new PolicyDraftDoneType(), {
    draft: toPolicyDraft(draft),
    policy: toPolicy(policy, ctx.locale),
  });
}

export async function toTestResult(
  ctx: RequestContext,
  result: Result<string, PolicyFailure>,
): Promise<typeof PolicyTestResult> {
  if (!result.ok) return withoutDraft(ctx, result.error);
  const policy = await findPolicy(ctx.db, result.value);
  return policy === null
    ? notFound(ctx)
    : Object.assign(new PolicyTestsDoneType(), { policy: toPolicy(policy, ctx.locale) });
}

export async function toAttestResult(
  ctx: RequestContext,
  result: Result<string, PolicyFailure>,
): Promise<typeof AttestPolicyResult> {
  if (!result.ok) return withoutDraft(ctx, result.error);
  const row = (await findPolicyVersions(ctx.db, [result.value])).get(result.value);
  return row === undefined
    ? notFound(ctx)
    : Object.assign(new PolicyAttestedType(), { version: toPolicyVersion(row, ctx.locale) });
}

async function toProblem(ctx: RequestContext, failure: PolicyFailure): Promise<PolicyProblem> {
  if (failure.kind !== "STALE") return withoutDraft(ctx, failure);
  const draft = await findDraft(ctx.db, failure.draftId);
  if (draft === null) return notFound(ctx);
  return Object.assign(new StalePolicyDraftType(), {
    message: policyProblemText("STALE", ctx.locale),
    draft: toPolicyDraft(draft),
  });
}

function withoutDraft(ctx: RequestContext, failure: PolicyFailure): PolicyRefusedType | PolicyNotFoundType {
  if (failure.kind !== "REFUSED") return notFound(ctx);
  return Object.assign(new PolicyRefusedType(), {
    message: policyProblemText("REFUSED", ctx.locale),
    reasons: failure.reasons.map((reason) => toPolicyRefusal(reason, ctx.locale)),
  });
}

function notFound({ locale }: RequestContext): PolicyNotFoundType {
  return Object.assign(new PolicyNotFoundType(), { message: policyProblemText("NOT_FOUND", locale) });
}
