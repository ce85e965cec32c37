import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { writeApiKey } from "../../server/staff/actions/write-api-key.ts";
import type { SignedIn, TestApi } from "./api.ts";

interface Attempt {
  readonly client: SignedIn;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Mutations on machines' keys, asked as they are when nothing is wrong; each by somebody of their own. */
export function keyAttempts(api: TestApi): Readonly<Record<string, () => Promise<Attempt>>> {
  return {
    createApiKey: async () => ({
      client: await api.another("SUPPORT_AGENT"),
      variables: { input: { name: "till", scopes: ["CASE_READ"], days: 30, idempotencyKey: newId() } },
    }),
    revokeApiKey: async () => {
      const client = await api.another("SUPPORT_AGENT");
      const key = { staffId: client.staffId, name: "till", scopes: ["case.read"], days: 30 } as const;
      const { id } = await writeApiKey(api.house.db, key, api.clock.now());
      return { client, variables: { input: { id: toGlobalId("ApiKey", id) } } };
    },
  };
}
