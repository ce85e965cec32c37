import { Field, ID, InputType, Int } from "type-graphql";
import { Uuid } from "../graphql/scalars.ts";

@InputType("RegisterWebhookEndpointInput", { description: "Exactly one owner, and where its system listens." })
export class RegisterWebhookEndpointInput {
  @Field(() => ID, { nullable: true })
  merchantId?: string | null;

  @Field(() => ID, { nullable: true })
  institutionId?: string | null;

  @Field(() => String, { nullable: true, description: "A code of `webhookProviders`." })
  provider?: string | null;

  @Field(() => String, { description: "https, on the public internet." })
  url!: string;
}

@InputType("MoveWebhookEndpointInput")
export class MoveWebhookEndpointInput {
  @Field(() => ID)
  endpointId!: string;

  @Field(() => Int, { description: "The version that was looked at. Somebody else was faster: StaleWebhookEndpoint." })
  expectedVersion!: number;
}

@InputType("ChangeWebhookEndpointInput")
export class ChangeWebhookEndpointInput extends MoveWebhookEndpointInput {
  @Field(() => String, { description: "What waits to be sent goes there, too." })
  url!: string;
}

@InputType("RotateWebhookSecretInput")
export class RotateWebhookSecretInput extends MoveWebhookEndpointInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: "The old secret has leaked: nothing is signed with it any more, and there is no overlap.",
  })
  endsOldNow!: boolean;
}

@InputType("TestWebhookEndpointInput")
export class TestWebhookEndpointInput {
  @Field(() => ID)
  endpointId!: string;

  @Field(() => Uuid, { description: "Made by the client: the same key sends one test." })
  idempotencyKey!: string;
}
