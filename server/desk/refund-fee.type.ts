import { Field, ObjectType } from "type-graphql";
import { MoneyType } from "../graphql/money.type.ts";
import type { Money } from "../kernel/money.ts";
import type { FeeBearer, PolicyContent } from "../policies/domain/policy-content.ts";
import { feeOf } from "../policies/domain/refund-fee.ts";
import { FeeBearerEnum } from "../policies/policy-words.type.ts";

@ObjectType("RefundFee", {
  simpleResolvers: true,
  description: "What giving money back costs by the policy in force. It is charged apart: the refund goes back whole.",
})
export class RefundFeeType {
  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => FeeBearerEnum)
  borneBy!: FeeBearer;
}

export function toRefundFee(
  { fee, feesBorneBy }: Pick<PolicyContent, "fee" | "feesBorneBy">,
  refund: Money,
): RefundFeeType | null {
  const amount = feeOf(fee, refund);
  return amount === null ? null : { amount, borneBy: feesBorneBy };
}
