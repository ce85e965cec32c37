import { randomBytes } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { forgetTickets } from "../../server/evidence/actions/issue-ticket.ts";
import { keepPart } from "../../server/evidence/actions/keep-part.ts";
import { receiveFile } from "../../server/evidence/actions/receive-file.ts";
import { fileLimits } from "../../server/evidence/domain/file-limits.ts";
import { inspectOnTicket } from "../../server/evidence/inspect-on-ticket.ts";
import { findTicket, type TicketRow } from "../../server/evidence/queries/find-ticket.ts";
import { sha256 } from "../../server/platform/journal.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { aJpeg, aPdf } from "../support/files.ts";
import { type GivenCase, givenCase } from "../support/given-case.ts";
import { until } from "../support/until.ts";

let api: TestApi;
let port: number;
let found: GivenCase;
beforeAll(async () => {
  api = await startTestApi();
  await api.app.listen({ port: 0, host: "127.0.0.1" });
  port = (api.app.server.address() as AddressInfo).port;
});
afterAll(() => api.close());
beforeEach(async () => {
  found = await givenCase(api);
});

/** A picture of some size that nobody has sent before, and that is kept to the byte. */
function aFile(bytes: number): Buffer {
  const drawn = aJpeg();
  return Buffer.concat([
    drawn.subarray(0, -2),
    Buffer.from(randomBytes(bytes / 2).toString("hex")),
    drawn.subarray(-2),
  ]);
}

async function ticket(): Promise<string> {
  const input = { caseId: found.id, kind: "RECEIPT", fileName: "contract.jpg", bytes: 100 };
  const { data } = await api
    .asCustomer(found.token)
    .query<{ requestEvidenceUpload: { url: string } }>(
      "mutation ($input: RequestEvidenceUploadInput!) { requestEvidenceUpload(input: $input) { ... on EvidenceUpload { url } } }",
      { input },
    );
  return data.requestEvidenceUpload.url;
}

interface Asked {
  readonly method?: "POST" | "PATCH";
  readonly offset?: number;
  /** Whether it only asks how much is there. */
  readonly asks?: boolean;
  /** Where the connection breaks, of what would be sent. */
  readonly breaksAt?: number;
}

