import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../server/kernel/ids.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import type { ApiClient } from "../support/api-client.ts";
import { actOn, givenCase } from "../support/given-case.ts";
import { givenMerchant } from "../support/given-rows.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Answered {
  readonly __typename: string;
  readonly notice?: { readonly answer: string; readonly queried: readonly string[] };
  readonly reasons?: readonly { readonly code: string }[];
}

const ANSWER = `mutation ($input: AnswerNoticeInput!) { answerNotice(input: $input) { __typename
  ... on NoticeDone { notice { answer queried } } ... on NoticeRefused { reasons { code } } } }`;

/** The shop was asked, on the console and by e-mail: the same thing twice. */
async function givenAsked(merchantId = api.own.merchantId) {
  const found = await givenCase(api, { merchantId });
  await actOn(api, systemActor, found.caseId, { action: "BEGIN_VERIFICATION", input: {} });
  const told = await asked(found.caseId);
  const byChannel = (channel: string) => told.find((row) => row.channel === channel)?.id ?? "";
  return { ...found, consoleId: byChannel("CONSOLE"), emailId: byChannel("EMAIL") };
}

function asked(caseId: string) {
  return api.house.db
    .selectFrom("notice")
    .select(["id", "channel", "answer", "queried", "answered_by_id"])
    .where("case_id", "=", caseId)
    .where("kind", "=", "MERCHANT_ASKED")
    .orderBy("channel")
    .execute();
}

async function answer(client: ApiClient, noticeId: string, input: object): Promise<Answered> {
  const { data } = await client.query<{ answerNotice: Answered }>(ANSWER, {
    input: { noticeId: toGlobalId("Notice", noticeId), ...input },
  });
  return data.answerNotice;
}

const messages = (caseId: string) =>
  api.house.db.selectFrom("case_message").select(["thread", "body"]).where("case_id", "=", caseId).execute();
const shop = () => api.as("MERCHANT_VERIFIER");
const confirmed = { answer: "CONFIRMED" };

describe("a shop that answers a notice", () => {
  test("confirms it once for every channel by which it was told", async () => {
    const { caseId, consoleId, emailId } = await givenAsked();
    expect(await answer(shop(), consoleId, confirmed)).toEqual({
      __typename: "NoticeDone",
      notice: { answer: "CONFIRMED", queried: [] },
    });
    const { staffId } = shop();
    expect(await asked(caseId)).toEqual(
      [consoleId, emailId].map((id, index) => ({
        ...{ id, channel: index === 0 ? "CONSOLE" : "EMAIL", answer: "CONFIRMED", queried: [] },
        answered_by_id: staffId,
      })),
    );
    expect((await answer(shop(), emailId, confirmed)).reasons).toEqual([{ code: "ALREADY_ANSWERED" }]);
  });

  test("queries what is wrong of it; the query stands in its thread and says what it is about", async () => {
    const { caseId, consoleId } = await givenAsked();
    const query = { answer: "QUERIED", queried: ["TIME", "AMOUNT"], message: "Our slip says 119.00." };
    expect((await answer(shop(), consoleId, query)).notice).toEqual({ answer: "QUERIED", queried: ["AMOUNT", "TIME"] });
    expect(await messages(caseId)).toContainEqual({
      thread: "MERCHANT",
      body: "Queried: amount, time\nOur slip says 119.00.",
    });
  });

  test.each([
    ["confirms and queries at once", { answer: "CONFIRMED", queried: ["STATE"] }, "ANSWER_UNCLEAR"],
    ["queries without a word", { answer: "QUERIED", queried: ["STATE"] }, "QUERY_EMPTY"],
  ])("that %s is told what to do, and nothing is written", async (_what, input, code) => {
    const { caseId, consoleId } = await givenAsked();
    const before = [await asked(caseId), await messages(caseId)];
    expect((await answer(shop(), consoleId, input)).reasons).toEqual([{ code }]);
    expect([await asked(caseId), await messages(caseId)]).toEqual(before);
  });

  test("by two of its people at once is taken at the word of one", async () => {
    const { caseId, consoleId, emailId } = await givenAsked();
    const second = await api.another("MERCHANT_VERIFIER");
    const both = await Promise.all([answer(shop(), consoleId, confirmed), answer(second, emailId, confirmed)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(["NoticeDone", "NoticeRefused"]);
    expect(new Set((await asked(caseId)).map(({ answered_by_id }) => answered_by_id)).size).toBe(1);
  });
});

describe("a notice is not answered", () => {
  test("by the desk that wrote it", async () => {
    const { caseId, consoleId } = await givenAsked();
    const input = { noticeId: toGlobalId("Notice", consoleId), ...confirmed };
    const { errors } = await api.as("SUPPORT_AGENT").query<object | null>(ANSWER, { input });
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    expect((await asked(caseId)).map((row) => row.answer)).not.toContain("CONFIRMED");
  });

  test("by another shop, nor by a bank: to them it is not there", async () => {
    const { caseId, consoleId } = await givenAsked(await givenMerchant(api.house.db));
    for (const role of ["MERCHANT_VERIFIER", "BANK_OFFICER"] as const) {
      expect((await answer(api.as(role), consoleId, confirmed)).reasons).toEqual([{ code: "NOTICE_NOT_FOUND" }]);
    }
    expect((await asked(caseId)).map((row) => row.answer)).not.toContain("CONFIRMED");
  });
});

describe("what waits for an answer", () => {
  const LIST = `query ($filter: NoticeFilter) { notices(filter: $filter) { edges { node { asksAnswer facts {
    amount { minor currency } state voucher answerBy } } } } }`;

  test("is listed with what there is to check, until it is answered", async () => {
    const { id: caseId, consoleId } = await givenAsked();
    const waiting = async () => {
      const filter = { caseId, channels: ["CONSOLE"], awaitsAnswer: true };
      const { data } = await shop().query<{ notices: { edges: { node: object }[] } }>(LIST, { filter });
      return data.notices.edges.map(({ node }) => node);
    };
    expect(await waiting()).toMatchObject([
      { asksAnswer: true, facts: { amount: { currency: "CNY" }, state: "VERIFYING", answerBy: expect.any(String) } },
    ]);
    await answer(shop(), consoleId, confirmed);
    expect(await waiting()).toEqual([]);
  });
});
