import { Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { toGlobalId } from "../kernel/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { RoleEnum } from "../staff/staff-words.type.ts";
import { listLearnerPlaces } from "./queries/list-learner-places.ts";

@ObjectType("LearnerPlace", {
  simpleResolvers: true,
  description: "A merchant or a bank whose people can be taught, by name alone.",
})
export class LearnerPlaceType {
  @Field(() => ID, { description: "The id of the `Merchant` or of the `Institution`." })
  id!: string;

  @Field(() => RoleEnum, { description: "The role that is narrowed to it." })
  role!: "MERCHANT_VERIFIER" | "BANK_OFFICER";

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  nameZh!: string | null;
}

@Resolver(() => LearnerPlaceType)
export class LearnerPlaceResolver {
  @Query(() => [LearnerPlaceType], {
    description: "Where people at work can be taught who answer for one merchant or one bank; at most 200 of each.",
  })
  async learnerPlaces(@Ctx() { db }: RequestContext): Promise<readonly LearnerPlaceType[]> {
    return (await listLearnerPlaces(db)).map(({ id, isMerchant, name, name_zh }) => ({
      id: toGlobalId(isMerchant ? "Merchant" : "Institution", id),
      role: isMerchant ? "MERCHANT_VERIFIER" : "BANK_OFFICER",
      name,
      nameZh: name_zh,
    }));
  }
}
