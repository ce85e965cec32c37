import { Field, InputType, Int } from "type-graphql";
import { DateTime, Uuid } from "../graphql/scalars.ts";

@InputType("PlanProviderMaintenanceInput")
export class PlanProviderMaintenanceInput {
  @Field(() => String, { description: "A code of `paymentProviders`." })
  provider!: string;

  @Field(() => DateTime, { description: "In the past: it begins now." })
  startsAt!: Date;

  @Field(() => DateTime, { description: "Sending goes on from this moment." })
  endsAt!: Date;

  @Field(() => String, { description: "Why, in Chinese: whoever works on a waiting refund reads it." })
  reasonZh!: string;

  @Field(() => String, { description: "The same in English." })
  reasonEn!: string;
}

@InputType("StopProviderMaintenanceInput")
export class StopProviderMaintenanceInput {
  @Field(() => Uuid)
  windowId!: string;

  @Field(() => Int, {
    description: "The version that was looked at. Somebody else was faster: StaleProviderMaintenance.",
  })
  expectedVersion!: number;
}
