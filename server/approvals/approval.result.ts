import { createUnionType, Field, ID, ObjectType } from "type-graphql";
import { Problem } from "../graphql/problem.type.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Result } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import { ApprovalReasonType, ApprovalRequestType, toApproval, toReason } from "./approval.type.ts";
import type { ApprovalDecided, ApprovalFailure } from "./approval-command.ts";
import { approvalAnswerText } from "./domain/approval-refusal-text.ts";
import { findRequest, toFacts } from "./queries/find-request.ts";

@ObjectType("ApprovalDecided", {
  description: "The word stands; where it was the last, what was asked for has happened.",
})
export class ApprovalDecidedType {
  @Field(() => ApprovalRequestType)
  request!: ApprovalRequestType;
}

@ObjectType("ApprovalRefused", { implements: Problem, description: "The rules say no. Nothing was written." })
export class ApprovalRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [ApprovalReasonType], { description: "All reasons, not the first." })
  reasons!: readonly ApprovalReasonType[];
}

@ObjectType("StaleApproval", {
  implements: Problem,
  description: "Somebody was faster: the request has a newer version. Nothing was written.",
})
export class StaleApprovalType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => ApprovalRequestType, { description: "The request as it is now." })
  request!: ApprovalRequestType;
}

@ObjectType("ApprovalNotFound", {
  implements: Problem,
  description: "There is no such request, or it is not the caller's to see.",
})
export class ApprovalNotFoundType extends Problem {
  @Field(() => String)
  declare message: string;
}

@ObjectType("ApprovalKeyReused", {
  implements: Problem,
  description: "The idempotency key was used before for something else. Nothing was written.",
})
export class ApprovalKeyReusedType extends Problem {
  @Field(() => String)
  declare message: string;
}

export const ApprovalResult = createUnionType({
  name: "ApprovalResult",
  description: "The answer to a decision on a request.",
  types: () =>
    [ApprovalDecidedType, ApprovalRefusedType, StaleApprovalType, ApprovalNotFoundType, ApprovalKeyReusedType] as const,
});

@ObjectType("ApprovalBatchRow", { description: "What came of one request of a batch." })
export class ApprovalBatchRowType {
  @Field(() => ID)
  id!: string;

  @Field(() => ApprovalResult)
  result!: typeof ApprovalResult;
}

/** Puts the answer on the wire; the request is read again, so that it carries what the screen needs. */
export async function toApprovalResult(
  ctx: RequestContext,
  result: Result<ApprovalDecided, ApprovalFailure>,
  requestId: string | null,
): Promise<typeof ApprovalResult> {
  if (result.ok) {
    const request = await requestNow(ctx, result.value.requestId);
    return request === null ? notFound(ctx) : Object.assign(new ApprovalDecidedType(), { request });
  }
  const { error } = result;
  const message = approvalAnswerText(error.kind, ctx.locale);
  switch (error.kind) {
    case "REFUSED": {
      const row = requestId === null ? undefined : await findRequest(ctx, requestId);
      const facts = row === undefined ? null : toFacts(row);
      return Object.assign(new ApprovalRefusedType(), {
        message,
        reasons: error.reasons.map((reason) => toReason(reason, facts, ctx.locale)),
      });
    }
    case "STALE": {
      const request = await requestNow(ctx, error.requestId);
      return request === null ? notFound(ctx) : Object.assign(new StaleApprovalType(), { message, request });
    }
    case "NOT_FOUND":
      return notFound(ctx);
    case "KEY_REUSED":
      return Object.assign(new ApprovalKeyReusedType(), { message });
  }
}

export function toBatchRow(id: string, result: typeof ApprovalResult): ApprovalBatchRowType {
  return Object.assign(new ApprovalBatchRowType(), { id: toGlobalId("ApprovalRequest", id), result });
}

async function requestNow(ctx: RequestContext, id: string): Promise<ApprovalRequestType | null> {
  const row = await findRequest(ctx, id);
  return row === undefined ? null : toApproval(row, ctx);
}

function notFound({ locale }: RequestContext): ApprovalNotFoundType {
  return Object.assign(new ApprovalNotFoundType(), { message: approvalAnswerText("NOT_FOUND", locale) });
}
