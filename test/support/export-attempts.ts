import { newId } from "../../server/kernel/ids.ts";
import type { SignedIn, TestApi } from "./api.ts";

interface Attempt {
  readonly client: SignedIn;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Mutations on exports, asked as they are when nothing is wrong. */
export function exportAttempts(api: TestApi): Readonly<Record<string, () => Promise<Attempt>>> {
  const client = api.as("SUPPORT_AGENT");

  /** Only so many may wait at once, and nobody works here. */
  async function settled() {
    const ended = { state: "CANCELLED", finished_at: api.clock.now() } as const;
    await api.house.db.updateTable("export_run").set(ended).where("state", "=", "QUEUED").execute();
    const transactions = { text: "A-1", networks: ["VISA"], kinds: ["SALE"], refundable: true };
    return { input: { kind: "TRANSACTIONS", transactions, idempotencyKey: newId() } };
  }

  return {
    startExport: async () => ({ client, variables: await settled() }),
    cancelExport: async () => {
      const { data } = await client.query<{ startExport: { id: string } }>(
        "mutation ($input: StartExportInput!) { startExport(input: $input) { ... on ExportRun { id } } }",
        await settled(),
      );
      return { client, variables: { id: data.startExport.id } };
    },
  };
}
