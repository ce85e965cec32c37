import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { caseTokenHeader } from "../../server/request-context-of.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import type { ApiClient } from "../support/api-client.ts";
import { aPdf, aPng } from "../support/files.ts";
import { type GivenCase, givenCase } from "../support/given-case.ts";

let api: TestApi;
let found: GivenCase;
let picture: string;
let paper: string;
beforeAll(async () => {
  api = await startTestApi();
  found = await givenCase(api, { merchantId: api.own.merchantId, institutionId: api.own.institutionId });
  picture = await upload(api.asCustomer(found.token), '小票 "one".png', aPng({ shade: 42 }));
  paper = await upload(await api.as("SUPPORT_AGENT"), "statement.pdf", aPdf());
});
afterAll(() => api.close());

async function upload(as: ApiClient, fileName: string, file: Buffer): Promise<string> {
  const { data } = await as.query<{ requestEvidenceUpload: { url: string } }>(
    `mutation ($input: RequestEvidenceUploadInput!) { requestEvidenceUpload(input: $input) { ... on EvidenceUpload { url } } }`,
    { input: { caseId: found.id, kind: "RECEIPT", fileName, bytes: file.length } },
  );
  const { url } = data.requestEvidenceUpload;
  const response = await api.app.inject({
    method: "POST",
    url,
    payload: file,
    headers: { "content-type": "image/png" },
  });
  return response.json<{ id: string }>().id;
}

async function get(path: string, headers: Record<string, string>) {
  return api.app.inject({ method: "GET", url: `/evidence/${path}`, headers: { "accept-language": "en", ...headers } });
}
const staff = async (role: Parameters<TestApi["as"]>[0]) => ({ cookie: (await api.as(role)).cookie });
const byLink = () => ({ [caseTokenHeader]: found.token });

describe("a file", () => {
  test("is served as it was kept, to be saved, and never as a page of ours", async () => {
    const response = await get(picture, await staff("SUPPORT_AGENT"));
    expect(response.statusCode).toBe(200);
    expect(response.rawPayload.equals(aPng({ shade: 42 }))).toBe(true);
    expect(response.headers).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(response.headers["content-disposition"]).toBe(
      "attachment; filename=\"__ one.png\"; filename*=UTF-8''%E5%B0%8F%E7%A5%A8%20one.png",
    );
    expect(response.headers["content-security-policy"]).toMatch(/default-src 'none'.*; sandbox$/);
  });

  test("is shown in the page where that is asked; a PDF without the sandbox in which no browser opens one", async () => {
    const agent = await staff("SUPPORT_AGENT");
    const shown = await get(`${picture}?preview`, agent);
    expect(shown.headers["content-disposition"]).toMatch(/^inline; /);
    expect(shown.headers["content-security-policy"]).toMatch(/; sandbox$/);
    const pdf = await get(`${paper}?preview`, agent);
    expect(pdf.headers).toMatchObject({ "content-type": "application/pdf", "x-content-type-options": "nosniff" });
    expect(pdf.headers["content-security-policy"]).toMatch(/^default-src 'none'/);
    expect(pdf.headers["content-security-policy"]).not.toMatch(/sandbox/);
  });

  test("is not sent again to whoever has it, but is asked for each time", async () => {
    const agent = await staff("SUPPORT_AGENT");
    const { etag } = (await get(picture, agent)).headers;
    const again = await get(picture, { ...agent, "if-none-match": `"other", W/${String(etag)}` });
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
    expect((await get(picture, { "if-none-match": String(etag) })).statusCode).toBe(404);
  });

  test.each(["SUPPORT_AGENT", "SUPERVISOR", "COMPLIANCE_OFFICER", "MERCHANT_VERIFIER", "BANK_OFFICER"] as const)(
    "is there for the %s of the case",
    async (role) => {
      expect((await get(picture, await staff(role))).statusCode).toBe(200);
    },
  );

  test("of the desk's is not the customer's to see; their own is", async () => {
    expect((await get(picture, byLink())).statusCode).toBe(200);
    expect((await get(paper, byLink())).statusCode).toBe(404);
  });

  test("absent, not theirs and garbled answer alike", async () => {
    const agent = await staff("SUPPORT_AGENT");
    const other = { [caseTokenHeader]: (await givenCase(api)).token };
    const answers = [
      await get(toGlobalId("Evidence", newId()), agent),
      await get(newId(), agent),
      await get("garbled", agent),
      await get(toGlobalId("Case", newId()), agent),
      await get(picture, {}),
      await get(picture, other),
      await get(picture, { [caseTokenHeader]: "wrong" }),
      await get(picture, await staff("TRAINER")),
      await get(picture, await staff("ADMINISTRATOR")),
    ];
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(answers[0]?.json()).toMatchObject({ code: "NOT_FOUND" });
  });

  test("another merchant's verifier does not find it", async () => {
    const elsewhere = await givenCase(api);
    expect((await get(picture, { [caseTokenHeader]: elsewhere.token })).statusCode).toBe(404);
    await api.house.db
      .updateTable("cases")
      .set({ merchant_id: await givenMerchantOf(elsewhere) })
      .where("id", "=", found.caseId)
      .execute();
    expect((await get(picture, await staff("MERCHANT_VERIFIER"))).statusCode).toBe(404);
    await api.house.db
      .updateTable("cases")
      .set({ merchant_id: api.own.merchantId })
      .where("id", "=", found.caseId)
      .execute();
  });
});

async function givenMerchantOf({ caseId }: GivenCase): Promise<string> {
  const row = await api.house.db
    .selectFrom("cases")
    .select("merchant_id")
    .where("id", "=", caseId)
    .executeTakeFirstOrThrow();
  return row.merchant_id;
}

test("the evidence of a case is listed for whoever may see it", async () => {
  const EVIDENCE = `query ($id: ID!) { case(id: $id) { evidence { id fileName mediaType uploadedBy url previewUrl } } }`;
  const ask = async (as: ApiClient) =>
    (await as.query<{ case: { evidence: { id: string }[] } | null }>(EVIDENCE, { id: found.id })).data.case;
  expect((await ask(await api.as("SUPPORT_AGENT")))?.evidence).toMatchObject([
    { id: picture, uploadedBy: "CUSTOMER", url: `/evidence/${picture}` },
    { id: paper, uploadedBy: "SUPPORT_AGENT", fileName: "statement.pdf" },
  ]);
  expect((await ask(api.asCustomer(found.token)))?.evidence).toMatchObject([{ id: picture }]);
  expect(await ask(api.asStranger())).toBeNull();
});
