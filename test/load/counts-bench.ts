import { type BenchDesk, openDesk } from "./bench-desk.ts";
import { median } from "./cpu.ts";
import { drive, type LoadRequest } from "./drive.ts";

const ROUNDS = 5;
const REQUESTS = 400;
const AT_ONCE = 8;

/** What the queue's tabs ask. */
const query = `{ action: caseCounts(filter: { open: true, needsAction: true }) { state count }
  mine: caseCounts(filter: { open: true, mine: true }) { state count }
  team: caseCounts(filter: { open: true }) { state count } }`;

/** How much more the counts of the side-bar cost on the large desk than on the small. */
export async function measureCounts(smallUrl: string, largeUrl: string): Promise<[string, number][]> {
  const [small, large] = [await openDesk(smallUrl), await openDesk(largeUrl)];
  try {
    const ofDesk = async (desk: BenchDesk) => {
      const request: LoadRequest = { path: "/graphql", headers: desk.headers, body: JSON.stringify({ query }) };
      const before = await desk.cpu();
      await drive(
        desk.port,
        Array.from({ length: REQUESTS }, () => request),
        AT_ONCE,
        isCounted,
      );
      return (await desk.cpu()) - before;
    };
    // Two rounds warm everything up; the order turns with each round.
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS + 2; round++) {
      const turned = round % 2 === 1;
      const first = await ofDesk(turned ? small : large);
      const second = await ofDesk(turned ? large : small);
      if (round >= 2) rounds.push(turned ? second / first : first / second);
    }
    return [["counts_growth", median(rounds)]];
  } finally {
    await large.stop();
    await small.stop();
  }
}

function isCounted(body: string): boolean {
  return !body.includes('"errors"') && body.includes('"team"') && body.includes('"count"');
}
