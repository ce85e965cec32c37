import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { CardNetwork, TransactionKind } from "./domain/words.ts";
import type { TransactionRow } from "./queries/find-transactions.ts";
import { CardNetworkEnum, TransactionKindEnum } from "./transaction-words.type.ts";

@ObjectType("Transaction", {
  simpleResolvers: true,
  implements: Node,
  description: "One movement on a card, as the acquirer settled it.",
})
export class TransactionType extends Node {
  /** The row behind it, for the fields that features resolve. Not on the wire. */
  row!: TransactionRow;

  @Field(() => ID)
  declare id: string;

  @Field(() => String, { description: "The acquirer's own number." })
  acquirerReference!: string;

  @Field(() => TransactionKindEnum)
  kind!: TransactionKind;

  @Field(() => String, {
    nullable: true,
    description: "The acquirer's number of the POS device; null where there was none.",
  })
  terminalNumber!: string | null;

  @Field(() => String, { nullable: true, description: "The number on the slip (凭证号)." })
  voucherNumber!: string | null;

  @Field(() => String, { nullable: true, description: "RRN (检索参考号)." })
  retrievalReference!: string | null;

  @Field(() => String, { nullable: true })
  authorizationCode!: string | null;

  @Field(() => CardNetworkEnum)
  network!: CardNetwork;

  @Field(() => String, { nullable: true, description: "First six digits of the card, where the file gave them." })
  cardFirst6!: string | null;

  @Field(() => String, { description: "Last four digits of the card. More of it is never kept." })
  cardLast4!: string;

  @Field(() => String, { nullable: true, description: "How the card was read, e.g. chip or contactless." })
  entryMode!: string | null;

  @Field(() => MoneyType, { description: "What was taken from the card." })
  captured!: MoneyType;

  @Field(() => MoneyType, { description: "What has gone back to the card." })
  refunded!: MoneyType;

  @Field(() => MoneyType, { description: "Held by refunds that are proposed, queued or under way." })
  inFlight!: MoneyType;

  @Field(() => MoneyType, { description: "What the bank has taken back." })
  chargedBack!: MoneyType;

  @Field(() => MoneyType, {
    description: "What banks keep beyond that: it had gone back already, so the money went twice.",
  })
  paidTwice!: MoneyType;

  @Field(() => MoneyType, { description: "What may still go back: captured, less the three others." })
  refundable!: MoneyType;

  @Field(() => DateTime, { description: "When the card was charged." })
  processedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  settledAt!: Date | null;
}

export const TransactionConnection = connectionOf(TransactionType, "Transaction");

export function toTransaction(row: TransactionRow): TransactionType {
  const money = (minor: bigint) => ({ minor, currency: row.currency });
  const { captured_minor, refunded_minor, in_flight_minor, charged_back_minor } = row;
  return Object.assign(new TransactionType(), {
    row,
    id: toGlobalId("Transaction", row.id),
    acquirerReference: row.acquirer_reference,
    kind: row.kind,
    terminalNumber: row.terminal_number,
    voucherNumber: row.voucher_number,
    retrievalReference: row.retrieval_reference,
    authorizationCode: row.authorization_code,
    network: row.network,
    cardFirst6: row.card_first6,
    cardLast4: row.card_last4,
    entryMode: row.entry_mode,
    captured: money(captured_minor),
    refunded: money(refunded_minor),
    inFlight: money(in_flight_minor),
    chargedBack: money(charged_back_minor),
    paidTwice: money(row.paid_twice_minor),
    refundable: money(captured_minor - refunded_minor - in_flight_minor - charged_back_minor),
    processedAt: row.processed_at,
    settledAt: row.settled_at,
  });
}
