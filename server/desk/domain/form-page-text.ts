import type { Bilingual } from "../../kernel/calendar.ts";

/** What stands where one of the customer's forms will be: while its script is on the way, and where none runs. */
export interface FormPageText {
  readonly title: Bilingual;
  readonly opening: Bilingual;
  /** Where no script runs: what can be done all the same, and that nothing has happened yet. */
  readonly without: Bilingual;
}

export const requestPageText: FormPageText = {
  title: { zh: "申请退款", en: "Ask for a refund" },
  opening: { zh: "正在打开申请表，请稍候…", en: "Opening the form, one moment…" },
  without: {
    zh: "在线填写需要启用 JavaScript：请在浏览器设置中打开它，再刷新本页。也可以打电话、发邮件或到柜台申请退款，请带上刷卡小票，报凭证号、卡号后四位和付款金额。目前还没有提交任何内容，您的付款没有变化。",
    en: "To fill this in online, switch JavaScript on in the browser's settings and load the page again. You can also ask by phone, by e-mail or at the counter: have the card slip at hand, with its voucher number, the card's last four digits and the amount. Nothing has been sent yet, and nothing has happened to your money.",
  },
};

export const lostPageText: FormPageText = {
  title: { zh: "找回链接", en: "Lost your link?" },
  opening: { zh: "正在打开，请稍候…", en: "Opening the page, one moment…" },
  without: {
    zh: "在线找回链接需要启用 JavaScript：请在浏览器设置中打开它，再刷新本页。也可以打电话、发邮件或到柜台查询，请报申请编号或小票上的凭证号。您的申请本身不受影响。",
    en: "To have your link sent again online, switch JavaScript on in the browser's settings and load the page again. You can also ask by phone, by e-mail or at the counter: give the request number, or the voucher number on the slip. Your request itself is not affected.",
  },
};
