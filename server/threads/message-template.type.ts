import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MessageThreadEnum } from "../cases/case-words.type.ts";
import type { MessageThread } from "../cases/domain/words.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime, Uuid } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { FilledPart } from "./domain/template-fields.ts";
import type { TemplateRow } from "./queries/find-templates.ts";

@ObjectType("MessageTemplate", {
  simpleResolvers: true,
  implements: Node,
  description: "A text that is written often, in both languages, with fields in braces that are filled from the case.",
})
export class MessageTemplateType extends Node {
  @Field(() => ID)
  declare id: string;

  @Field(() => Int, { description: "Send it as `seenVersion` when it is changed." })
  version!: number;

  @Field(() => MessageThreadEnum, { description: "For whom it is written." })
  thread!: MessageThread;

  @Field(() => String)
  nameZh!: string;

  @Field(() => String)
  nameEn!: string;

  @Field(() => String)
  bodyZh!: string;

  @Field(() => String)
  bodyEn!: string;

  @Field(() => Boolean, { description: "False once it is no longer offered." })
  active!: boolean;

  @Field(() => DateTime)
  changedAt!: Date;
}

@ObjectType("FilledPart", { simpleResolvers: true, description: "A stretch of a filled template." })
export class FilledPartType {
  @Field(() => String)
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: "The field whose value it is; null for the template's own words.",
  })
  field!: string | null;

  @Field(() => Boolean, { description: "The case has no such value; the braces stand in the text still." })
  isMissing!: boolean;
}

@ObjectType("FilledTemplate", {
  simpleResolvers: true,
  description: "A template with a case's values, in both languages.",
})
export class FilledTemplateType {
  @Field(() => [FilledPartType])
  zh!: readonly FilledPart[];

  @Field(() => [FilledPartType])
  en!: readonly FilledPart[];
}

@InputType("SaveMessageTemplateInput")
export class SaveMessageTemplateInput {
  @Field(() => ID, { nullable: true, description: "Left out: a new one." })
  id!: string | null;

  @Field(() => Uuid, { description: "Made once per intention; a new template is made once under it." })
  idempotencyKey!: string;

  @Field(() => Int, { nullable: true, description: "The version that was changed; needed with `id`." })
  seenVersion!: number | null;

  @Field(() => MessageThreadEnum, { description: "CUSTOMER, MERCHANT or BANK." })
  thread!: MessageThread;

  @Field(() => String, { description: "At most 80 characters." })
  nameZh!: string;

  @Field(() => String, { description: "At most 80 characters." })
  nameEn!: string;

  @Field(() => String, { description: "At most 4,000 characters, with fields such as {customer.name}." })
  bodyZh!: string;

  @Field(() => String, { description: "At most 4,000 characters, with fields such as {customer.name}." })
  bodyEn!: string;

  @Field(() => Boolean, { defaultValue: true, description: "False: it is no longer offered." })
  active!: boolean;
}

export function toMessageTemplate(row: TemplateRow): MessageTemplateType {
  return Object.assign(new MessageTemplateType(), {
    id: toGlobalId("MessageTemplate", row.id),
    version: row.version,
    thread: row.thread,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    bodyZh: row.body_zh,
    bodyEn: row.body_en,
    active: row.active,
    changedAt: row.changed_at,
  });
}
