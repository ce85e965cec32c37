import { Field, ID, InputType } from "type-graphql";
import { DateTime } from "../graphql/scalars.ts";

@InputType("TransactionFilter", { description: "What is left out is not asked." })
export class TransactionFilterInput {
  @Field(() => String, {
    nullable: true,
    description: "The beginning of a voucher number or RRN, a whole acquirer's number, or the card's last four.",
  })
  text!: string | null;

  @Field(() => ID, { nullable: true })
  merchantId!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Charged at this time or later." })
  processedFrom!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "Charged before this time." })
  processedUntil!: Date | null;
}
