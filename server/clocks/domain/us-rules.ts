import type { ClockRule } from "./clock-rule.ts";

const abroad = {
  version: 1,
  endsAt: "END_OF_DAY",
  pausedIn: [],
  warnAt: 0.3,
  effectiveFrom: null,
  effectiveUntil: null,
} as const;

const us = { ...abroad, timeZone: "America/New_York", jurisdiction: "US" } as const;

/** Public holidays of these places are not held: a date may come out early for who must act, never late. */
const businessDays = (length: number) => ({ length, unit: "WORKING_DAYS", calendar: "WEEKDAYS" }) as const;
const calendarDays = (length: number) => ({ length, unit: "CALENDAR_DAYS", calendar: "EVERY_DAY" }) as const;

/** A paragraph is called the same in both. */
const same = (text: string) => ({ zh: text, en: text });
const regE = (paragraph: string) => ({
  title: { zh: "美国 E 条例", en: "Regulation E" },
  citation: same(`12 CFR 1005.11${paragraph}`),
  confirmed: true,
});
const regZ = (paragraph: string, limit: { readonly zh: string; readonly en: string } = same("")) => ({
  title: { zh: "美国 Z 条例", en: "Regulation Z" },
  citation: { zh: `12 CFR 1026.13${paragraph}${limit.zh}`, en: `12 CFR 1026.13${paragraph}${limit.en}` },
  confirmed: true,
});
const cfpb = (zh: string, en: string) => ({
  title: { zh: "CFPB 投诉流程", en: "CFPB complaint process" },
  citation: { zh, en },
  confirmed: true,
});

const errorNotice = { kind: "error-resolution", owner: "BANK", startsOn: "ERROR_NOTICED" } as const;
const complaint = { kind: "complaint-answer", owner: "DESK", startsOn: "COMPLAINT_RECEIVED" } as const;

const mustCredit = { zh: "须给予临时入账或作出决定", en: "Provisional credit is due, or the decision" };
const mustDecide = { zh: "须作出决定", en: "The decision is due" };
const breach = { zh: "违反规定，消费者可投诉", en: "A breach of the rule, open to complaint" };
const rightLost = { zh: "消费者可能丧失该项保护", en: "The consumer may lose this protection" };
const untimely = { zh: "记为逾期答复", en: "Counted as an untimely response" };