/** What came back; null where the connection was broken first. */
async function send(url: string, body: Buffer, { method = "PATCH", offset, asks, breaksAt }: Asked = {}) {
  const headers = {
    "content-type": "application/octet-stream",
    "content-length": body.length,
    ...(offset !== undefined && { "upload-offset": offset }),
    ...(asks && { "upload-complete": "?0" }),
  };
  return new Promise<{ status: number; offset: number; body: string } | null>((resolve, reject) => {
    const request = http.request({ port, host: "127.0.0.1", path: url, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          offset: Number(response.headers["upload-offset"]),
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on("error", (error) => (breaksAt === undefined ? reject(error) : resolve(null)));
    if (breaksAt === undefined) return void request.end(body);
    request.write(body.subarray(0, breaksAt), () => request.destroy());
  });
}

const ask = (url: string) => send(url, Buffer.alloc(0), { offset: 0, asks: true });
const hashOf = (url: string) => sha256(url.split("/").at(-1) ?? "");
const partsOf = (url: string) =>
  api.house.db.selectFrom("evidence_part").select("part_at").where("ticket_hash", "=", hashOf(url)).execute();
const files = () =>
  api.house.db
    .selectFrom("evidence")
    .innerJoin("evidence_content", "evidence_content.evidence_id", "evidence.id")
    .select(["evidence.sha256", "content"])
    .where("case_id", "=", found.caseId)
    .execute();

async function broken(url: string, file: Buffer, breaksAt: number): Promise<number> {
  expect(await send(url, file, { method: "POST", breaksAt })).toBeNull();
  return keptOf(url, 0);
}

async function ticketOf(url: string): Promise<TicketRow> {
  const found = await findTicket(api.house.db, url.split("/").at(-1) ?? "");
  if (found === null) throw new Error("There is no such ticket");
  return found;
}

/** So much of it is kept, and nobody is sending. */
async function given(url: string, file: Buffer, bytes: number): Promise<number> {
  expect(await keepPart(api.house.db, await ticketOf(url), 0, file.subarray(0, bytes))).toBe(true);
  return bytes;
}

/** How much is kept once the server has seen that the sender is gone, and has put the last of it away. */
async function keptOf(url: string, moreThan: number): Promise<number> {
  let before = -1;
  return until(
    "what arrived is kept",
    async () => {
      const last = before;
      before = (await ask(url))?.offset ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return last === before ? before : 0;
    },
    (kept) => kept > moreThan,
    10_000,
  );
}

/** As the page does it: where more had arrived than was told, it goes on from there. */
async function sendRest(url: string, file: Buffer, kept: number): ReturnType<typeof send> {
  const answer = await send(url, file.subarray(kept), { offset: kept });
  if (answer?.status !== 409) return answer;
  const { offset } = JSON.parse(answer.body) as { readonly offset: number };
  expect(offset).toBeGreaterThan(kept);
  return sendRest(url, file, offset);
}

test("what arrived before the connection broke is not sent again, and the file is whole", async () => {
  const [url, file] = [await ticket(), aFile(3_000_000)];
  const kept = await broken(url, file, 2_200_000);
  expect(kept).toBeGreaterThan(1_000_000);
  const rest = await sendRest(url, file, kept);
  expect(rest?.status, rest?.body).toBe(201);
  const [only, ...others] = await files();
  expect([others, only?.sha256, Buffer.from(only?.content ?? []).equals(file)]).toEqual([[], sha256(file), true]);
  expect(await partsOf(url)).toEqual([]);
});

test("it may break again and again", async () => {
  const [url, file] = [await ticket(), aFile(4_000_000)];
  let kept = await broken(url, file, 1_200_000);
  for (const more of [900_000, 700_000]) {
    expect(await send(url, file.subarray(kept), { offset: kept, breaksAt: more })).toBeNull();
    kept = await keptOf(url, kept);
  }
  expect((await sendRest(url, file, kept))?.status).toBe(201);
  expect(Buffer.from((await files())[0]?.content ?? []).equals(file)).toBe(true);
});

test("a part that begins elsewhere is refused with the place where it should, and changes nothing", async () => {
  const [url, file] = [await ticket(), aFile(2_000_000)];
  const kept = await given(url, file, 1_500_000);
  for (const offset of [0, kept - 1, kept + 1, -1, Number.NaN, 1e308])
    expect(await send(url, file.subarray(0, 10), { offset })).toMatchObject({ status: 409, offset: kept });
  expect((await ask(url))?.offset).toBe(kept);
  expect(await files()).toEqual([]);
});

test("of two who send the rest at once one brings it, and the file is whole and there once", async () => {
  const [url, file] = [await ticket(), aFile(4_000_000)];
  const kept = await given(url, file, 1_200_000);
  const answers = await Promise.all([1, 2].map(() => send(url, file.subarray(kept), { offset: kept })));
  expect(answers.map((answer) => answer?.status).sort()).toEqual([201, 409]);
  const all = await files();
  expect(all.map(({ content }) => Buffer.from(content).equals(file))).toEqual([true]);
});

test("what another sender, whose connection broke only now, has kept meanwhile is not sent a second time", async () => {
  const [url, file] = [await ticket(), aFile(2_000_000)];
  const kept = await given(url, file, 1_500_000);
  const { db } = api.house;
  const found = await ticketOf(url);
  async function* rest() {
    yield file.subarray(kept, kept + 100_000);
    await keepPart(db, found, kept, file.subarray(kept, kept + 50_000));
    yield file.subarray(kept + 100_000);
  }
  expect(await receiveFile(db, found, kept, rest())).toEqual({ kind: "WRONG_OFFSET" });
  expect((await sendRest(url, file, kept))?.status).toBe(201);
  expect(Buffer.from((await files())[0]?.content ?? []).equals(file)).toBe(true);
});

test("what comes while a file of its ticket is looked at is asked for again, and what is kept stays", async () => {
  const [url, file] = [await ticket(), aFile(2_000_000)];
  const kept = await given(url, file, 1_500_000);
  const looking = inspectOnTicket({ hash: hashOf(url) }, aPdf());
  expect((await send(url, file.subarray(kept), { offset: kept }))?.status).toBe(503);
  expect((await ask(url))?.offset).toBe(kept);
  await looking;
  expect((await send(url, file.subarray(kept), { offset: kept }))?.status).toBe(201);
});

test("a file sent whole begins anew, whatever was kept before", async () => {
  const [url, file] = [await ticket(), aFile(2_000_000)];
  await given(url, aFile(2_000_000), 1_500_000);
  expect((await send(url, file, { method: "POST" }))?.status).toBe(201);
  expect(Buffer.from((await files())[0]?.content ?? []).equals(file)).toBe(true);
});

test("what grows too large part by part is refused, and its parts are forgotten", async () => {
  const [url, file] = [await ticket(), aFile(fileLimits.bytes + 2_000_000)];
  const kept = await given(url, file, 3_000_000);
  expect((await sendRest(url, file, kept))?.status).toBe(413);
  expect([await partsOf(url), await files()]).toEqual([[], []]);
});

test("a ticket that expired, was used or never was takes no rest", async () => {
  const [url, file] = [await ticket(), aFile(2_000_000)];
  const kept = await given(url, file, 1_500_000);
  await api.house.db
    .updateTable("evidence_ticket")
    .set({ expires_at: new Date(0) })
    .execute();
  expect((await send(url, file.subarray(kept), { offset: kept }))?.status).toBe(410);
  expect((await ask(url))?.status).toBe(410);
  expect((await ask(`/evidence/${"x".repeat(43)}`))?.status).toBe(404);
  const used = await ticket();
  expect((await send(used, aFile(100), { method: "POST" }))?.status).toBe(201);
  expect((await ask(used))?.status).toBe(409);
});

test("what never came whole is forgotten with its ticket, an hour after that ran out", async () => {
  const [old, young] = [await ticket(), await ticket()];
  for (const url of [old, young]) await given(url, aFile(2_000_000), 1_500_000);
  await api.house.db
    .updateTable("evidence_ticket")
    .set({ expires_at: new Date(api.clock.now().getTime() - 3_700_000) })
    .where("ticket_hash", "=", hashOf(old))
    .execute();
  await forgetTickets(api.house);
  expect([(await partsOf(old)).length, (await partsOf(young)).length > 0]).toEqual([0, true]);
});
