import { Field, ID, Int, ObjectType } from "type-graphql";
import { CaseStateEnum } from "../cases/case-words.type.ts";
import type { CaseState } from "../cases/domain/words.ts";
import { connectionOf } from "../graphql/connection.ts";
import { LocaleEnum, localised } from "../graphql/locale.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale, RequestContext } from "../request-context.ts";
import { happenedIn, todoFor } from "./domain/answers-in-words.ts";
import { noticeRules } from "./domain/notice-rules.ts";
import {
  type NoticeAnswer,
  type NoticeAttemptAnswer,
  type NoticeAudience,
  type NoticeChannel,
  type NoticeKind,
  type NoticePoint,
  type NoticeState,
  noticePoints,
} from "./domain/words.ts";
import {
  NoticeAnswerEnum,
  NoticeAttemptAnswerEnum,
  NoticeAudienceEnum,
  NoticeChannelEnum,
  NoticeKindEnum,
  NoticePointEnum,
  NoticeStateEnum,
} from "./notice-words.type.ts";
import type { ListedNotice, NoticeAttemptRow } from "./queries/list-notices.ts";

@ObjectType("NoticeText", { simpleResolvers: true, description: "A notice in words." })
export class NoticeTextType {
  @Field(() => String)
  subject!: string;

  @Field(() => String, { description: "Plain text; paragraphs are parted by an empty line." })
  body!: string;

  @Field(() => String, { nullable: true, description: "As a short message; null where it is never one." })
  sms!: string | null;
}

@ObjectType("NoticeTry", { simpleResolvers: true, description: "One try to send a notice. It names nobody." })
export class NoticeTryType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => NoticeAttemptAnswerEnum)
  answer!: NoticeAttemptAnswer;

  @Field(() => String, { nullable: true, description: "As the channel gave it, e.g. 550 or HTTP 503." })
  code!: string | null;

  @Field(() => String, { description: "What happened, in the reader's language." })
  happened!: string;

  @Field(() => String, { description: "What somebody should now do, in the reader's language." })
  todo!: string;

  @Field(() => Int, { nullable: true })
  durationMs!: number | null;
}

@ObjectType("Notice", {
  simpleResolvers: true,
  implements: Node,
  description: "One thing that the desk told one reader over one channel.",
})
export class NoticeType extends Node {
  /** The row behind it, for the fields that are resolved. Not on the wire. */
  row!: ListedNotice;

  @Field(() => ID)
  declare id: string;

  @Field(() => NoticeKindEnum)
  kind!: NoticeKind;

  @Field(() => NoticeAudienceEnum)
  audience!: NoticeAudience;

  @Field(() => NoticeChannelEnum)
  channel!: NoticeChannel;

  @Field(() => NoticeStateEnum)
  state!: NoticeState;

  @Field(() => LocaleEnum, { description: "The reader's language." })
  locale!: Locale;

  @Field(() => String, { nullable: true, description: "Where it went, masked." })
  to!: string | null;

  @Field(() => DateTime)
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "The next try, while it waits." })
  nextTryAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Boolean, { description: "The reader is asked to confirm amount, state and time, or to raise a query." })
  asksAnswer!: boolean;

  @Field(() => NoticeAnswerEnum, { nullable: true })
  answer!: NoticeAnswer | null;

  @Field(() => DateTime, { nullable: true })
  answeredAt!: Date | null;

  @Field(() => [NoticePointEnum], {
    description: "What was queried of it; the query's words stand in the case's thread.",
  })
  queried!: readonly NoticePoint[];
}

@ObjectType("NoticeFacts", {
  simpleResolvers: true,
  description: "What a notice states, as its reader checks it: amount, state and time.",
})
export class NoticeFactsType {
  @Field(() => MoneyType, { nullable: true })
  amount!: MoneyType | null;

  @Field(() => CaseStateEnum, { nullable: true, description: "Where the case came to rest by what is told." })
  state!: CaseState | null;

  @Field(() => DateTime, { description: "When that happened." })
  at!: Date;

  @Field(() => DateTime, { nullable: true, description: "When the card was charged." })
  paidAt!: Date | null;

  @Field(() => String, { nullable: true })
  voucher!: string | null;

  @Field(() => String, { nullable: true })
  cardLast4!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Until when an answer is waited for." })
  answerBy!: Date | null;
}

export const NoticeConnection = connectionOf(NoticeType, "Notice");

export function toNotice(row: ListedNotice): NoticeType {
  return {
    row,
    id: toGlobalId("Notice", row.id),
    kind: row.kind,
    audience: row.audience,
    channel: row.channel,
    state: row.state,
    locale: row.locale,
    to: row.address_masked,
    createdAt: row.created_at,
    nextTryAt: row.next_try_at,
    endedAt: row.ended_at,
    asksAnswer: noticeRules[row.kind].asksAnswer,
    answer: row.answer,
    answeredAt: row.answered_at,
    queried: noticePoints.filter((point) => row.queried.includes(point)),
  };
}

export function toFacts({ fields, created_at: at }: ListedNotice, state: CaseState | null): NoticeFactsType {
  const instant = (text: string | undefined) => (text === undefined ? null : new Date(text));
  return {
    amount:
      fields.amount === undefined ? null : { minor: BigInt(fields.amount.minor), currency: fields.amount.currency },
    state,
    at,
    paidAt: instant(fields.paidAt),
    voucher: fields.voucher ?? null,
    cardLast4: fields.cardLast4 ?? null,
    answerBy: instant(fields.answerBy),
  };
}

export function toTry(
  { id, at, answer, code: given, duration_ms: durationMs }: NoticeAttemptRow,
  { locale, actor }: Pick<RequestContext, "locale" | "actor">,
): NoticeTryType {
  const { happened, code } = happenedIn(answer, given);
  return {
    ...{ id: toGlobalId("NoticeTry", id), at, answer, code, durationMs },
    happened: localised(happened, locale),
    todo: localised(todoFor(answer, actor.permissions.has("notice.replay")), locale),
  };
}
