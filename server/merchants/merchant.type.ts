import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { Node } from "../graphql/node.type.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { MerchantState } from "./domain/registry.ts";
import type { MerchantRow } from "./queries/find-merchants.ts";
import { MerchantStateEnum } from "./registry.type.ts";

@ObjectType("Merchant", { simpleResolvers: true, implements: Node, description: "Who sold." })
export class MerchantType extends Node {
  @Field(() => ID)
  declare id: string;

  @Field(() => String, { description: "The acquirer's number of the merchant." })
  number!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: "The name in Chinese, where one is known." })
  nameZh!: string | null;

  @Field(() => String, { nullable: true, description: "ISO 18245 merchant category code, four digits." })
  categoryCode!: string | null;

  @Field(() => MerchantStateEnum)
  state!: MerchantState;

  @Field(() => Int, { description: "Give this as `expectedVersion` to change the merchant or a terminal of it." })
  version!: number;
}

export const MerchantConnection = connectionOf(MerchantType, "Merchant");

export function toMerchant(row: MerchantRow): MerchantType {
  return Object.assign(new MerchantType(), {
    id: toGlobalId("Merchant", row.id),
    number: row.merchant_number,
    name: row.name,
    nameZh: row.name_zh,
    categoryCode: row.category_code,
    state: row.state,
    version: row.version,
  });
}