/** Statutes and agencies of the United States. */
export const usRules: readonly ClockRule[] = [
  {
    ...us,
    ...calendarDays(60),
    id: "us-reg-e-notice",
    kind: "consumer-right",
    owner: "CUSTOMER",
    startsOn: "STATEMENT_SENT",
    source: regE("(b)(1)(i)"),
    title: { zh: "Reg E 差错通知", en: "Reg E notice of error" },
    consequence: rightLost,
  },
  {
    ...us,
    ...businessDays(10),
    id: "us-reg-e-written-confirmation",
    kind: "consumer-right",
    owner: "CUSTOMER",
    startsOn: "ORAL_NOTICE",
    source: regE("(b)(2)"),
    title: { zh: "Reg E 书面确认", en: "Reg E written confirmation" },
    consequence: { zh: "机构可不予临时入账", en: "Provisional credit need not be given" },
  },
  {
    ...us,
    ...errorNotice,
    ...businessDays(10),
    id: "us-reg-e-decide",
    source: regE("(c)(1)"),
    title: { zh: "Reg E 决定或临时入账", en: "Reg E decision or provisional credit" },
    consequence: mustCredit,
  },
  {
    ...us,
    ...errorNotice,
    ...businessDays(20),
    id: "us-reg-e-decide-new-account",
    source: regE("(c)(3)(i)"),
    title: { zh: "Reg E 决定（新账户）", en: "Reg E decision, new account" },
    consequence: mustCredit,
  },
  {
    ...us,
    ...errorNotice,
    ...calendarDays(45),
    id: "us-reg-e-extended",
    source: regE("(c)(2)"),
    title: { zh: "Reg E 延长调查", en: "Reg E extended investigation" },
    consequence: mustDecide,
  },
  {
    ...us,
    ...errorNotice,
    ...calendarDays(90),
    id: "us-reg-e-extended-pos",
    source: regE("(c)(3)(ii)"),
    title: {
      zh: "Reg E 延长调查（POS 借记、境外、新账户）",
      en: "Reg E extended investigation: POS debit, abroad, new account",
    },
    consequence: mustDecide,
  },
  {
    ...us,
    ...businessDays(2),
    id: "us-reg-e-tell-credit",
    kind: "error-resolution",
    owner: "BANK",
    startsOn: "CREDIT_GIVEN",
    source: regE("(c)(2)(ii)"),
    title: { zh: "Reg E 告知临时入账", en: "Reg E tell about the credit" },
    consequence: breach,
  },
  {
    ...us,
    ...businessDays(1),
    id: "us-reg-e-correct",
    kind: "error-resolution",
    owner: "BANK",
    startsOn: "ERROR_FOUND",
    source: regE("(c)(2)(iii)"),
    title: { zh: "Reg E 更正差错", en: "Reg E correct the error" },
    consequence: breach,
  },
  {
    ...us,
    ...businessDays(3),
    id: "us-reg-e-report",
    kind: "error-resolution",
    owner: "BANK",
    startsOn: "INVESTIGATION_ENDED",
    source: regE("(c)(2)(iv), (d)(1)"),
    title: { zh: "Reg E 告知结果", en: "Reg E report of the result" },
    consequence: breach,
  },
  {
    ...us,
    ...businessDays(5),
    id: "us-reg-e-honour-items",
    kind: "error-resolution",
    owner: "BANK",
    startsOn: "DEBIT_NOTICED",
    source: regE("(d)(2)"),
    title: { zh: "Reg E 撤回入账后继续承付", en: "Reg E honour items after taking back the credit" },
    consequence: { zh: "此后可停止承付", en: "Items need no longer be honoured" },
  },
  {
    ...us,
    ...calendarDays(60),
    id: "us-reg-z-notice",
    kind: "consumer-right",
    owner: "CUSTOMER",
    startsOn: "STATEMENT_SENT",
    source: regZ("(b)"),
    title: { zh: "Reg Z 账单差错通知", en: "Reg Z notice of a billing error" },
    consequence: rightLost,
  },
  {
    ...us,
    ...errorNotice,
    ...calendarDays(30),
    id: "us-reg-z-acknowledge",
    source: regZ("(c)(1)"),
    title: { zh: "Reg Z 确认收到", en: "Reg Z acknowledgement" },
    consequence: breach,
  },
  {
    ...us,
    ...errorNotice,
    ...calendarDays(90),
    id: "us-reg-z-resolve",
    source: regZ("(c)(2)", {
      zh: "；两个完整账单周期，最长 90 天",
      en: "; two complete billing cycles, at most 90 days",
    }),
    title: { zh: "Reg Z 解决差错", en: "Reg Z resolution" },
    consequence: breach,
  },
  {
    ...us,
    ...complaint,
    ...calendarDays(15),
    id: "us-cfpb-answer",
    source: cfpb("投诉转至公司后 15 天内答复", "Response within 15 days of sending to the company"),
    title: { zh: "答复 CFPB 投诉", en: "Answer the CFPB complaint" },
    consequence: untimely,
  },
  {
    ...us,
    ...complaint,
    ...calendarDays(60),
    id: "us-cfpb-final",
    source: cfpb("投诉转至公司后 60 天内最终答复", "Final response within 60 days of sending to the company"),
    title: { zh: "CFPB 投诉最终答复", en: "Final answer to the CFPB complaint" },
    consequence: untimely,
  },
  {
    ...us,
    ...calendarDays(60),
    id: "us-cfpb-feedback",
    kind: "consumer-right",
    owner: "CUSTOMER",
    startsOn: "FINAL_RESPONSE_SENT",
    source: cfpb("消费者有 60 天反馈期", "The consumer has 60 days for feedback"),
    title: { zh: "消费者对 CFPB 答复的反馈", en: "Consumer's feedback to the CFPB" },
    consequence: { zh: "反馈期结束", en: "The time for feedback ends" },
  },
];
