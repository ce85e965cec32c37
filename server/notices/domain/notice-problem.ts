import type { Bilingual } from "../../kernel/calendar.ts";
import type { TextPart, TextProblem } from "./check-text.ts";

/** Why something about a notice was not done. */
export type NoticeProblem =
  | { readonly code: "NOTICE_NOT_FOUND" }
  | { readonly code: "NOTICE_NOT_DEAD" }
  | { readonly code: "NO_ADDRESS" }
  | { readonly code: "NO_ANSWER_ASKED" }
  | { readonly code: "ALREADY_ANSWERED" }
  | { readonly code: "QUERY_EMPTY" }
  | { readonly code: "ANSWER_UNCLEAR" }
  | { readonly code: "QUERY_REFUSED" }
  | { readonly code: "TEMPLATE_STALE" }
  | { readonly code: "CASE_NOT_FOUND" }
  | TextProblem;

export const noticeProblemCodes = [
  "NOTICE_NOT_FOUND",
  "NOTICE_NOT_DEAD",
  "NO_ADDRESS",
  "NO_ANSWER_ASKED",
  "ALREADY_ANSWERED",
  "QUERY_EMPTY",
  "ANSWER_UNCLEAR",
  "QUERY_REFUSED",
  "TEMPLATE_STALE",
  "CASE_NOT_FOUND",
  "FIELD_UNKNOWN",
  "FIELD_MISSING",
  "TEXT_EMPTY",
  "TEXT_TOO_LONG",
  "BRACE_OPEN",
  "WORD_INTERNAL",
] as const satisfies readonly NoticeProblem["code"][];

const parts: Readonly<Record<TextPart, Bilingual>> = {
  subject: { zh: "标题", en: "subject" },
  body: { zh: "正文", en: "body" },
  sms: { zh: "短信", en: "SMS" },
};

/** A problem in words that say what to do. */
export function noticeProblemText(problem: NoticeProblem): Bilingual {
  switch (problem.code) {
    case "NOTICE_NOT_FOUND":
      return { zh: "没有这条通知。", en: "There is no such notice." };
    case "NOTICE_NOT_DEAD":
      return {
        zh: "这条通知已送达或正在等待发送，无需重发。",
        en: "This notice was delivered, or waits to be sent. It needs no sending again.",
      };
    case "NO_ADDRESS":
      return {
        zh: "没有可用的联系方式。请先向顾客取得电话或邮箱。",
        en: "There is no way to reach them. Ask for a telephone number or an e-mail address first.",
      };
    case "NO_ANSWER_ASKED":
      return { zh: "这条通知不需要确认。", en: "This notice asks for no answer." };
    case "ALREADY_ANSWERED":
      return {
        zh: "这条通知此前已有答复，您刚才的答复未被采用。如仍有疑问，请在案件中留言。",
        en: "This notice had been answered already; what you sent just now was not taken. For anything else, write a message on the case.",
      };
    case "QUERY_EMPTY":
      return { zh: "请写明疑问。", en: "Say what the query is." };
    case "ANSWER_UNCLEAR":
      return {
        zh: "确认通知时不能同时质疑其中的内容。请选择“提出疑问”，或取消所选项目。",
        en: "A notice cannot be confirmed and queried at once. Raise a query, or take back what you marked.",
      };
    case "QUERY_REFUSED":
      return {
        zh: "案件目前无法接收留言，疑问未提交，请稍后再试。",
        en: "The case takes no message at the moment. Your query was not sent; try again later.",
      };
    case "TEMPLATE_STALE":
      return {
        zh: "其他人刚保存了新版本，请重新打开后再改。",
        en: "Somebody has just saved another version. Open it again, then make your change.",
      };
    case "CASE_NOT_FOUND":
      return {
        zh: "没有这个编号的案件，或您看不到它。请核对编号，或改用示例。",
        en: "No case of this number is in your sight. Check the number, or preview with the example.",
      };
    case "FIELD_UNKNOWN":
      return {
        zh: `${parts[problem.part].zh}中的 {${problem.field}} 不是这类通知的字段，请删除。`,
        en: `{${problem.field}} in the ${parts[problem.part].en} is no field of this notice. Remove it.`,
      };
    case "FIELD_MISSING":
      return {
        zh: `${parts[problem.part].zh}必须包含 {${problem.field}}。`,
        en: `The ${parts[problem.part].en} must contain {${problem.field}}.`,
      };
    case "TEXT_EMPTY":
      return { zh: `${parts[problem.part].zh}不能为空。`, en: `The ${parts[problem.part].en} must not be empty.` };
    case "TEXT_TOO_LONG":
      return {
        zh: `${parts[problem.part].zh}最多 ${problem.most} 个字符。`,
        en: `The ${parts[problem.part].en} may have ${problem.most} characters at most.`,
      };
    case "BRACE_OPEN":
      return {
        zh: `${parts[problem.part].zh}中有不成对的大括号。`,
        en: `A brace in the ${parts[problem.part].en} is not closed or names no field.`,
      };
    case "WORD_INTERNAL":
      return {
        zh: `${parts[problem.part].zh}中的“${problem.word}”是内部用语，顾客看不懂，请换一种说法。`,
        en: `"${problem.word}" in the ${parts[problem.part].en} is a word of the trade. Say it in the customer's words.`,
      };
  }
}
