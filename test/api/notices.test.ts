import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../server/kernel/ids.ts";
import { answerToken } from "../../server/notices/answer-token.ts";
import { noticeTexts } from "../../server/notices/domain/notice-texts.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { actOn, type GivenCase, givenCase, staffActorOf } from "../support/given-case.ts";
import { givenMerchant } from "../support/given-rows.ts";
import { until } from "../support/until.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Refused {
  readonly __typename: string;
  readonly reasons?: readonly { readonly code: string }[];
}

type Asked = GivenCase & { readonly noticeId: string };

/** The shop was asked on the console, or one of its people by e-mail. */
async function givenAsked(staffId: string | null = null): Promise<Asked> {
  const merchantId = api.own.merchantId;
  api.as("MERCHANT_VERIFIER");
  const found = await givenCase(api, { merchantId });
  await actOn(api, systemActor, found.caseId, { action: "BEGIN_VERIFICATION", input: {} });
  const row = await api.house.db
    .selectFrom("notice")
    .select("id")
    .where("case_id", "=", found.caseId)
    .where("kind", "=", "MERCHANT_ASKED")
    .where("channel", "=", staffId === null ? "CONSOLE" : "EMAIL")
    .where("staff_id", "is not distinct from", staffId)
    .executeTakeFirstOrThrow();
  return { ...found, noticeId: row.id };
}
const noticeRow = (id: string) =>
  api.house.db.selectFrom("notice").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const messagesOf = (caseId: string) =>
  api.house.db.selectFrom("case_message").select(["thread", "body"]).where("case_id", "=", caseId).execute();

