import { Field, ID, InputType } from "type-graphql";
import { rowId } from "../graphql/ids.ts";
import { DateTime } from "../graphql/scalars.ts";
import { deskDay } from "../kernel/desk-day.ts";
import type { ActionContext } from "../request-context.ts";
import { readLookUp } from "./domain/look-up.ts";
import type { CardNetwork, TransactionKind } from "./domain/words.ts";
import type { TransactionFilter } from "./queries/find-transactions.ts";
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

/** An id that names no merchant narrows to nothing, rather than being left out. */
const nobody = "00000000-0000-7000-8000-000000000000";

/** What the viewer asks, in the words of the query. An argument that is left out comes as undefined. */
export function toTransactionFilter(
  input: TransactionFilterInput | null | undefined,
  { clock }: Pick<ActionContext, "clock">,
): TransactionFilter {
  if (input == null) return {};
  const { networks, kinds, refundable, merchantId, processedFrom, processedUntil } = input;
  const text = input.text?.trim().slice(0, 200) ?? "";
  const now = clock.now();
  return {
    ...(text !== "" && { lookUp: { words: readLookUp(text, deskDay(now)), now } }),
    ...(networks != null && { networks }),
    ...(kinds != null && { kinds }),
    ...(refundable === true && { refundable: true }),
    ...(merchantId != null && { merchantId: rowId(merchantId, "Merchant") ?? nobody }),
    ...(processedFrom != null && { processedFrom }),
    ...(processedUntil != null && { processedUntil }),
  };
}
