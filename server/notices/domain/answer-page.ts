import { htmlText } from "../../kernel/html-text.ts";
import { plainPage } from "../../kernel/plain-page.ts";
import type { PointsInWords } from "./points-in-words.ts";
import type { RenderedNotice } from "./render-notice.ts";
import { noticePoints } from "./words.ts";

interface AnswerPage {
  readonly locale: "zh-CN" | "en";
  readonly notice: RenderedNotice;
  /** What is to be confirmed, so that nobody confirms what they do not see. */
  readonly told: PointsInWords;
  /** Null while it is still to be answered. */
  readonly answered: "CONFIRMED" | "QUERIED" | null;
  /** Why the last reply was not taken. */
  readonly problem: string | null;
}

const words = {
  "zh-CN": {
    confirm: "确认：金额、状态和时间无误",
    query: "提出疑问",
    about: "对哪一项有疑问",
    AMOUNT: "金额",
    STATE: "状态",
    TIME: "时间",
    label: "您的疑问",
    CONFIRMED: "已确认，谢谢。",
    QUERIED: "疑问已提交，会在案件中答复您。",
    stands: { CONFIRMED: "目前的答复：已确认。", QUERIED: "目前的答复：已提出疑问，正在处理。" },
    gone: "链接无效。请使用通知中的完整链接。",
  },
  en: {
    confirm: "Confirm: amount, state and time are right",
    query: "Raise a query",
    about: "What is it about?",
    AMOUNT: "Amount",
    STATE: "State",
    TIME: "Time",
    label: "Your query",
    CONFIRMED: "Confirmed. Thank you.",
    QUERIED: "Your query was sent. You will be answered on the case.",
    stands: {
      CONFIRMED: "The answer that stands: confirmed.",
      QUERIED: "The answer that stands: a query, which is being looked at.",
    },
    gone: "This link does not work. Please use the whole link of the notice.",
  },
} as const;

/** The page behind a notice's link: plain, without a script, for any browser. */
export function answerPage({ locale, notice, told, answered, problem }: AnswerPage): string {
  const t = words[locale];
  const alert = problem === null ? "" : `<p role="alert" class="not">${htmlText(problem)}</p>`;
  const points = noticePoints
    .map((point) => `<label><input type="checkbox" name="queried" value="${point}"> ${t[point]}</label>`)
    .join("");
  const facts = noticePoints
    .flatMap((point) =>
      told[point] === null ? [] : [`<div><dt>${t[point]}</dt><dd>${wordsIn(told[point])}</dd></div>`],
    )
    .join("");
  const rest =
    answered === null
      ? `${alert}
<dl>${facts}</dl>
<form method="post"><button class="first" name="answer" value="CONFIRMED">${t.confirm}</button></form>
<form method="post"><fieldset><legend>${t.about}</legend>${points}</fieldset><label for="message">${t.label}</label>
<textarea id="message" name="message" rows="4" maxlength="2000" required></textarea>
<button name="answer" value="QUERIED">${t.query}</button></form>`
      : `${alert}
<p role="status" class="valid">${problem === null ? t[answered] : t.stands[answered]}</p>`;
  const title = notice.subject;
  return plainPage({
    locale,
    title,
    body: `<h1>${wordsIn(title)}</h1>\n${saidIn(notice, answered === null)}\n${rest}`,
  });
}

export function noSuchLinkPage(locale: "zh-CN" | "en"): string {
  const title = words[locale].gone;
  return plainPage({ locale, title, body: `<h1>${htmlText(title)}</h1>` });
}

/** No line ends between a currency and its amount. */
function wordsIn(text: string): string {
  return htmlText(text).replace(/\b([A-Z]{3}) (?=\d)/g, "$1\u00a0");
}

const address = /(?<![\w/;.])\/\w+\/[\w/.-]*[\w-]/g;

/** What was told, with its addresses to be followed. Once it is answered, nobody is asked any more. */
function saidIn({ body }: RenderedNotice, isAsked: boolean): string {
  return body
    .split("\n\n")
    .map(isAsked ? withoutThisWay : withoutAsking)
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => wordsIn(paragraph).replace(address, '<a href="$&">$&</a>').replaceAll("\n", "<br>"))
    .map((html) => `<p>${html}</p>`)
    .join("\n");
}

const label = /^(?:[^\d，,、。.；;\n]*[:：])?[ \t]*\/n\/[\w-]+\.[\w-]+[。.]?\s*$/;
const stops: Readonly<Record<string, string>> = { ":": ".", "：": "。" };

/** A sentence that leads to this page; a stop inside a number or a name ends none. */
const asking = /(?:[^.。!！?？\n]|\.(?!\s))*\/n\/[\w-]+\.[\w-]+[。.]?/g;

function withoutAsking(paragraph: string): string {
  return paragraph.replace(asking, "").trim();
}

/** The way to this page itself leads nowhere from here. What else is said with it stays, save a mere "Answer here:". */
function withoutThisWay(paragraph: string): string {
  if (label.test(paragraph)) return "";
  return paragraph
    .replace(
      /([:：]?)[ \t]*\/n\/[\w-]+\.[\w-]+([。.]?)[ \t]*$/gm,
      (_, colon: string, stop: string) => stops[colon] ?? stop,
    )
    .replace(/[ \t]*\/n\/[\w-]+\.[\w-]+/g, "");
}
