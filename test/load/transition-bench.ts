import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { connect, openDesk } from "./bench-desk.ts";
import { type Captured, lastTransaction } from "./captured.ts";
import { startChild } from "./child.ts";
import { backendsOf, cpuOf, median } from "./cpu.ts";
import { drive, type LoadRequest, send } from "./drive.ts";

const ROUNDS = 5;
const ACTIONS = 200;
const AT_ONCE = 8;

const mutation = `mutation Assign($input: AssignCaseInput!) {
  assignCase(input: $input) { __typename ... on CaseActionDone { case { id version state } event { id kind } } ... on Problem { message } }
}`;

/** An action over HTTP against the very statements that it ran, in a bare pg transaction of a process of its own. */
export async function measureTransition(folder: string, url: string): Promise<[string, number][]> {
  const client = await connect(url);
  const { rows: staff } = await client.query<{ id: string }>("select id from staff order by id limit 2");
  const { rows: open } = await client.query<{ id: string }>("select id from cases where closed_at is null order by id");
  await client.end();
  const assigneeId = staff[1]?.id ?? "";
  const cases = open.map(({ id }) => id);
  const statements = await capture(folder, url, cases.pop() ?? "", assigneeId);
  const desk = await openDesk(url);
  const floor = await startChild("transition-floor.ts", [url, JSON.stringify(statements)]);
  try {
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS + 2; round++) {
      const mine = cases.splice(0, ACTIONS);
      const floorCases = cases.splice(0, ACTIONS);
      const deskBackends = (await backendsOf(desk.client)).filter((pid) => pid !== floor.pid);
      const floorBackends = floor.told["backends"] as readonly number[];
      const ofDesk = deskBackends.filter((pid) => !floorBackends.includes(pid));
      const beforeDesk = (await desk.cpu()) - cpuOf(floorBackends);
      await drive(
        desk.port,
        mine.map((id) => requestFor(id, assigneeId, desk.headers)),
        AT_ONCE,
        (body) => body.includes("CaseActionDone"),
      );
      const deskCpu = (await desk.cpu()) - cpuOf(floorBackends) - beforeDesk;
      const beforeFloor = cpuOf([floor.pid, ...floorBackends]);
      await drive(
        Number(floor.told["port"]),
        [{ path: "/", headers: {}, body: JSON.stringify(floorCases) }],
        1,
        (body) => body === "done",
      );
      const floorCpu = cpuOf([floor.pid, ...floorBackends]) - beforeFloor;
      if (round >= 2 && ofDesk.length > 0) ratios.push(deskCpu / floorCpu);
    }
    return [["transition_cpu_ratio", median(ratios)]];
  } finally {
    await floor.stop();
    await desk.stop();
  }
}

function requestFor(caseId: string, assigneeId: string, headers: Readonly<Record<string, string>>): LoadRequest {
  const input = {
    caseId: toGlobalId("Case", caseId),
    expectedVersion: 8,
    idempotencyKey: newId(),
    assigneeId: toGlobalId("Staff", assigneeId),
  };
  return { path: "/graphql", headers, body: JSON.stringify({ query: mutation, variables: { input } }) };
}

/** Runs the action once on a desk whose database logs what it is told. */
async function capture(folder: string, url: string, caseId: string, assigneeId: string): Promise<readonly Captured[]> {
  const client = await connect(url);
  const database = new pg.Client({ connectionString: url }).database;
  await client.query(`alter database ${database} set log_statement = 'all'`);
  const desk = await openDesk(url);
  const answer = await send(undefined, desk.port, requestFor(caseId, assigneeId, desk.headers));
  if (!answer.includes("CaseActionDone")) throw new Error(answer);
  await desk.stop();
  await client.query(`alter database ${database} reset log_statement`);
  await client.end();
  const found = lastTransaction(await readFile(path.join(folder, "postgres.log"), "utf8"));
  return found.map(({ text, values }) => ({
    text,
    values: values.map((value) => (value === caseId ? "CASE" : value)),
  }));
}
