import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseWords } from "../../server/cases/domain/case-words.ts";
import { checkWords, stateWords } from "../../server/cases/domain/rule-words.ts";
import { caseFileWords } from "../../server/desk/domain/case-file-words.ts";
import { disputeWords } from "../../server/disputes/domain/dispute-words.ts";
import { barePdf } from "../../server/evidence/pdf/bare-pdf.ts";
import { newId } from "../../server/kernel/ids.ts";
import { refundWords } from "../../server/refunds/domain/refund-words.ts";
import { caseTokenHeader } from "../../server/request-context-of.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { entryModeWord, transactionWords } from "../../server/transactions/domain/transaction-words.ts";
import { en } from "../../web/i18n/en.ts";
import { zhCn } from "../../web/i18n/zh-cn.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { actOn, caseRow, type GivenCase, givenCase, staffActorOf } from "../support/given-case.ts";

let api: TestApi;
let found: GivenCase;
beforeAll(async () => {
  api = await startTestApi();
  found = await givenCase(api, {
    merchantId: api.own.merchantId,
    institutionId: api.own.institutionId,
    story: { thread: "CUSTOMER", body: "The kettle arrived without its lid." },
  });
  const agent = await staffActorOf(api, "SUPPORT_AGENT");
  await actOn(api, agent, found.caseId, { action: "ADD_NOTE", input: { message: "Only for the desk: 保密备注" } });
  await actOn(api, systemActor, found.caseId, { action: "RECORD_CLOCK_BREACH", input: { rule: "decide-request" } });
});
afterAll(() => api.close());

type Role = Parameters<TestApi["as"]>[0];
function ask(headers: Record<string, string>, number = found.number, lang = "en") {
  return api.app.inject({ url: `/cases/${number}/file.pdf?lang=${lang}`, headers });
}
const fileFor = (role: Role, lang?: string) => ask({ cookie: api.as(role).cookie }, found.number, lang);

async function pagesOf(content: Buffer): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(content), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const texts: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    texts.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await task.destroy();
  return texts;
}

describe("the case file", () => {
  test("tells the desk the whole case, and on each page where its chain ends and which page it is", async () => {
    const response = await fileFor("SUPPORT_AGENT");
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({ "content-type": "application/pdf", "cache-control": "no-store" });
    const pages = await pagesOf(response.rawPayload);
    const { chain_head, event_count } = await caseRow(api, found.caseId);
    pages.forEach((text, index) => {
      expect(text).toContain(`#${event_count} ${chain_head}`);
      expect(text).toContain(`${index + 1} / ${pages.length}`);
    });
    const taken = await barePdf(response.rawPayload);
    expect(taken.ok && (await pagesOf(Buffer.from(taken.value)))).toEqual(pages);
    const all = pages.join(" ");
    // Of a deadline that passed, which one; it stands among the clocks as well.
    expect(all).toMatch(/A deadline passed\s+Decide the request/);
    for (const part of ["Zhang Wei", "+8613800138000", "CNY 129.00", "without its lid", "保密备注", "Not as described"])
      expect(all).toContain(part);
  });

  test("goes over several pages in Chinese when the story is long, each with the head", async () => {
    const agent = await staffActorOf(api, "SUPPORT_AGENT");
    for (let note = 0; note < 12; note += 1)
      await actOn(api, agent, found.caseId, {
        action: "ADD_NOTE",
        input: { message: `第${note}条。${"核对中".repeat(90)}` },
      });
    const pages = await pagesOf((await fileFor("SUPPORT_AGENT", "zh-CN")).rawPayload);
    const { chain_head } = await caseRow(api, found.caseId);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.every((text) => text.includes(chain_head))).toBe(true);
    expect(pages.join(" ")).toContain("案件档案");
  });

  test.each(["MERCHANT_VERIFIER", "BANK_OFFICER"] as const)("shows a %s no contact and no note", async (role) => {
    const response = await fileFor(role);
    expect(response.statusCode).toBe(200);
    const all = (await pagesOf(response.rawPayload)).join(" ");
    expect(all).toContain(found.number);
    for (const part of ["Zhang Wei", "13800138000", "保密备注"]) expect(all).not.toContain(part);
  });

  test("absent, out of sight and signed out answer alike", async () => {
    const elsewhere = await givenCase(api);
    const answers = [
      await ask({ cookie: api.as("SUPPORT_AGENT").cookie }, "RD-26-999999"),
      await ask({ cookie: api.as("MERCHANT_VERIFIER").cookie }, elsewhere.number),
      await ask({ cookie: api.as("BANK_OFFICER").cookie }, elsewhere.number),
      await fileFor("TRAINER"),
      await fileFor("ADMINISTRATOR"),
      await ask({}),
      await ask({ [caseTokenHeader]: found.token }),
      await ask({ [caseTokenHeader]: `token-${newId()}` }),
    ];
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`))).toEqual(
      new Set(['404 {"code":"NOT_FOUND"}']),
    );
  });

  test("says what the console says", () => {
    const { clockState: _ownWords, toldTo: _onPaper, told, ...shared } = caseFileWords;
    for (const [list, words] of Object.entries(shared)) expect(words).toEqual(paired(list as keyof typeof shared));
    // The same words stand in an export.
    expect(caseWords.stage).toEqual(paired("caseStage"));
    expect(caseWords.outcome).toEqual(paired("caseOutcome"));
    expect(caseWords.channel).toEqual(paired("caseChannel"));
    // In Chinese a refusal quotes a state and a check as the console labels them.
    const inChinese = (words: object) => Object.fromEntries(Object.entries(words).map(([word, { zh }]) => [word, zh]));
    expect([inChinese(stateWords), inChinese(checkWords)]).toEqual([zhCn.caseState, zhCn.checkKind]);
    expect(inChinese(told)).toEqual(zhCn.case.told);
    expect(disputeWords).toEqual({ state: paired("disputeState"), ruling: paired("bankRuling") });
    expect(transactionWords).toEqual({ kind: paired("transactionKind"), network: paired("cardNetwork") });
    const { refundKind, refundMode } = zhCn.audit.log;
    expect(refundWords.kind).toEqual(pairedWith(refundKind, en.audit.log.refundKind));
    expect(refundWords.mode).toEqual(pairedWith(refundMode, en.audit.log.refundMode));
    const modes = Object.keys(zhCn.entryMode).map((mode) => [mode, entryModeWord(mode)]);
    expect(Object.fromEntries(modes)).toEqual(paired("entryMode"));
  });
});

type Shared =
  | Exclude<keyof typeof caseFileWords, "clockState" | "told" | "toldTo">
  | "caseStage"
  | "caseOutcome"
  | "caseChannel";

function paired(list: Shared | "disputeState" | "bankRuling" | "transactionKind" | "cardNetwork" | "entryMode") {
  return pairedWith(zhCn[list], en[list]);
}

function pairedWith(chinese: object, english: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(chinese).map(([word, zh]) => [word, { zh, en: english[word] }]));
}
