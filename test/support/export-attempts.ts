import { newId } from "../../server/kernel/ids.ts";
import type { SignedIn, TestApi } from "./api.ts";

interface Attempt {
  readonly client: SignedIn;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Only so many may wait at once, and nobody works where the API alone is tried. */
export async function settleExports({ house: { db }, clock }: Pick<TestApi, "house" | "clock">): Promise<void> {
  const ended = { state: "CANCELLED", finished_at: clock.now() } as const;
  await db.updateTable("export_run").set(ended).where("state", "=", "QUEUED").execute();
}

/** Mutations on exports, asked as they are when nothing is wrong. */
export function exportAttempts(api: TestApi): Readonly<Record<string, () => Promise<Attempt>>> {
  const client = api.as("SUPPORT_AGENT");

  async function settled() {
    await settleExports(api);
    const transactions = { text: "A-1", networks: ["VISA"], kinds: ["SALE"], refundable: true };
    return { input: { kind: "TRANSACTIONS", transactions, idempotencyKey: newId() } };
  }

  async function started(): Promise<string> {
    const { data } = await client.query<{ startExport: { id: string } }>(
      "mutation ($input: StartExportInput!) { startExport(input: $input) { ... on ExportRun { id } } }",
      await settled(),
    );
    return data.startExport.id;
  }

  return {
    startExport: async () => ({ client, variables: await settled() }),
    exportAgain: async () => ({
      ...{ client, variables: { input: { exportId: await started(), idempotencyKey: newId() } } },
    }),
    cancelExport: async () => ({ client, variables: { id: await started() } }),
  };
}
