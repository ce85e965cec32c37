import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import type { SignedIn, TestApi } from "./api.ts";
import { givenMerchant } from "./given-rows.ts";

interface Attempt {
  readonly client: SignedIn;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An endpoint of that merchant, or of one of its own, as the API registers it. */
export async function givenWebhook(api: TestApi, of?: string, url = "https://hooks.example.com/redress") {
  const merchantRow = of ?? (await givenMerchant(api.house.db));
  const merchantId = toGlobalId("Merchant", merchantRow);
  const { data } = await api
    .as("ADMINISTRATOR")
    .query<{ answer: { secret: string; endpoint: { id: string } } }>(
      "mutation ($input: RegisterWebhookEndpointInput!) { answer: registerWebhookEndpoint(input: $input) { ... on WebhookEndpointKept { secret endpoint { id } } } }",
      { input: { merchantId, url } },
    );
  return { merchantRow, merchantId, url, endpointId: data.answer.endpoint.id, secret: data.answer.secret };
}

/** Mutations on endpoints, asked as they are when nothing is wrong; each on one of its own. */
export function webhookAttempts(api: TestApi): Readonly<Record<string, () => Promise<Attempt>>> {
  const client = api.as("ADMINISTRATOR");
  const asked = (input: object): Attempt => ({ client, variables: { input } });
  const moved = async (more: object = {}, expectedVersion = 1) => {
    const { endpointId } = await givenWebhook(api);
    return { endpointId, expectedVersion, ...more };
  };
  return {
    registerWebhookEndpoint: async () =>
      asked({
        merchantId: toGlobalId("Merchant", await givenMerchant(api.house.db)),
        url: "https://hooks.example.com/new",
      }),
    changeWebhookEndpoint: async () => asked(await moved({ url: "https://hooks.example.com/moved" })),
    rotateWebhookSecret: async () => asked(await moved({ endsOldNow: false })),
    pauseWebhookEndpoint: async () => asked(await moved()),
    async resumeWebhookEndpoint() {
      const input = await moved();
      await client.query(
        "mutation ($input: MoveWebhookEndpointInput!) { pauseWebhookEndpoint(input: $input) { __typename } }",
        { input },
      );
      return asked({ ...input, expectedVersion: 2 });
    },
    testWebhookEndpoint: async () =>
      asked({ endpointId: (await givenWebhook(api)).endpointId, idempotencyKey: newId() }),
  };
}
