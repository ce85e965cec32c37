import { registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import {
  noticeAnswers,
  noticeAttemptAnswers,
  noticeAudiences,
  noticeChannels,
  noticeKinds,
  noticePoints,
  noticeStates,
} from "./domain/words.ts";

export const NoticeKindEnum = wordsEnum(noticeKinds);
registerEnumType(NoticeKindEnum, {
  name: "NoticeKind",
  description: "What is told. Each kind has one sort of reader.",
});

export const NoticeAudienceEnum = wordsEnum(noticeAudiences);
registerEnumType(NoticeAudienceEnum, { name: "NoticeAudience", description: "To whom a notice goes." });

export const NoticeChannelEnum = wordsEnum(noticeChannels);
registerEnumType(NoticeChannelEnum, { name: "NoticeChannel", description: "By which way a notice goes." });

export const NoticeStateEnum = wordsEnum(noticeStates);
registerEnumType(NoticeStateEnum, {
  name: "NoticeState",
  description:
    "WAITING: to be sent, or sent again. DELIVERED: the channel took it. DEAD: given up until sent again by hand. SUPPRESSED: there was no way to reach them.",
});

export const NoticeAttemptAnswerEnum = wordsEnum(noticeAttemptAnswers);
registerEnumType(NoticeAttemptAnswerEnum, {
  name: "NoticeTryAnswer",
  description: "How one try to send a notice went.",
});

export const NoticeAnswerEnum = wordsEnum(noticeAnswers);
registerEnumType(NoticeAnswerEnum, {
  name: "NoticeAnswer",
  description:
    "CONFIRMED: amount, state and time are right. QUERIED: a question was raised, and stands in the case's thread.",
});

export const NoticePointEnum = wordsEnum(noticePoints);
registerEnumType(NoticePointEnum, {
  name: "NoticePoint",
  description: "What a reader checks of a notice: the amount, the state of the case, the time.",
});
