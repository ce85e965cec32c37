import { cpuAgainstFloor } from "./against-floor.ts";
import { openDesk } from "./bench-desk.ts";
import type { LoadRequest } from "./drive.ts";
import { fillTraining, matrixSize } from "./matrix-data.ts";

const REQUESTS = 24;

const query = `{ trainingMatrix { day columns { courseId code title } rows { staff { id name role } gaps cells } } }`;

/** The training matrix, 500 people by 60 courses over HTTP, against one hand-written statement behind bare node:http. */
export async function measureMatrix(url: string): Promise<[string, number][]> {
  const desk = await openDesk(url);
  try {
    await fillTraining(desk.client);
    const ratio = await cpuAgainstFloor({
      desk,
      floor: "matrix-floor.ts",
      rounds: 5,
      atOnce: 4,
      ofDesk: same({ path: "/graphql", headers: desk.headers, body: JSON.stringify({ query }) }),
      ofFloor: same({ path: "/", headers: {}, body: "{}" }),
      isRight: isWhole,
    });
    return [["training_matrix_cpu_ratio", ratio]];
  } finally {
    await desk.stop();
  }
}

const same = (request: LoadRequest) => Array.from({ length: REQUESTS }, () => request);

/** Everybody, each with a cell for every course. */
function isWhole(body: string): boolean {
  return !body.includes('"errors"') && body.split('"cells"').length === matrixSize.people + 1;
}
