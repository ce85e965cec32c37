import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listenForSignals } from "../../server/platform/signals.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.drop());

/** A road to the database's own socket that can be cut. */
async function openRoad(url: string) {
  const { host, port } = new pg.Client({ connectionString: url });
  const file = `.s.PGSQL.${port}`;
  const folder = await mkdtemp(path.join(tmpdir(), "redress-road-"));
  const under = new Set<Socket>();
  const seen = { cut: false, asked: 0 };
  const server = createServer((near) => {
    seen.asked += 1;
    near.on("error", () => undefined);
    if (seen.cut) return near.destroy();
    const far = connect(path.join(host, file));
    far.on("error", () => near.destroy());
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    under.add(near);
    return near.pipe(far).pipe(near);
  });
  server.listen(path.join(folder, file));
  await once(server, "listening");
  return {
    url: url.replaceAll(encodeURIComponent(host), encodeURIComponent(folder)).replaceAll(host, folder),
    seen,
    cut() {
      seen.cut = true;
      for (const socket of under) socket.destroy();
    },
    async close() {
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

test("a database that is away is asked once a second, and each change is told once after it came back", async () => {
  const road = await openRoad(own.url);
  const signals = await listenForSignals(road.url, "away_test", pino({ level: "silent" }));
  const leaving = new AbortController();
  const heard: string[] = [];
  const listening = (async () => {
    for await (const { caseId } of signals.cases(leaving.signal)) heard.push(caseId);
  })();
  road.cut();
  road.seen.asked = 0;
  await wait(4_500);
  expect(road.seen.asked).toBeGreaterThan(1);
  expect(road.seen.asked).toBeLessThan(6);
  road.seen.cut = false;
  await wait(1_500);
  const teller = new pg.Client({ connectionString: own.url });
  await teller.connect();
  await teller.query('select pg_notify(\'away_test\', \'{"caseId":"c-1","version":2}\')');
  await wait(300);
  expect(heard).toEqual(["c-1"]);
  await teller.end();
  leaving.abort();
  await listening;
  await signals.close();
  await road.close();
}, 20_000);
