import { expect, test } from "vitest";
import { answerPage, noSuchLinkPage } from "../../server/notices/domain/answer-page.ts";

const notice = {
  subject: "已退款 <CNY 740.00>",
  body: "案件 RD-26-000280 的退款已完成。\n\n请在此确认或提出疑问：/n/01a22b91-88ea.3he--nsLqhI0\n\n在控制台查看：/cases/RD-26-000280\n\n<b>退款服务</b>",
  sms: null,
};
const page = (over: object = {}) => answerPage({ locale: "zh-CN", notice, answered: null, problem: null, ...over });

test("a notice behind its link is told with its way to the console, and without the way to the page one is on", () => {
  expect(page()).toContain('<a href="/cases/RD-26-000280">/cases/RD-26-000280</a>');
  expect(page()).not.toContain("/n/01a22b91");
  expect(page()).toContain("&lt;b&gt;退款服务&lt;/b&gt;");
});

test("it fits a phone and both themes without a script, as does the page of a link that leads nowhere", () => {
  for (const html of [page(), noSuchLinkPage("en")]) {
    expect(html).toContain("width=device-width");
    expect(html).toContain("color-scheme:light dark");
    expect(html).toContain("overflow-wrap:anywhere");
    expect(html).not.toContain("<script");
  }
});

test("asks for an answer until there is one, and then says which stands", () => {
  expect(page()).toContain('value="CONFIRMED"');
  const answered = page({ answered: "QUERIED", problem: "已经提出过疑问。" });
  expect(answered).not.toContain("<form");
  expect(answered).toContain("目前的答复：已提出疑问");
  expect(answered).toContain('role="alert"');
});
