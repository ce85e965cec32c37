import { Field, ObjectType, registerEnumType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { Problem } from "../graphql/problem.type.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { Locale } from "../request-context.ts";
import { type TrainingRefusal, type TrainingRefusalCode, trainingRefusalCodes } from "./domain/training-refusal.ts";
import { trainingText } from "./domain/training-text.ts";

export const TrainingRefusalCodeEnum = wordsEnum(trainingRefusalCodes);
registerEnumType(TrainingRefusalCodeEnum, {
  name: "TrainingRefusalCode",
  description: "Why the trainer's room says no, for programs. People read the message.",
});

@ObjectType("TrainingRefusal", { simpleResolvers: true, description: "One reason against it." })
export class TrainingRefusalType {
  @Field(() => TrainingRefusalCodeEnum)
  code!: TrainingRefusalCode;

  @Field(() => String)
  message!: string;
}

@ObjectType("TrainingRefused", {
  implements: Problem,
  description: "The rules say no. Nothing was written.",
})
export class TrainingRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [TrainingRefusalType], { description: "All reasons, not the first." })
  reasons!: readonly TrainingRefusalType[];
}

@ObjectType("TrainingNotFound", {
  implements: Problem,
  description: "There is no such thing, or it is not the caller's to see.",
})
export class TrainingNotFoundType extends Problem {
  @Field(() => String)
  declare message: string;
}

const notFound = {
  zh: "找不到该记录，或您无权查看。未作任何更改。",
  en: "There is no such thing, or it is not yours to see. Nothing was changed.",
};

export function toTrainingRefused(reasons: readonly TrainingRefusal[], locale: Locale): TrainingRefusedType {
  const told = reasons.map((reason) => ({ code: reason.code, message: localised(trainingText(reason), locale) }));
  const message = told.map((reason) => reason.message).join(locale === "en" ? " " : "");
  return Object.assign(new TrainingRefusedType(), { message, reasons: told });
}

export function toTrainingNotFound(locale: Locale): TrainingNotFoundType {
  return Object.assign(new TrainingNotFoundType(), { message: localised(notFound, locale) });
}