describe("the log", () => {
  const list =
    "query ($filter: NoticeFilter) { notices(filter: $filter) { edges { node { id kind audience to text { body } } } } }";

  test("a merchant reads what it was told, and nothing that others were", async () => {
    const own = await givenAsked();
    const seen = async (as: "MERCHANT_VERIFIER" | "SUPPORT_AGENT", caseId: string) => {
      const { data } = await api
        .as(as)
        .query<{ notices: { edges: { node: { audience: string; to: string | null } }[] } }>(list, {
          filter: { caseId },
        });
      return data.notices.edges.map(({ node }) => node);
    };
    expect(new Set((await seen("MERCHANT_VERIFIER", own.id)).map(({ audience }) => audience))).toEqual(
      new Set(["MERCHANT"]),
    );
    expect((await seen("SUPPORT_AGENT", own.id)).map(({ audience }) => audience)).toContain("CUSTOMER");
    expect((await seen("MERCHANT_VERIFIER", own.id)).map(({ to }) => to)).toEqual([null, null]);
  });

  test("shows nobody of the desk a link by which they could pass for its reader", async () => {
    const { id } = await givenAsked();
    const seen = async (as: "MERCHANT_VERIFIER" | "SUPPORT_AGENT") =>
      JSON.stringify((await api.as(as).query<object>(list, { filter: { caseId: id } })).data);
    expect(await seen("SUPPORT_AGENT")).not.toMatch(/\/r\/|\/n\//);
    expect(await seen("MERCHANT_VERIFIER")).toContain("/n/");
  });
});

describe("a dead letter", () => {
  const replay =
    "mutation ($input: ReplayNoticeInput!) { replayNotice(input: $input) { __typename ... on NoticeRefused { reasons { code } } } }";
  const ask = async (as: "SUPERVISOR" | "SUPPORT_AGENT", id: string) =>
    api.as(as).query<{ replayNotice: Refused } | null>(replay, { input: { noticeId: toGlobalId("Notice", id) } });

  async function givenDead(): Promise<string> {
    const { caseId } = await givenCase(api, {});
    const { id } = await api.house.db
      .selectFrom("notice")
      .select("id")
      .where("case_id", "=", caseId)
      .executeTakeFirstOrThrow();
    await api.house.db
      .updateTable("notice")
      .set({ state: "DEAD", ended_at: new Date() })
      .where("id", "=", id)
      .execute();
    return id;
  }

  test("is sent again, once, however often the button is pressed", async () => {
    const id = await givenDead();
    const answers = await Promise.all([ask("SUPERVISOR", id), ask("SUPERVISOR", id)]);
    expect(answers.map(({ data }) => data?.replayNotice.__typename).sort()).toEqual(["NoticeDone", "NoticeRefused"]);
    expect(await noticeRow(id)).toMatchObject({ state: "WAITING", attempts: 0, ended_at: null });
  });

  test("is left alone by whoever may not, and one that is gone is said to be so", async () => {
    const id = await givenDead();
    expect((await ask("SUPPORT_AGENT", id)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    expect(await noticeRow(id)).toMatchObject({ state: "DEAD" });
    expect((await ask("SUPERVISOR", api.own.merchantId)).data?.replayNotice.reasons).toEqual([
      { code: "NOTICE_NOT_FOUND" },
    ]);
  });
});

describe("a wording of one's own", () => {
  const save =
    "mutation ($input: SaveNoticeTemplateInput!) { saveNoticeTemplate(input: $input) { __typename ... on NoticeRefused { reasons { code } } ... on NoticeTemplateSaved { template { version isOwn } } } }";
  const ask = async (input: object) => {
    const { data } = await api
      .as("COMPLIANCE_OFFICER")
      .query<{ saveNoticeTemplate: Refused & { template?: object } }>(save, {
        input: { kind: "REQUEST_CLOSED", locale: "EN", ...input },
      });
    return data.saveNoticeTemplate;
  };
  const { en: own } = noticeTexts.REQUEST_CLOSED;

  test("is refused without the right to refer; saved once by two at once; and given up again", async () => {
    const text = { ...own, subject: "Closed: {caseNumber}" };
    const bad = { ...text, body: text.body.replaceAll("{agencyAddress}", "") };
    expect((await ask({ expectedVersion: 0, text: bad })).reasons).toEqual([{ code: "FIELD_MISSING" }]);
    const both = await Promise.all([ask({ expectedVersion: 0, text }), ask({ expectedVersion: 0, text })]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(["NoticeRefused", "NoticeTemplateSaved"]);
    expect((await ask({ expectedVersion: 0, text })).reasons).toEqual([{ code: "TEMPLATE_STALE" }]);
    expect((await ask({ expectedVersion: 1 })).template).toEqual({ version: 2, isOwn: true });
    const { data } = await api
      .as("COMPLIANCE_OFFICER")
      .query<{ noticeTemplates: { locale: string; versions: object[] }[] }>(
        "{ noticeTemplates(kind: REQUEST_CLOSED) { locale versions { version text { subject } } } }",
      );
    expect(data.noticeTemplates.find(({ locale }) => locale === "EN")?.versions).toEqual([
      { version: 2, text: null },
      { version: 1, text: { subject: text.subject } },
    ]);
  });
});

describe("a wording before it is saved", () => {
  const preview = `mutation ($input: PreviewNoticeTemplateInput!) { previewNoticeTemplate(input: $input) { __typename
    ... on NoticePreview { text { body sms } smsSize { characters parts isWide } webhook }
    ... on NoticeRefused { reasons { code } } } }`;
  interface Shown extends Refused {
    readonly text?: { readonly body: string };
    readonly smsSize?: { readonly parts: number; readonly isWide: boolean } | null;
    readonly webhook?: string | null;
  }
  const ask = async (input: object) => {
    const { data } = await api
      .as("COMPLIANCE_OFFICER")
      .query<{ previewNoticeTemplate: Shown }>(preview, { input: { locale: "EN", ...input } });
    return data.previewNoticeTemplate;
  };

  test("is shown by every channel: in words, as a counted short message, and as what systems are sent", async () => {
    const short = await ask({ kind: "REQUEST_CLOSED", text: noticeTexts.REQUEST_CLOSED.en });
    expect(short).toMatchObject({ __typename: "NoticePreview", webhook: null });
    expect(short.smsSize?.parts).toBeGreaterThan(0);
    const told = await ask({ kind: "MERCHANT_ASKED", text: noticeTexts.MERCHANT_ASKED.en });
    expect(told.smsSize).toBeNull();
    expect(JSON.parse(told.webhook ?? "")).toMatchObject({
      type: "MERCHANT_ASKED",
      data: { caseNumber: "RD-26-004812", amount: { minor: "129900", currency: "CNY" } },
    });
  });

  test("of a refusal gives a reason as its example, and of a question a question", async () => {
    const said = async (kind: "REQUEST_DECLINED" | "INFORMATION_NEEDED") =>
      (await ask({ kind, text: noticeTexts[kind].en })).text?.body;
    expect(await said("REQUEST_DECLINED")).toContain("The slip is of another shop");
    expect(await said("REQUEST_DECLINED")).not.toContain("Please add a picture");
    expect(await said("INFORMATION_NEEDED")).toContain("Please add a picture");
  });

  test("of a real case quotes what was written in it, and an example until somebody has", async () => {
    const { caseId, number } = await givenCase(api);
    const text = noticeTexts.INFORMATION_NEEDED.en;
    const said = async () => (await ask({ kind: "INFORMATION_NEEDED", text, caseNumber: number })).text?.body;
    expect(await said()).toContain("Please add a picture");
    const agent = await staffActorOf(api, "SUPPORT_AGENT");
    const move = { action: "REQUEST_INFORMATION", input: { message: "Which of the two shops was it?" } } as const;
    await actOn(api, agent, caseId, move);
    expect(await said()).toContain("Which of the two shops was it?");
    expect(await said()).not.toContain("Please add a picture");
  });

  test("says what a real case would tell; one that is not there is refused, and named as such", async () => {
    const { number } = await givenCase(api, { merchantId: api.own.merchantId });
    const text = noticeTexts.MERCHANT_ASKED.en;
    expect((await ask({ kind: "MERCHANT_ASKED", text, caseNumber: number })).text?.body).toContain(number);
    expect((await ask({ kind: "MERCHANT_ASKED", text, caseNumber: "RD-00-000000" })).reasons).toEqual([
      { code: "CASE_NOT_FOUND" },
    ]);
  });
});

describe("an answer by the link", () => {
  const open = (token: string) => api.app.inject({ method: "GET", url: `/n/${token}` });
  const reply = (token: string, payload: string) =>
    api.app.inject({
      method: "POST",
      url: `/n/${token}`,
      payload,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });

  test("looking changes nothing; confirming is done once, whatever is pressed after it", async () => {
    const { noticeId, number } = await givenAsked();
    const token = answerToken(api.house.signing, noticeId);
    const page = await open(token);
    expect([page.statusCode, page.body.includes(number), page.body.includes("CNY 129.00")]).toEqual([200, true, true]);
    expect(await noticeRow(noticeId)).toMatchObject({ answer: null });
    await Promise.all([reply(token, "answer=CONFIRMED"), reply(token, "answer=CONFIRMED")]);
    await reply(token, "answer=QUERIED&message=late");
    expect(await noticeRow(noticeId)).toMatchObject({ answer: "CONFIRMED", answered_by_id: null });
  });

  test("a query becomes a message in the merchant's thread; without words it is asked for them", async () => {
    const { noticeId, caseId } = await givenAsked();
    const token = answerToken(api.house.signing, noticeId);
    expect((await reply(token, "answer=QUERIED&message=")).body).toContain('role="alert"');
    await reply(token, `answer=QUERIED&message=${encodeURIComponent("金额不对 <b>")}`);
    expect(await noticeRow(noticeId)).toMatchObject({ answer: "QUERIED" });
    expect(await messagesOf(caseId)).toContainEqual({ thread: "MERCHANT", body: "金额不对 <b>" });
  });

  test("a query that comes while a colleague confirms leaves no message, and is told that it was not taken", async () => {
    const { noticeId, caseId } = await givenAsked();
    const before = await messagesOf(caseId);
    const [held, confirmed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const colleague = api.house.db.transaction().execute(async (trx) => {
      const told = trx
        .updateTable("notice")
        .set({ answer: "CONFIRMED", answered_at: new Date() })
        .where("case_id", "=", caseId);
      await told.where("kind", "=", "MERCHANT_ASKED").execute();
      held.resolve();
      await confirmed.promise;
    });
    await held.promise;
    const query = reply(answerToken(api.house.signing, noticeId), "answer=QUERIED&message=wrong");
    const waiting = async () => {
      const { rows } =
        await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
          api.house.db,
        );
      return rows.length;
    };
    await until("the query, behind the colleague", waiting, (count) => count > 0, 20_000);
    confirmed.resolve();
    await colleague;
    const { body } = await query;
    expect([body.includes('role="alert"'), body.includes("已确认，谢谢")]).toEqual([true, false]);
    expect(await messagesOf(caseId)).toEqual(before);
    expect(await noticeRow(noticeId)).toMatchObject({ answer: "CONFIRMED" });
  });

  test.each([
    ["has left", { active: false }],
    ["now works for another shop", { merchant_id: "other" }],
  ])("of somebody who %s leads nowhere", async (_what, change) => {
    const person = await api.another("MERCHANT_VERIFIER");
    const { noticeId, caseId } = await givenAsked(person.staffId);
    const token = answerToken(api.house.signing, noticeId);
    expect((await open(token)).statusCode).toBe(200);
    const moved = "merchant_id" in change ? { merchant_id: await givenMerchant(api.house.db) } : change;
    await api.house.db.updateTable("staff").set(moved).where("id", "=", person.staffId).execute();
    const before = await messagesOf(caseId);
    expect((await open(token)).statusCode).toBe(404);
    expect((await reply(token, "answer=QUERIED&message=wrong")).statusCode).toBe(404);
    expect((await reply(token, "answer=CONFIRMED")).statusCode).toBe(404);
    expect([await noticeRow(noticeId), await messagesOf(caseId)]).toMatchObject([{ answer: null }, before]);
  });

  test("a link that is not ours leads nowhere", async () => {
    const { noticeId } = await givenAsked();
    for (const token of ["x", `${noticeId}.abc`, answerToken(api.house.signing, api.own.merchantId)]) {
      expect((await open(token)).statusCode).toBe(404);
    }
  });
});
