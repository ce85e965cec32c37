import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { localised } from "../graphql/locale.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime, DayScalar, Uuid } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import { inWords } from "../providers/domain/answer-codes.ts";
import { rulesOf } from "../providers/domain/provider-rules.ts";
import type { Locale } from "../request-context.ts";
import type { AttemptAnswer, AttemptOperation, RefundKind, RefundMode, RefundState } from "./domain/words.ts";
import type { AttemptRow, ListedRefund } from "./queries/list-refunds.ts";
import {
  AttemptAnswerEnum,
  AttemptOperationEnum,
  RefundKindEnum,
  RefundModeEnum,
  RefundStateEnum,
} from "./refund-words.type.ts";

@ObjectType("ProviderCode", { simpleResolvers: true, description: "A provider's code in plain words." })
export class ProviderCodeType {
  @Field(() => String, { description: "As the provider gives it, e.g. 51; words in capitals are the desk's own." })
  code!: string;

  @Field(() => String, { description: "What happened, in the reader's language." })
  happened!: string;

  @Field(() => String, { description: "What somebody should now do, in the reader's language." })
  todo!: string;

  @Field(() => Boolean, { description: "The same money may be asked for again over this road." })
  retryable!: boolean;
}

@ObjectType("RefundAttempt", {
  simpleResolvers: true,
  description: "One exchange with the provider about a refund. It holds no card data.",
})
export class RefundAttemptType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => AttemptOperationEnum)
  operation!: AttemptOperation;

  @Field(() => AttemptAnswerEnum)
  answer!: AttemptAnswer;

  @Field(() => ProviderCodeType, { nullable: true })
  code!: ProviderCodeType | null;

  @Field(() => Int, { nullable: true, description: "Null where no answer was recorded." })
  durationMs!: number | null;

  @Field(() => Uuid, {
    description: "The key under which the provider knows this instruction; a provider's support asks for it.",
  })
  instructionKey!: string;
}

@ObjectType("Refund", {
  simpleResolvers: true,
  implements: Node,
  description: "One instruction to give money back over one transaction.",
})
export class RefundType extends Node {
  /** The row behind it, for the fields that are resolved. Not on the wire. */
  row!: ListedRefund;

  @Field(() => ID)
  declare id: string;

  @Field(() => RefundStateEnum)
  state!: RefundState;

  @Field(() => RefundKindEnum)
  kind!: RefundKind;

  @Field(() => RefundModeEnum)
  mode!: RefundMode;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => String, { description: "Who moves the money, in the reader's language." })
  provider!: string;

  @Field(() => String, { nullable: true, description: "The provider's own number, once it has accepted." })
  providerReference!: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      "The last day on which the money usually has arrived, in the policy's time zone; null while it is not sent, or where that year's calendar is not published.",
  })
  expectedOn!: string | null;

  @Field(() => ProviderCodeType, {
    nullable: true,
    description: "Why it failed, and what to do; null unless it failed.",
  })
  failure!: ProviderCodeType | null;

  @Field(() => DateTime)
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true })
  settledAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When the bank sent back what had arrived." })
  returnedAt!: Date | null;
}

export const RefundConnection = connectionOf(RefundType, "Refund");

export function toRefund(row: ListedRefund, locale: Locale): RefundType {
  return Object.assign(new RefundType(), {
    row,
    id: toGlobalId("Refund", row.id),
    state: row.state,
    kind: row.kind,
    mode: row.mode,
    amount: { minor: row.amount_minor, currency: row.currency },
    provider: localised(rulesOf(row.provider).name, locale),
    providerReference: row.provider_reference,
    expectedOn: row.expected_on,
    failure: row.failure_code === null ? null : toProviderCode(row.failure_code, locale),
    createdAt: row.created_at,
    settledAt: row.settled_at,
    returnedAt: row.returned_at,
  });
}

export function toRefundAttempt(row: AttemptRow, locale: Locale): RefundAttemptType {
  return Object.assign(new RefundAttemptType(), {
    id: toGlobalId("RefundAttempt", row.id),
    at: row.at,
    operation: row.operation,
    answer: row.answer,
    code: row.code === null ? null : toProviderCode(row.code, locale),
    durationMs: row.duration_ms,
    instructionKey: row.instruction_key,
  });
}

function toProviderCode(code: string, locale: Locale): ProviderCodeType {
  const { happened, todo, retryable } = inWords(code);
  return Object.assign(new ProviderCodeType(), {
    code,
    happened: localised(happened, locale),
    todo: localised(todo, locale),
    retryable,
  });
}
