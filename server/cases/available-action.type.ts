import { Field, ObjectType, registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { ActionContext } from "../request-context.ts";
import { CaseActionEnum } from "./case-words.type.ts";
import { type Refusal, type RefusalCode, refusalCodes } from "./domain/refusal.ts";
import { refusalText } from "./domain/refusal-text.ts";
import { shutText } from "./domain/shut-text.ts";
import type { CaseAction } from "./domain/words.ts";

export const RefusalCodeEnum = wordsEnum(refusalCodes);
registerEnumType(RefusalCodeEnum, {
  name: "RefusalCode",
  description: "Why an action is shut, for programs. People read the message.",
});

@ObjectType("Refusal", { description: "One reason against an action." })
export class RefusalType {
  @Field(() => RefusalCodeEnum)
  code!: RefusalCode;

  @Field(() => String, {
    description: "In the reader's language: what stands against it, what it means for the money, what to do.",
  })
  message!: string;

  /** What the sentence was made of, for fields that a higher feature adds. */
  refusal!: Refusal;
}

@ObjectType("AvailableAction", {
  description: "An action that leaves the case's state, by the same rules that guard the mutation.",
})
export class AvailableActionType {
  @Field(() => CaseActionEnum)
  action!: CaseAction;

  @Field(() => Boolean)
  allowed!: boolean;

  @Field(() => [RefusalType], { description: "Every reason against it, empty where it is allowed." })
  reasons!: readonly RefusalType[];
}

/** Whoever reads a refusal: in which language, and by which book of roles somebody else could do it. */
export type RefusalReader = Pick<ActionContext, "actor" | "locale">;

/** Of what somebody asked for. */
export function toRefusal(refusal: Refusal, { actor, locale }: RefusalReader): RefusalType {
  return { code: refusal.code, message: refusalText(refusal, locale, actor.roles), refusal };
}

/** Of what nobody has asked for yet: it stands beside an action that is shut, and in the preview of one. */
export function toShutReason(refusal: Refusal, { actor, locale }: RefusalReader): RefusalType {
  return { code: refusal.code, message: shutText(refusal, locale, actor.roles), refusal };
}

export function toAvailableAction(
  { action, reasons }: { action: CaseAction; reasons: readonly Refusal[] },
  reader: RefusalReader,
): AvailableActionType {
  return { action, allowed: reasons.length === 0, reasons: reasons.map((reason) => toShutReason(reason, reader)) };
}
