import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import type { RequestContext } from "../request-context.ts";
import { MerchantConnection, MerchantType, toMerchant } from "./merchant.type.ts";
import { listMerchants } from "./queries/find-merchants.ts";
import { MerchantFilterInput, toMerchantFilter } from "./registry.input.ts";

@Resolver(() => MerchantType)
export class MerchantResolver {
  @Query(() => MerchantConnection, { description: "Merchants by name." })
  async merchants(
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("filter", () => MerchantFilterInput, { nullable: true }) filter: MerchantFilterInput | null | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<MerchantType>> {
    const page = pageRequest(first, after, 2);
    const rows = await listMerchants(ctx.db, ctx.actor, page, toMerchantFilter(filter));
    return toConnection(rows, page, (row) => [row.name, row.id], toMerchant);
  }
}
