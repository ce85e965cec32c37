import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fileLimits } from "../../server/evidence/domain/file-limits.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { sha256 } from "../../server/platform/journal.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import type { ApiClient } from "../support/api-client.ts";
import { aJpeg, aPdf, aPng, aZip, exif } from "../support/files.ts";
import { actOn, caseRow, eventKinds, type GivenCase, givenCase } from "../support/given-case.ts";

const thatRuns = "90 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /AA << /S /JavaScript >> >>\nendobj\n";

let api: TestApi;
let found: GivenCase;
let customer: ApiClient;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  found = await givenCase(api);
  customer = api.asCustomer(found.token);
});

const REQUEST = `mutation ($input: RequestEvidenceUploadInput!) {
  requestEvidenceUpload(input: $input) {
    __typename
    ... on EvidenceUpload { ticket url expiresAt limits { bytes mediaTypes filesPerCase pixels } }
    ... on ActionRefused { reasons { code message } }
    ... on Problem { message }
  }
}`;

interface Asked {
  readonly caseId?: string;
  readonly kind?: string;
  readonly fileName?: string;
  readonly bytes?: number;
}

async function request(as: ApiClient, asked: Asked = {}) {
  const input = { caseId: found.id, kind: "RECEIPT", fileName: "slip.png", bytes: 100, ...asked };
  const { data } = await as.query<{ requestEvidenceUpload: Record<string, unknown> }>(REQUEST, { input });
  return data.requestEvidenceUpload;
}

async function urlFor(as: ApiClient, asked: Asked = {}): Promise<string> {
  const upload = await request(as, asked);
  if (typeof upload["url"] !== "string") throw new Error(JSON.stringify(upload));
  return upload["url"];
}

async function post(url: string, payload: Buffer, headers: Record<string, string> = {}) {
  const response = await api.app.inject({
    method: "POST",
    url,
    payload,
    headers: { "content-type": "application/octet-stream", "accept-language": "en", ...headers },
  });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
}

function filesOf(caseId: string) {
  return api.house.db.selectFrom("evidence").selectAll().where("case_id", "=", caseId).orderBy("id").execute();
}

describe("asking for an upload", () => {
  test("tells the limits before anything is sent, and keeps only the ticket's hash", async () => {
    const upload = await request(customer);
    expect(upload).toMatchObject({
      __typename: "EvidenceUpload",
      limits: { bytes: fileLimits.bytes, filesPerCase: 20, mediaTypes: expect.arrayContaining(["application/pdf"]) },
    });
    const ticket = String(upload["ticket"]);
    expect(ticket).toMatch(/^[\w-]{43}$/);
    const rows = await api.house.db
      .selectFrom("evidence_ticket")
      .selectAll()
      .where("case_id", "=", found.caseId)
      .execute();
    expect(rows).toMatchObject([{ ticket_hash: sha256(ticket), actor_role: "CUSTOMER", used_at: null }]);
    expect(JSON.stringify(rows)).not.toContain(ticket);
  });

  test("what is larger than the limit is refused before it is sent", async () => {
    const refused = await request(customer, { bytes: fileLimits.bytes + 1 });
    expect(refused).toMatchObject({ __typename: "ActionRefused", reasons: [{ code: "FILE_TOO_LARGE" }] });
    expect(await request(customer, { bytes: fileLimits.bytes })).toMatchObject({ __typename: "EvidenceUpload" });
  });

  test.each([
    ["a stranger", () => Promise.resolve(api.asStranger())],
    ["another case's customer", async () => api.asCustomer((await givenCase(api)).token)],
    ["another merchant's verifier", () => api.as("MERCHANT_VERIFIER")],
    ["a trainer", () => api.as("TRAINER")],
  ])("to %s the case is not there", async (_who, client) => {
    expect(await request(await client())).toMatchObject({ __typename: "CaseNotFound" });
    expect(await request(await client(), { caseId: toGlobalId("Case", newId()) })).toMatchObject({
      __typename: "CaseNotFound",
    });
  });

  test("a compliance officer sees the case and brings nothing to it", async () => {
    const refused = await request(await api.as("COMPLIANCE_OFFICER"));
    expect(refused).toMatchObject({ __typename: "ActionRefused", reasons: [{ code: "NOT_PERMITTED" }] });
  });

  test("a closed case takes no more", async () => {
    await actOn(api, { ...systemActor }, found.caseId, { action: "WITHDRAW", input: { message: null } });
    expect(await request(customer)).toMatchObject({ __typename: "ActionRefused", reasons: [{ code: "WRONG_STATE" }] });
  });

  test("tickets that are out count as files, so that no more are sent than the case takes", async () => {
    for (let count = 0; count < fileLimits.filesPerCase; count++) await urlFor(customer);
    expect(await request(customer)).toMatchObject({
      __typename: "ActionRefused",
      reasons: [{ code: "TOO_MANY_FILES" }],
    });
    api.clock.advance({ minutes: fileLimits.ticketMinutes + 1 });
    expect(await request(customer)).toMatchObject({ __typename: "EvidenceUpload" });
  });
});

