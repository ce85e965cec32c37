import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocaleEnum } from "../graphql/locale.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { Locale } from "../request-context.ts";
import { noticeRules } from "./domain/notice-rules.ts";
import { noticeTexts } from "./domain/notice-texts.ts";
import type { NoticeAudience, NoticeChannel, NoticeKind } from "./domain/words.ts";
import { NoticeTextType } from "./notice.type.ts";
import { NoticeAudienceEnum, NoticeChannelEnum, NoticeKindEnum } from "./notice-words.type.ts";
import type { TemplateRow } from "./queries/list-templates.ts";
import type { TextVersionRow } from "./queries/versions-of-text.ts";

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

  @Field(() => NoticeTextType, { description: "The desk's own wording, to compare with or to go back to." })
  ownText!: NoticeTextType;

  @Field(() => [NoticeChannelEnum], { description: "By which ways it goes." })
  over!: readonly NoticeChannel[];

  @Field(() => [String], { description: "Fields that the wording must contain." })
  must!: readonly string[];

  @Field(() => [String], {
    description: "Fields that it may contain as well; a paragraph about what is not there is left out.",
  })
  may!: readonly string[];

  @Field(() => DateTime, { nullable: true })
  savedAt!: Date | null;
}

@ObjectType("NoticeTemplateVersion", { simpleResolvers: true, description: "One saving of a wording." })
export class NoticeTemplateVersionType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: "Who saved it." })
  author!: string;

  @Field(() => DateTime)
  savedAt!: Date;

  @Field(() => NoticeTextType, { nullable: true, description: "Null where it went back to the desk's own wording." })
  text!: NoticeTextType | null;
}

export function toVersion({ id, version, author, created_at: savedAt, subject, body, sms }: TextVersionRow) {
  const text = subject === null || body === null ? null : { subject, body, sms };
  return { id, version, author, savedAt, text };
}

export function toTemplate({ kind, locale, version, isOwn, text, savedAt }: TemplateRow): NoticeTemplateType {
  const { to, must, may, over } = noticeRules[kind];
  return {
    id: `${kind} ${locale}`,
    audience: to,
    kind,
    locale,
    version,
    isOwn,
    text,
    ownText: noticeTexts[kind][locale],
    over,
    must,
    may: may.filter((field) => !(must as readonly string[]).includes(field)),
    savedAt,
  };
}
