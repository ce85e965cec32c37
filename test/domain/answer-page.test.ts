import { expect, test } from "vitest";
import { answerPage, noSuchLinkPage } from "../../server/notices/domain/answer-page.ts";
import { pointsInWords } from "../../server/notices/domain/points-in-words.ts";

const notice = {
  subject: "已退款 <CNY 740.00>",
  body: "案件 RD-26-000280 的退款已完成。\n\n请在此确认或提出疑问：/n/01a22b91-88ea.3he--nsLqhI0\n\n在控制台查看：/cases/RD-26-000280\n\n<b>退款服务</b>",
  sms: null,
};
const told = pointsInWords(
  {
    fields: { amount: { minor: "74000", currency: "CNY" } },
    state: "REFUNDING",
    at: new Date("2026-11-30T01:40:09Z"),
  },
  "zh-CN",
);
const page = (over: object = {}) =>
  answerPage({ locale: "zh-CN", notice, told, answered: null, problem: null, ...over });

test("a notice behind its link is told with its way to the console, and without the way to the page one is on", () => {
  expect(page()).toContain('<a href="/cases/RD-26-000280">/cases/RD-26-000280</a>');
  expect(page()).not.toContain("/n/01a22b91");
  expect(page()).toContain("&lt;b&gt;退款服务&lt;/b&gt;");
});

const saidOf = (body: string) =>
  /<\/h1>\n([\s\S]*?)\n(?=\n<dl)/.exec(page({ notice: { ...notice, body } }))?.[1]?.split("\n");
const way = "/n/01a22b91-88ea.3he--nsLqhI0";

test.each([
  [`案件退款 CNY 740.00，请在此确认：${way}`, ["<p>案件退款 CNY\u00a0740.00，请在此确认。</p>"]],
  [
    `Paid: CNY 740.00.\nAnswer here: ${way}.\nThank you`,
    ["<p>Paid: CNY\u00a0740.00.<br>Answer here.<br>Thank you</p>"],
  ],
  [`已付 ${way}`, ["<p>已付</p>"]],
  [`Answer at ${way} by Friday, please.`, ["<p>Answer at by Friday, please.</p>"]],
  [`点此回复：${way}\n\n谢谢`, ["<p>谢谢</p>"]],
  [`${way}\n\n谢谢`, ["<p>谢谢</p>"]],
])("of %j nothing but the way to this page is left out", (body, expected) => {
  expect(saidOf(body)).toEqual(expected);
});

test("an address is followed wherever it stands, and nothing else is", () => {
  const link = '<a href="/cases/RD-1">/cases/RD-1</a>';
  expect(saidOf("详见/cases/RD-1。\n或 /cases/RD-1\nSee /cases/RD-1.")).toEqual([
    `<p>详见${link}。<br>或 ${link}<br>See ${link}.</p>`,
  ]);
  const words = "金额/状态 CNY/EUR a / b https://elsewhere.example/a/b 9/10/2026";
  expect(saidOf(words)).toEqual([`<p>${words}</p>`]);
});

test("it fits a phone and both themes without a script, as does the page of a link that leads nowhere", () => {
  for (const html of [page(), noSuchLinkPage("en")]) {
    expect(html).toContain("width=device-width");
    expect(html).toContain("color-scheme:light dark");
    expect(html).toContain("overflow-wrap:anywhere");
    expect(html).not.toContain("<script");
  }
});

test.each([
  "请核对金额、状态和时间，并在此确认或提出疑问：",
  "Please check amount, state and time, and confirm them or raise a query: ",
])("asks no more for what was answered: %s", (words) => {
  const html = page({ answered: "CONFIRMED", notice: { ...notice, body: `Paid: CNY 740.00. ${words}${way}\n\n谢谢` } });
  expect(html).toContain("<p>Paid: CNY\u00a0740.00.</p>\n<p>谢谢</p>");
});

test("asks for an answer until there is one, and then says which stands", () => {
  expect(page()).toContain('value="CONFIRMED"');
  const answered = page({ answered: "QUERIED", problem: "已经提出过疑问。" });
  expect(answered).not.toContain("<form");
  expect(answered).toContain("目前的答复：已提出疑问");
  expect(answered).toContain('role="alert"');
});

test("shows each point that is to be confirmed, and asks no word about it once there is an answer", () => {
  const rows = "<div><dt>金额</dt><dd>CNY\u00a0740.00</dd></div><div><dt>状态</dt><dd>退款中</dd></div>";
  expect(page()).toContain(`<dl>${rows}<div><dt>时间</dt><dd>2026-11-30 09:40</dd></div></dl>`);
  expect(page({ told: { ...told, AMOUNT: null } })).not.toContain("<dt>金额</dt>");
  expect(page({ answered: "CONFIRMED" })).not.toContain("<dl>");
});
