import { type BenchDesk, openDesk } from "./bench-desk.ts";
import { startChild } from "./child.ts";
import { cpuOf, median } from "./cpu.ts";
import { drive, type LoadRequest } from "./drive.ts";
import { fillTraining, matrixSize } from "./matrix-data.ts";

const ROUNDS = 5;
const REQUESTS = 24;
const AT_ONCE = 4;

const query = `{ trainingMatrix { day columns { courseId code title } rows { staff { id name role } gaps cells } } }`;

/** The training matrix, 500 people by 60 courses over HTTP, against one hand-written statement behind bare node:http. */
export async function measureMatrix(url: string): Promise<[string, number][]> {
  const desk = await openDesk(url);
  await fillTraining(desk.client);
  const floor = await startChild("matrix-floor.ts", [url]);
  const floorPort = Number(floor.told["port"]);
  const floorBackends = async () => {
    const { rows } = await desk.client.query<{ pid: number }>(
      "select pid from pg_stat_activity where datname = current_database() and application_name = 'floor'",
    );
    return rows.map(({ pid }) => pid);
  };
  try {
    const ofFloor = async () => {
      const before = cpuOf([floor.pid, ...(await floorBackends())]);
      await drive(floorPort, same({ path: "/", headers: {}, body: "{}" }), AT_ONCE, isWhole);
      return cpuOf([floor.pid, ...(await floorBackends())]) - before;
    };
    const cpuOfDesk = async (at: BenchDesk) => (await at.cpu()) - cpuOf(await floorBackends());
    const ofDesk = async () => {
      const before = await cpuOfDesk(desk);
      const asked = { path: "/graphql", headers: desk.headers, body: JSON.stringify({ query }) };
      await drive(desk.port, same(asked), AT_ONCE, isWhole);
      return (await cpuOfDesk(desk)) - before;
    };
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS + 2; round++) {
      const [first, second] = round % 2 === 1 ? [await ofFloor(), await ofDesk()] : [await ofDesk(), await ofFloor()];
      if (round >= 2) ratios.push(round % 2 === 1 ? second / first : first / second);
    }
    return [["training_matrix_cpu_ratio", median(ratios)]];
  } finally {
    await floor.stop();
    await desk.stop();
  }
}

const same = (request: LoadRequest) => Array.from({ length: REQUESTS }, () => request);

/** Everybody, each with a cell for every course. */
function isWhole(body: string): boolean {
  return !body.includes('"errors"') && body.split('"cells"').length === matrixSize.people + 1;
}
