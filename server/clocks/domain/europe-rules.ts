import type { ClockRule } from "./clock-rule.ts";

const abroad = {
  version: 1,
  endsAt: "END_OF_DAY",
  pausedIn: [],
  warnAt: 0.3,
  effectiveFrom: null,
  effectiveUntil: null,
} as const;

const uk = { ...abroad, timeZone: "Europe/London", jurisdiction: "GB" } as const;
const eu = { ...abroad, timeZone: "Europe/Brussels", jurisdiction: "EU" } as const;

/** Public holidays of these places are not held: a date may come out early for who must act, never late. */
const businessDays = (length: number) => ({ length, unit: "WORKING_DAYS", calendar: "WEEKDAYS" }) as const;
const calendarDays = (length: number) => ({ length, unit: "CALENDAR_DAYS", calendar: "EVERY_DAY" }) as const;

const disp = (paragraph: string, limit = { zh: "", en: "" }) => ({
  title: { zh: "英国 FCA 手册", en: "FCA Handbook" },
  citation: { zh: `DISP ${paragraph}${limit.zh}`, en: `DISP ${paragraph}${limit.en}` },
  confirmed: true,
});
const psd2 = (article: number, confirmed: boolean, limit = { zh: "", en: "" }) => ({
  title: { zh: "欧盟指令 (EU) 2015/2366", en: "Directive (EU) 2015/2366" },
  citation: { zh: `第 ${article} 条${limit.zh}`, en: `Art. ${article}${limit.en}` },
  confirmed,
});

const exceptionally = { zh: "，例外情形，须先作中期答复", en: ", exceptional, with a holding answer" };

const complaint = { kind: "complaint-answer", owner: "DESK", startsOn: "COMPLAINT_RECEIVED" } as const;

const breach = { zh: "违反规定，消费者可投诉", en: "A breach of the rule, open to complaint" };
const ombudsman = { zh: "顾客可向金融申诉专员申诉", en: "The customer may go to the ombudsman" };

/** Statutes of the United Kingdom and the European Union. */
export const europeRules: readonly ClockRule[] = [
  {
    ...uk,
    ...complaint,
    ...calendarDays(56),
    id: "uk-disp-final-response",
    source: disp("1.6.2R", { zh: "，八周", en: ", eight weeks" }),
    title: { zh: "英国投诉最终答复（8 周）", en: "UK final response, eight weeks" },
    consequence: ombudsman,
  },
  {
    ...uk,
    ...complaint,
    ...businessDays(15),
    id: "uk-payment-complaint",
    source: disp("1.6.2A"),
    title: { zh: "英国支付投诉最终答复", en: "UK payment complaint, final response" },
    consequence: ombudsman,
  },
  {
    ...uk,
    ...complaint,
    ...businessDays(35),
    id: "uk-payment-complaint-exceptional",
    source: disp("1.6.2A", exceptionally),
    title: { zh: "英国支付投诉（例外情形）", en: "UK payment complaint, exceptional" },
    consequence: ombudsman,
  },
  {
    ...eu,
    ...complaint,
    ...businessDays(15),
    id: "eu-psd2-complaint",
    source: psd2(101, true),
    title: { zh: "欧盟支付投诉答复", en: "EU payment complaint" },
    consequence: breach,
  },
  {
    ...eu,
    ...complaint,
    ...businessDays(35),
    id: "eu-psd2-complaint-exceptional",
    source: psd2(101, true, exceptionally),
    title: { zh: "欧盟支付投诉答复（例外情形）", en: "EU payment complaint, exceptional" },
    consequence: breach,
  },
  {
    ...eu,
    ...businessDays(1),
    id: "eu-psd2-unauthorised-refund",
    kind: "error-resolution",
    owner: "BANK",
    startsOn: "UNAUTHORISED_NOTICED",
    source: psd2(73, false),
    title: { zh: "欧盟未授权支付退款", en: "EU refund of an unauthorised payment" },
    consequence: breach,
  },
];
