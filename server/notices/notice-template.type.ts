import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocaleEnum } from "../graphql/locale.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { Locale } from "../request-context.ts";
import { noticeRules } from "./domain/notice-rules.ts";
import type { NoticeAudience, NoticeKind } from "./domain/words.ts";
import { NoticeTextType } from "./notice.type.ts";
import { NoticeAudienceEnum, NoticeKindEnum } from "./notice-words.type.ts";
import type { TemplateRow } from "./queries/list-templates.ts";

@ObjectType("NoticeTemplate", {
  simpleResolvers: true,
  description: "The wording of one kind of notice in one language, with its fields in braces.",
})
export class NoticeTemplateType {
  @Field(() => ID)
  id!: string;

  @Field(() => NoticeKindEnum)
  kind!: NoticeKind;

  @Field(() => NoticeAudienceEnum)
  audience!: NoticeAudience;

  @Field(() => LocaleEnum)
  locale!: Locale;

  @Field(() => Int, {
    description: "Counts every saving; 0 is the desk's own wording. Give it back as `expectedVersion`.",
  })
  version!: number;

  @Field(() => Boolean, { description: "It is the desk's own wording, never changed or put back." })
  isOwn!: boolean;

  @Field(() => NoticeTextType)
  text!: NoticeTextType;

  @Field(() => [String], { description: "Fields that the wording must contain." })
  must!: readonly string[];

  @Field(() => [String], {
    description: "Fields that it may contain as well; a paragraph about what is not there is left out.",
  })
  may!: readonly string[];

  @Field(() => DateTime, { nullable: true })
  savedAt!: Date | null;
}

export function toTemplate({ kind, locale, version, isOwn, text, savedAt }: TemplateRow): NoticeTemplateType {
  const { to, must, may } = noticeRules[kind];
  return { id: `${kind} ${locale}`, audience: to, kind, locale, version, isOwn, text, must, may, savedAt };
}
