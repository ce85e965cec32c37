import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../request-context.ts";
import { placeOf } from "../staff/place-of.ts";
import { StaffType } from "../staff/staff.type.ts";
import { InstitutionType, toInstitution } from "./institution.type.ts";
import { MerchantType, toMerchant } from "./merchant.type.ts";
import { institutionById, listInstitutions } from "./queries/find-institutions.ts";
import { merchantById } from "./queries/find-merchants.ts";

@Resolver(() => InstitutionType)
export class InstitutionResolver {
  @Query(() => [InstitutionType], { description: "The banks that rule here, by name." })
  async institutions(@Ctx() { db }: RequestContext): Promise<readonly InstitutionType[]> {
    return (await listInstitutions(db)).map(toInstitution);
  }
}

@Resolver(() => StaffType)
export class StaffScopeResolver {
  @FieldResolver(() => MerchantType, { nullable: true, description: "The one merchant that they answer for." })
  async merchant(@Root() staff: StaffType, @Ctx() ctx: RequestContext): Promise<MerchantType | null> {
    const row = await placeOf(ctx, staff);
    const found = row.merchant_id === null ? null : await ctx.loaders.load(merchantById, row.merchant_id);
    return found === null ? null : toMerchant(found);
  }

  @FieldResolver(() => InstitutionType, { nullable: true, description: "The one bank that they rule for." })
  async institution(@Root() staff: StaffType, @Ctx() ctx: RequestContext): Promise<InstitutionType | null> {
    const row = await placeOf(ctx, staff);
    const found = row.institution_id === null ? null : await ctx.loaders.load(institutionById, row.institution_id);
    return found === null ? null : toInstitution(found);
  }
}
