import { Field, ID, InputType } from "type-graphql";
import { DateTime } from "../graphql/scalars.ts";
import type { CardNetwork, TransactionKind } from "./domain/words.ts";
import { CardNetworkEnum, TransactionKindEnum } from "./transaction-words.type.ts";

@InputType("TransactionFilter", { description: "What is left out is not asked." })
export class TransactionFilterInput {
  @Field(() => String, {
    nullable: true,
    description:
      "What is read off a slip, in any order, all of which must fit: the beginning of a voucher number or RRN, a whole acquirer's or terminal's number, the card's last four, an amount with its decimals, a day (2026-09-26, 9-26, 9月26日), a time (18:42). Days and times are those of Asia/Shanghai. Without any number or day the last 30 days are looked through.",
  })
  text!: string | null;

  @Field(() => [CardNetworkEnum], { nullable: true })
  networks!: CardNetwork[] | null;

  @Field(() => [TransactionKindEnum], { nullable: true })
  kinds!: TransactionKind[] | null;

  @Field(() => Boolean, { nullable: true, description: "True: only those of which something may still go back." })
  refundable!: boolean | null;

  @Field(() => ID, { nullable: true })
  merchantId!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Charged at this time or later." })
  processedFrom!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "Charged before this time." })
  processedUntil!: Date | null;
}
