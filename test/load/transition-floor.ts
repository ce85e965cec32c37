import http from "node:http";
import pg from "pg";
import { newId } from "../../server/kernel/ids.ts";
import type { Captured } from "./captured.ts";

// The reference of a transition: the captured statements in one transaction, prepared, for each case that it is given.
const [url = "", captured = "[]"] = process.argv.slice(2);
const statements: readonly Captured[] = JSON.parse(captured);
const AT_ONCE = 8;
const clients = await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    const client = new pg.Client({ connectionString: url, application_name: "floor" });
    await client.connect();
    return client;
  }),
);
const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

/** Ids that the action made are made anew; those that were there before (the case, the assignee) stay themselves. */
const known = new Set(statements.flatMap(({ text, values }) => (/^select/.test(text) ? values : [])));

async function perform(client: pg.Client, caseId: string): Promise<void> {
  const fresh = new Map<string, string>();
  const fill = (value: string | null) => {
    if (value === "CASE") return caseId;
    if (value === null || !isId.test(value) || known.has(value)) return value?.replaceAll("CASE", caseId) ?? null;
    const made = fresh.get(value) ?? newId();
    fresh.set(value, made);
    return made;
  };
  await client.query("begin");
  for (const [index, { text, values }] of statements.entries()) {
    await client.query(values.length === 0 ? text : { name: `s${index}`, text, values: values.map(fill) });
  }
  await client.query("commit");
}

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const cases: string[] = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const work = clients.map(async (client) => {
      for (let caseId = cases.pop(); caseId !== undefined; caseId = cases.pop()) await perform(client, caseId);
    });
    Promise.all(work).then(
      () => response.end("done"),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(0, "127.0.0.1", async () => {
  const address = server.address();
  const backends = await Promise.all(
    clients.map(async (client) => (await client.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]?.pid),
  );
  process.send?.({ port: typeof address === "object" ? address?.port : null, backends });
});
process.on("disconnect", () => process.exit(0));
