import { Field, ID, InputType, Int } from "type-graphql";
import { LocaleEnum } from "../graphql/locale.ts";
import type { Locale } from "../request-context.ts";
import type {
  NoticeAnswer,
  NoticeAudience,
  NoticeChannel,
  NoticeKind,
  NoticePoint,
  NoticeState,
} from "./domain/words.ts";
import {
  NoticeAnswerEnum,
  NoticeAudienceEnum,
  NoticeChannelEnum,
  NoticeKindEnum,
  NoticePointEnum,
  NoticeStateEnum,
} from "./notice-words.type.ts";

@InputType("NoticeFilter", { description: "What a list of notices is narrowed to; what is left out is not asked." })
export class NoticeFilterInput {
  @Field(() => ID, { nullable: true })
  caseId!: string | null;

  @Field(() => [NoticeStateEnum], { nullable: true })
  states!: NoticeState[] | null;

  @Field(() => [NoticeChannelEnum], { nullable: true })
  channels!: NoticeChannel[] | null;

  @Field(() => [NoticeAudienceEnum], { nullable: true })
  audiences!: NoticeAudience[] | null;

  @Field(() => Boolean, { nullable: true, description: "Those that ask for an answer and have none yet." })
  awaitsAnswer!: boolean | null;
}

@InputType("ReplayNoticeInput")
export class ReplayNoticeInput {
  @Field(() => ID)
  noticeId!: string;
}

@InputType("AnswerNoticeInput")
export class AnswerNoticeInput {
  @Field(() => ID)
  noticeId!: string;

  @Field(() => NoticeAnswerEnum)
  answer!: NoticeAnswer;

  @Field(() => String, { nullable: true, description: "The query; needed where one is raised." })
  message!: string | null;

  @Field(() => [NoticePointEnum], {
    nullable: true,
    description: "What the query is about. What is not named is taken as right.",
  })
  queried!: NoticePoint[] | null;
}

@InputType("NoticeTextInput")
export class NoticeTextInput {
  @Field(() => String)
  subject!: string;

  @Field(() => String)
  body!: string;

  @Field(() => String, { nullable: true, description: "Needed where the notice goes by SMS." })
  sms!: string | null;
}

@InputType("PreviewNoticeTemplateInput")
export class PreviewNoticeTemplateInput {
  @Field(() => NoticeKindEnum)
  kind!: NoticeKind;

  @Field(() => LocaleEnum)
  locale!: Locale;

  @Field(() => NoticeTextInput)
  text!: NoticeTextInput;

  @Field(() => String, { nullable: true, description: "Fills in what this case would tell now, instead of examples." })
  caseNumber!: string | null;
}

@InputType("SaveNoticeTemplateInput")
export class SaveNoticeTemplateInput {
  @Field(() => NoticeKindEnum)
  kind!: NoticeKind;

  @Field(() => LocaleEnum)
  locale!: Locale;

  @Field(() => Int, { description: "The version that the author saw." })
  expectedVersion!: number;

  @Field(() => NoticeTextInput, {
    nullable: true,
    description: "Left out, the notice goes back to the desk's own wording.",
  })
  text!: NoticeTextInput | null;
}
