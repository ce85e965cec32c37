import type { SignedIn, TestApi } from "./api.ts";

interface Attempt {
  readonly client: SignedIn;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Windows of tests never overlap: each begins a day after the one before. */
let plannedDays = 30;

function aWindow(api: TestApi) {
  plannedDays += 1;
  const at = (hours: number) => new Date(api.clock.now().getTime() + plannedDays * 86_400_000 + hours * 3_600_000);
  return {
    provider: "simulated-acquirer",
    startsAt: at(0).toISOString(),
    endsAt: at(2).toISOString(),
    reasonZh: "收单机构升级",
    reasonEn: "The acquirer is upgraded",
  };
}

/** Mutations on maintenance windows, asked as they are when nothing is wrong. */
export function maintenanceAttempts(api: TestApi): Readonly<Record<string, () => Promise<Attempt>>> {
  const client = api.as("ADMINISTRATOR");
  return {
    planProviderMaintenance: async () => ({ client, variables: { input: aWindow(api) } }),
    async stopProviderMaintenance() {
      const { data } = await client.query<{ answer: { maintenance: { id: string } } }>(
        "mutation ($input: PlanProviderMaintenanceInput!) { answer: planProviderMaintenance(input: $input) { ... on ProviderMaintenanceKept { maintenance { id } } } }",
        { input: aWindow(api) },
      );
      return { client, variables: { input: { windowId: data.answer.maintenance.id, expectedVersion: 1 } } };
    },
  };
}