describe("an upload", () => {
  test("is answered with the file, kept, and journalled in the case's chain", async () => {
    const before = await caseRow(api, found.caseId);
    const url = await urlFor(customer, { fileName: "我的小票.pdf" });
    const { status, body } = await post(url, aJpeg({ segments: [exif(6)] }));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      fileName: "我的小票.jpg",
      mediaType: "image/jpeg",
      kind: "RECEIPT",
      alreadyAttached: false,
    });

    const [file] = await filesOf(found.caseId);
    expect(file).toMatchObject({ uploaded_by_role: "CUSTOMER", sha256: body["sha256"], file_name: "我的小票.jpg" });
    expect(file?.linked_at).not.toBeNull();
    const content = await api.house.db
      .selectFrom("evidence_content")
      .selectAll()
      .where("evidence_id", "=", file?.id ?? "")
      .executeTakeFirstOrThrow();
    expect(sha256(content.content)).toBe(body["sha256"]);
    expect(Buffer.from(content.content).includes("GPS")).toBe(false);

    expect(await eventKinds(api, found.caseId)).toEqual(["OPEN", "ATTACH_EVIDENCE"]);
    const after = await caseRow(api, found.caseId);
    expect(after.version).toBe(before.version + 1);
    const event = await api.house.db
      .selectFrom("case_event")
      .selectAll()
      .where("hash", "=", after.chain_head)
      .executeTakeFirstOrThrow();
    expect(event.data).toMatchObject({ kind: "RECEIPT", sha256: body["sha256"], mediaType: "image/jpeg" });
    expect(JSON.stringify(event.data)).not.toContain("小票");
  });

  test("a proof answers its check at once", async () => {
    await post(await urlFor(customer, { kind: "CARD_SLIP" }), aPng());
    const check = await api.house.db
      .selectFrom("case_check")
      .select("outcome")
      .where("case_id", "=", found.caseId)
      .where("kind", "=", "PROOF_PRESENT")
      .executeTakeFirst();
    expect(check?.outcome).toBe("PASSED");
  });

  test("of two on one ticket at once, one is taken", async () => {
    const url = await urlFor(customer);
    const answers = await Promise.all([post(url, aPng({ shade: 1 })), post(url, aPng({ shade: 2 }))]);
    const [kept, ...more] = await filesOf(found.caseId);
    expect(more).toEqual([]);
    // Whoever comes between its keeping and its linking links what is there, and is told which file that is.
    for (const { status, body } of answers.filter(({ status }) => status !== 503))
      expect(body).toMatchObject(status === 409 ? { code: "TICKET_USED" } : { sha256: kept?.sha256 });
    expect(answers.map(({ status }) => status)).toContain(201);
    expect(await eventKinds(api, found.caseId)).toEqual(["OPEN", "ATTACH_EVIDENCE"]);
  });

  test("a ticket that was used takes nothing more", async () => {
    const url = await urlFor(customer);
    await post(url, aPng());
    expect(await post(url, aPng({ shade: 7 }))).toMatchObject({ status: 409, body: { code: "TICKET_USED" } });
    expect(await filesOf(found.caseId)).toHaveLength(1);
  });

  test("a ticket that has expired takes nothing, up to the minute", async () => {
    const url = await urlFor(customer);
    const late = await urlFor(customer);
    api.clock.advance({ minutes: fileLimits.ticketMinutes - 1 });
    expect(await post(url, aPng())).toMatchObject({ status: 201 });
    api.clock.advance({ minutes: 1 });
    expect(await post(late, aPng({ shade: 3 }))).toMatchObject({ status: 410, body: { code: "TICKET_EXPIRED" } });
    expect(await filesOf(found.caseId)).toHaveLength(1);
  });

  test.each(["nothing", "x".repeat(43), "%00", "..%2F..%2Fetc%2Fpasswd"])(
    "on a ticket that was never given (%s) is not taken",
    async (ticket) => {
      expect(await post(`/evidence/${ticket}`, aPng())).toMatchObject({
        status: 404,
        body: { code: "TICKET_UNKNOWN" },
      });
    },
  );

  test("the same file twice is one file, and says so", async () => {
    const first = await post(await urlFor(customer), aJpeg({ segments: [exif(1)] }));
    const second = await post(await urlFor(customer, { kind: "PHOTO", fileName: "again.jpg" }), aJpeg());
    expect(second).toMatchObject({ status: 200, body: { alreadyAttached: true, id: first.body["id"] } });
    expect(await filesOf(found.caseId)).toHaveLength(1);
    expect(await eventKinds(api, found.caseId)).toEqual(["OPEN", "ATTACH_EVIDENCE"]);
  });

  test("the same file at once on two tickets is one file", async () => {
    const urls = [await urlFor(customer), await urlFor(customer)];
    const answers = await Promise.all(urls.map((url) => post(url, aPng({ shade: 9 }))));
    expect(answers.every(({ status }) => status === 201 || status === 200)).toBe(true);
    expect(await filesOf(found.caseId)).toHaveLength(1);
    expect(await eventKinds(api, found.caseId)).toEqual(["OPEN", "ATTACH_EVIDENCE"]);
  });

  test("twelve files at once all come onto the case, however it moves", async () => {
    const urls = await Promise.all(Array.from({ length: 12 }, () => urlFor(customer)));
    const answers = await Promise.all(urls.map((url, shade) => post(url, aPng({ shade }))));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
    expect(await eventKinds(api, found.caseId)).toHaveLength(13);
  });

  test.each([
    ["an archive called a picture", aZip(), 415, "TYPE_NOT_TAKEN"],
    ["a drawing with a script", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), 415, "TYPE_NOT_TAKEN"],
    ["an archive behind a picture", aPng({ behind: aZip() }), 422, "HIDES_ANOTHER_FILE"],
    ["a picture of 65,535 by 65,535", aPng({ width: 65_535, height: 65_535 }), 422, "PICTURE_TOO_LARGE"],
    ["a PDF that runs programs", aPdf(thatRuns), 422, "RUNS_PROGRAMS"],
    ["half a picture", aPng().subarray(0, 40), 422, "FILE_DAMAGED"],
    ["nothing", Buffer.alloc(0), 400, "FILE_EMPTY"],
    ["eleven megabytes", Buffer.alloc(11 * 1024 * 1024, 7), 413, "FILE_TOO_LARGE"],
  ])("%s is refused, nothing is kept, and the ticket is still good", async (_what, bytes, status, code) => {
    const url = await urlFor(customer);
    const answer = await post(url, bytes, { "content-type": "image/png" });
    expect(answer).toMatchObject({ status, body: { code, message: expect.any(String) } });
    expect(await filesOf(found.caseId)).toEqual([]);
    expect(await eventKinds(api, found.caseId)).toEqual(["OPEN"]);
    expect(await post(url, aPng())).toMatchObject({ status: 201 });
  });

  test("of two PDFs on one ticket at once the second is asked to come again, and the ticket stays good", async () => {
    const url = await urlFor(customer);
    const harmful = aPdf(thatRuns);
    const answers = await Promise.all([post(url, harmful), post(url, harmful)]);
    expect(answers.map(({ status, body }) => [status, body["code"]]).sort()).toEqual([
      [422, "RUNS_PROGRAMS"],
      [503, "BUSY"],
    ]);
    expect(await post(url, aPng())).toMatchObject({ status: 201 });
  });

  test("a refusal is in the reader's language", async () => {
    const { body } = await post(await urlFor(customer), aZip(), { "accept-language": "zh-CN,zh;q=0.9,en;q=0.8" });
    expect(body["message"]).toMatch(/未保存/);
  });

  test("names keep no folders, no turning marks and no card numbers", async () => {
    const names = ["../../4111111111111111.exe", "receipt\u202egpj.png", "票据 🧾 𬀩.png", "\u200b.png"];
    for (const [shade, fileName] of names.entries()) await post(await urlFor(customer, { fileName }), aPng({ shade }));
    const kept = (await filesOf(found.caseId)).map(({ file_name }) => file_name);
    expect(kept.sort()).toEqual(["411111xxxxxx1111.png", "file.png", "receiptgpj.png", "票据 🧾 𬀩.png"].sort());
  });

  test("a body in pieces and one without a type are taken alike", async () => {
    const url = await urlFor(customer);
    const response = await api.app.inject({ method: "POST", url, payload: aPng(), headers: {} });
    expect(response.statusCode).toBe(201);
  });

  test("a case that closed meanwhile takes nothing, and the file is forgotten", async () => {
    const url = await urlFor(customer);
    await actOn(api, systemActor, found.caseId, { action: "WITHDRAW", input: { message: null } });
    const answer = await post(url, aPng());
    expect(answer).toMatchObject({ status: 409, body: { code: "REFUSED", reasons: [{ code: "WRONG_STATE" }] } });
    expect(await filesOf(found.caseId)).toEqual([]);
  });

  test("a colleague who has left meanwhile brings nothing any more", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const url = await urlFor(agent);
    await api.house.db.updateTable("staff").set({ active: false }).where("id", "=", agent.staffId).execute();
    expect(await post(url, aPng())).toMatchObject({ status: 404, body: { code: "TICKET_UNKNOWN" } });
  });

  test("a file that was kept before the server died is linked by asking again with its ticket", async () => {
    const url = await urlFor(customer);
    await post(url, aPng());
    const [file] = await filesOf(found.caseId);
    await api.house.db.updateTable("evidence").set({ linked_at: null }).where("case_id", "=", found.caseId).execute();
    await api.house.db.deleteFrom("idempotency_key").where("case_id", "=", found.caseId).execute();
    expect(await post(url, Buffer.alloc(0))).toMatchObject({ status: 201, body: { sha256: file?.sha256 } });
    expect((await filesOf(found.caseId))[0]?.linked_at).not.toBeNull();
  });
});
