import { createUnionType, Field, ObjectType } from "type-graphql";
import { Problem } from "../graphql/problem.type.ts";
import type { Result } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import type { SaveTemplateFailure } from "./actions/save-template.ts";
import { threadText } from "./domain/thread-text.ts";
import { MessageTemplateType, toMessageTemplate } from "./message-template.type.ts";
import { findTemplate } from "./queries/find-templates.ts";

@ObjectType("MessageTemplateSaved")
export class MessageTemplateSavedType {
  @Field(() => MessageTemplateType)
  template!: MessageTemplateType;
}

@ObjectType("MessageTemplateRefused", { implements: Problem, description: "It was not saved; every reason is named." })
export class MessageTemplateRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [String])
  reasons!: readonly string[];
}

@ObjectType("StaleMessageTemplate", { implements: Problem, description: "Somebody was faster. Nothing was written." })
export class StaleMessageTemplateType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => MessageTemplateType, { description: "As it is now." })
  template!: MessageTemplateType;
}

@ObjectType("MessageTemplateNotFound", { implements: Problem })
export class MessageTemplateNotFoundType extends Problem {
  @Field(() => String)
  declare message: string;
}

export const SaveMessageTemplateResult = createUnionType({
  name: "SaveMessageTemplateResult",
  types: () =>
    [
      MessageTemplateSavedType,
      MessageTemplateRefusedType,
      StaleMessageTemplateType,
      MessageTemplateNotFoundType,
    ] as const,
});

export async function toSaveMessageTemplateResult(
  { db, locale }: RequestContext,
  result: Result<string, SaveTemplateFailure>,
): Promise<typeof SaveMessageTemplateResult> {
  const found = async (id: string) => {
    const row = await findTemplate(db, id);
    if (row === undefined) throw new Error(`Template ${id} vanished`);
    return toMessageTemplate(row);
  };
  if (result.ok) return Object.assign(new MessageTemplateSavedType(), { template: await found(result.value) });
  const { error } = result;
  if (error.kind === "STALE")
    return Object.assign(new StaleMessageTemplateType(), {
      message: threadText("TEMPLATE_STALE", locale),
      template: await found(error.id),
    });
  if (error.kind === "NOT_FOUND")
    return Object.assign(new MessageTemplateNotFoundType(), { message: threadText("TEMPLATE_NOT_FOUND", locale) });
  return Object.assign(new MessageTemplateRefusedType(), {
    message: threadText("TEMPLATE_REFUSED", locale),
    reasons: error.reasons.map(({ zh, en }) => (locale === "zh-CN" ? zh : en)),
  });
}
