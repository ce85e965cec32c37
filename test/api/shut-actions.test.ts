import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../server/kernel/ids.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { refunding } from "../support/case-stages.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Offered {
  readonly case: {
    readonly version: number;
    readonly availableActions: readonly {
      readonly action: string;
      readonly reasons: readonly { readonly message: string }[];
    }[];
  };
}

test("a shut action does not say what was not done, and says it once it was asked for", async () => {
  const { id } = await refunding(api);
  const asSupervisor = api.as("SUPERVISOR");
  const { data } = await asSupervisor.query<Offered>(
    "query ($id: ID!) { case(id: $id) { version availableActions { action reasons { message } } } }",
    { id },
  );
  const reasonOf = (wanted: string) => data.case.availableActions.find(({ action }) => action === wanted)?.reasons[0];
  expect(reasonOf("RETRY_REFUND")?.message).toMatch(/^There is no refund that may be sent again: sending twice/);
  expect(reasonOf("PROPOSE_MANUAL_REFUND")?.message).toMatch(/and none has; the money stays as it is/);

  const pressed = await asSupervisor.query<{ retryRefund: object }>(
    "mutation ($input: CaseActionInput!) { retryRefund(input: $input) { ... on ActionRefused { reasons { message } } } }",
    { input: { caseId: id, expectedVersion: data.case.version, idempotencyKey: newId() } },
  );
  expect(pressed.data.retryRefund).toEqual({
    reasons: [{ message: expect.stringContaining("so nothing was sent. Read the provider's answer") }],
  });
});
