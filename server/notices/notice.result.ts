import { createUnionType, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { Problem } from "../graphql/problem.type.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { Locale } from "../request-context.ts";
import { type NoticeProblem, noticeProblemCodes, noticeProblemText } from "./domain/notice-problem.ts";
import { NoticeTextType, NoticeType } from "./notice.type.ts";
import { NoticeTemplateType } from "./notice-template.type.ts";

export const NoticeProblemCodeEnum = wordsEnum(noticeProblemCodes);
registerEnumType(NoticeProblemCodeEnum, {
  name: "NoticeProblemCode",
  description: "Why something about a notice was not done.",
});

@ObjectType("NoticeReason", { simpleResolvers: true, description: "One reason, in the reader's language." })
export class NoticeReasonType {
  @Field(() => NoticeProblemCodeEnum)
  code!: NoticeProblem["code"];

  @Field(() => String)
  message!: string;
}

@ObjectType("NoticeRefused", {
  simpleResolvers: true,
  implements: Problem,
  description: "Nothing was changed; every reason is said.",
})
export class NoticeRefusedType extends Problem {
  @Field(() => [NoticeReasonType])
  reasons!: readonly NoticeReasonType[];
}

@ObjectType("NoticeDone", { simpleResolvers: true })
export class NoticeDoneType {
  @Field(() => NoticeType)
  notice!: NoticeType;
}

@ObjectType("NoticeTemplateSaved", { simpleResolvers: true })
export class NoticeTemplateSavedType {
  @Field(() => NoticeTemplateType)
  template!: NoticeTemplateType;
}

@ObjectType("SmsSize", { simpleResolvers: true, description: "How a short message is counted, and paid." })
export class SmsSizeType {
  @Field(() => Int)
  characters!: number;

  @Field(() => Int, { description: "It goes out in so many parts, each paid." })
  parts!: number;

  @Field(() => Boolean, { description: "A character outside the plain alphabet makes every part shorter." })
  isWide!: boolean;
}

@ObjectType("NoticePreview", { simpleResolvers: true, description: "A wording with an example of each of its fields." })
export class NoticePreviewType {
  @Field(() => NoticeTextType)
  text!: NoticeTextType;

  @Field(() => SmsSizeType, { nullable: true, description: "Null where the notice is never a short message." })
  smsSize!: SmsSizeType | null;

  @Field(() => String, {
    nullable: true,
    description: "What systems are sent, as JSON; null where it is told to none. It is the same whatever the wording.",
  })
  webhook!: string | null;
}

export const NoticeResult = createUnionType({
  name: "NoticeResult",
  types: () => [NoticeDoneType, NoticeRefusedType] as const,
});
export const SaveNoticeTemplateResult = createUnionType({
  name: "SaveNoticeTemplateResult",
  types: () => [NoticeTemplateSavedType, NoticeRefusedType] as const,
});
export const PreviewNoticeTemplateResult = createUnionType({
  name: "PreviewNoticeTemplateResult",
  types: () => [NoticePreviewType, NoticeRefusedType] as const,
});

export function toRefused(problems: readonly NoticeProblem[], locale: Locale): NoticeRefusedType {
  const reasons = problems.map((problem) => ({
    code: problem.code,
    message: localised(noticeProblemText(problem), locale),
  }));
  return Object.assign(new NoticeRefusedType(), { reasons, message: reasons.map(({ message }) => message).join("\n") });
}
