import { createUnionType, Field, ObjectType } from "type-graphql";
import { toRefusal } from "../cases/available-action.type.ts";
import { CaseType, toCase } from "../cases/case.type.ts";
import { ActionRefusedType, CaseNotFoundType, KeyReusedType } from "../cases/case-action.result.ts";
import { caseActionText } from "../cases/domain/case-action-text.ts";
import { caseById } from "../cases/queries/case-parts.ts";
import { Problem } from "../graphql/problem.type.ts";
import type { Result } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import type { HoldFailure } from "./actions/hold-message.ts";
import { threadText } from "./domain/thread-text.ts";
import { HeldMessageType, toHeldMessage } from "./held-message.type.ts";
import { getHeldMessage } from "./queries/held-messages.ts";

@ObjectType("MessageHeld", { description: "It is held, and goes out by itself unless it is taken back." })
export class MessageHeldType {
  @Field(() => HeldMessageType)
  held!: HeldMessageType;

  @Field(() => CaseType)
  case!: CaseType;
}

@ObjectType("MessageTakenBack", { description: "It will not be sent; here is the text." })
export class MessageTakenBackType {
  @Field(() => HeldMessageType)
  held!: HeldMessageType;

  @Field(() => CaseType, { nullable: true, description: "Null where its writer no longer sees it." })
  case!: CaseType | null;
}

@ObjectType("MessageNotHeld", {
  implements: Problem,
  description: "It has gone out, was taken back already, or is not the caller's.",
})
export class MessageNotHeldType extends Problem {
  @Field(() => String)
  declare message: string;
}

export const HoldMessageResult = createUnionType({
  name: "HoldMessageResult",
  types: () => [MessageHeldType, ActionRefusedType, CaseNotFoundType, KeyReusedType] as const,
});

export const TakeBackMessageResult = createUnionType({
  name: "TakeBackMessageResult",
  types: () => [MessageTakenBackType, MessageNotHeldType] as const,
});

export async function toHoldMessageResult(
  ctx: RequestContext,
  result: Result<string, HoldFailure>,
): Promise<typeof HoldMessageResult> {
  const { db, locale } = ctx;
  if (result.ok) {
    const row = await getHeldMessage(db, result.value);
    const found = await ctx.loaders.load(caseById, row.case_id);
    if (found !== null)
      return Object.assign(new MessageHeldType(), { held: toHeldMessage(row, ctx), case: toCase(found) });
  }
  const error: HoldFailure = result.ok ? { kind: "NOT_FOUND" } : result.error;
  const message = caseActionText(error.kind, locale);
  if (error.kind === "NOT_FOUND") return Object.assign(new CaseNotFoundType(), { message });
  if (error.kind === "KEY_REUSED") return Object.assign(new KeyReusedType(), { message });
  const reasons = error.reasons.map((reason) => toRefusal(reason, ctx));
  return Object.assign(new ActionRefusedType(), { message, reasons });
}

export function messageNotHeld({ locale }: RequestContext): MessageNotHeldType {
  return Object.assign(new MessageNotHeldType(), { message: threadText("NOT_HELD", locale) });
}
