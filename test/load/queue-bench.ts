import { type BenchDesk, openDesk } from "./bench-desk.ts";
import { startChild } from "./child.ts";
import { cpuOf, median } from "./cpu.ts";
import { drive } from "./drive.ts";
import { deskRequests, floorRequests, isFullPage, placesOf } from "./queue-load.ts";

const ROUNDS = 5;
const REQUESTS = 240;
const AT_ONCE = 8;

/** The queue against one hand-written statement, and its growth from the small desk to the large. */
export async function measureQueue(smallUrl: string, largeUrl: string): Promise<[string, number][]> {
  const [small, large] = [await openDesk(smallUrl), await openDesk(largeUrl)];
  const floor = await startChild("queue-floor.ts", [largeUrl]);
  const floorPort = Number(floor.told["port"]);
  try {
    const places = await placesOf(large.client);
    const smallPlaces = await placesOf(small.client);
    const ofFloor = async () => {
      const before = cpuOf([floor.pid, ...(await floorBackends(large))]);
      await drive(floorPort, floorRequests(places, REQUESTS), AT_ONCE, isFullPage);
      return cpuOf([floor.pid, ...(await floorBackends(large))]) - before;
    };
    const ofDesk = async (desk: BenchDesk, at: typeof places) => {
      const before = await deskCpu(desk);
      await drive(desk.port, deskRequests(at, desk.headers, REQUESTS), AT_ONCE, isFullPage);
      return (await deskCpu(desk)) - before;
    };
    // Two rounds warm everything up; the order turns with each round.
    const rounds: { readonly desk: number; readonly floor: number; readonly small: number }[] = [];
    for (let round = 0; round < ROUNDS + 2; round++) {
      const turned = round % 2 === 1;
      const first = turned ? await ofFloor() : await ofDesk(large, places);
      const second = turned ? await ofDesk(large, places) : await ofFloor();
      const smallCpu = await ofDesk(small, smallPlaces);
      if (round >= 2) rounds.push({ desk: turned ? second : first, floor: turned ? first : second, small: smallCpu });
    }
    return [
      ["queue_cpu_ratio", median(rounds.map(({ desk, floor: reference }) => desk / reference))],
      ["queue_growth", median(rounds.map(({ desk, small: reference }) => desk / reference))],
    ];
  } finally {
    await floor.stop();
    await large.stop();
    await small.stop();
  }
}

/** The reference's connections name no application; the desk's are all the others. */
async function floorBackends(desk: BenchDesk): Promise<readonly number[]> {
  const { rows } = await desk.client.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = current_database() and application_name = 'floor' and pid <> pg_backend_pid()",
  );
  return rows.map(({ pid }) => pid);
}

async function deskCpu(desk: BenchDesk): Promise<number> {
  const floor = await floorBackends(desk);
  return (await desk.cpu()) - cpuOf(floor);
}
