import type { BenchDesk } from "./bench-desk.ts";
import { startChild } from "./child.ts";
import { cpuOf, median } from "./cpu.ts";
import { drive, type LoadRequest } from "./drive.ts";

interface Contest {
  readonly desk: BenchDesk;
  /** The file of the reference, beside this one. */
  readonly floor: string;
  readonly rounds: number;
  readonly atOnce: number;
  readonly ofDesk: readonly LoadRequest[];
  readonly ofFloor: readonly LoadRequest[];
  readonly isRight: (body: string) => boolean;
}

/** CPU of server and database over CPU of the reference and its connections, the median of some rounds in turning order. */
export async function cpuAgainstFloor({ desk, floor, rounds, ...load }: Contest): Promise<number> {
  const child = await startChild(floor, [desk.url]);
  const port = Number(child.told["port"]);
  // The reference's connections name themselves; the desk's are all the others.
  const backends = async () => {
    const { rows } = await desk.client.query<{ pid: number }>(
      "select pid from pg_stat_activity where datname = current_database() and application_name = 'floor'",
    );
    return rows.map(({ pid }) => pid);
  };
  const cpuOfFloor = async () => cpuOf([child.pid, ...(await backends())]);
  const cpuOfDesk = async () => (await desk.cpu()) - cpuOf(await backends());
  const spent = async (cpu: () => Promise<number>, at: number, requests: readonly LoadRequest[]) => {
    const before = await cpu();
    await drive(at, requests, load.atOnce, load.isRight);
    return (await cpu()) - before;
  };
  try {
    const ratios: number[] = [];
    // Two rounds warm everything up.
    for (let round = 0; round < rounds + 2; round++) {
      const isTurned = round % 2 === 1;
      const early = isTurned ? await spent(cpuOfFloor, port, load.ofFloor) : 0;
      const ofDesk = await spent(cpuOfDesk, desk.port, load.ofDesk);
      const ofFloor = isTurned ? early : await spent(cpuOfFloor, port, load.ofFloor);
      if (round >= 2) ratios.push(ofDesk / ofFloor);
    }
    return median(ratios);
  } finally {
    await child.stop();
  }
}
