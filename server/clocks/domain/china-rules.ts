import { day } from "../../kernel/day.ts";
import type { ClockRule } from "./clock-rule.ts";

const china = {
  version: 1,
  timeZone: "Asia/Shanghai",
  endsAt: "END_OF_DAY",
  pausedIn: [],
  warnAt: 0.3,
  jurisdiction: "CN",
  effectiveFrom: null,
  effectiveUntil: null,
} as const;

const workingDays = (length: number) => ({ length, unit: "WORKING_DAYS", calendar: "CN" }) as const;
const calendarDays = (length: number) => ({ length, unit: "CALENDAR_DAYS", calendar: "EVERY_DAY" }) as const;

const oldMeasures = {
  zh: "市场监督管理投诉举报处理暂行办法",
  en: "Interim Measures for Complaints and Reports in Market Regulation",
};
const consumerLaw = { zh: "消费者权益保护法", en: "Consumer Rights Protection Law" };
/** Order 121 replaced the measures; its figure for mediation is still to be read. */
const replacedOn = { effectiveUntil: day("2026-04-14") } as const;
const inForceSince = { version: 2, effectiveFrom: day("2026-04-15") } as const;

const accept = {
  ...china,
  ...workingDays(7),
  id: "agency-accept",
  kind: "agency-accept",
  owner: "AGENCY",
  startsOn: "LODGED",
  title: { zh: "12315 受理或告知", en: "12315 accepts or informs" },
  consequence: { zh: "向受理机关查询", en: "The agency is asked" },
} as const;

const mediation = {
  ...china,
  ...workingDays(45),
  id: "agency-mediation",
  kind: "agency-mediation",
  owner: "AGENCY",
  startsOn: "ACCEPTED",
  title: { zh: "12315 调解", en: "12315 mediation" },
  consequence: { zh: "未达成协议的，终止调解", en: "Without an agreement the mediation ends" },
} as const;

/** Mainland China's statutes and agencies. */
export const chinaRules: readonly ClockRule[] = [
  {
    ...accept,
    ...replacedOn,
    source: { title: oldMeasures, citation: { zh: "第十四条", en: "Article 14" }, confirmed: true },
  },
  {
    ...accept,
    ...inForceSince,
    source: { title: consumerLaw, citation: { zh: "第四十六条", en: "Article 46" }, confirmed: true },
  },
  {
    ...mediation,
    ...replacedOn,
    source: { title: oldMeasures, citation: { zh: "第二十一、二十二条", en: "Articles 21 and 22" }, confirmed: true },
  },
  {
    ...mediation,
    ...inForceSince,
    source: {
      title: { zh: "国家市场监督管理总局令第121号", en: "Order 121 of the State Administration for Market Regulation" },
      citation: {
        zh: "2026-04-15 起施行，取代暂行办法；新调解期限未核实，暂沿用 45 个工作日",
        en: "in force since 2026-04-15 in place of the interim measures; its time for mediation was not checked, 45 working days go on meanwhile",
      },
      confirmed: false,
    },
  },
  {
    ...china,
    ...calendarDays(7),
    id: "cn-quality-return",
    kind: "consumer-right",
    owner: "CUSTOMER",
    startsOn: "GOODS_RECEIVED",
    source: { title: consumerLaw, citation: { zh: "第二十四条", en: "Article 24" }, confirmed: true },
    title: { zh: "质量问题退货", en: "Return for quality" },
    consequence: { zh: "不再可直接退货，依约定或法定条件处理", en: "No return as of right; terms and statute apply" },
  },
  {
    ...china,
    ...calendarDays(7),
    id: "cn-no-reason-return",
    kind: "consumer-right",
    owner: "CUSTOMER",
    startsOn: "GOODS_RECEIVED",
    source: {
      title: consumerLaw,
      citation: {
        zh: "第二十五条；仅限网络、电视、电话、邮购，不含门店购买",
        en: "Article 25; by internet, television, telephone or post only, not in a shop",
      },
      confirmed: true,
    },
    title: { zh: "无理由退货（非门店）", en: "Return without reason (never for a purchase in a shop)" },
    consequence: { zh: "无理由退货权消灭", en: "The right to return without reason ends" },
  },
  {
    ...china,
    ...calendarDays(7),
    id: "cn-pay-back-after-return",
    kind: "consumer-right",
    owner: "MERCHANT",
    startsOn: "RETURN_RECEIVED",
    source: { title: consumerLaw, citation: { zh: "第二十五条", en: "Article 25" }, confirmed: true },
    title: { zh: "退货后返还货款", en: "Pay back after a return" },
    consequence: { zh: "商户逾期返还货款", en: "The merchant is late in paying back" },
  },
  {
    ...china,
    ...calendarDays(15),
    id: "cn-deliberate-delay",
    kind: "consumer-right",
    owner: "MERCHANT",
    startsOn: "REFUND_ASKED",
    source: {
      title: { zh: "侵害消费者权益行为处罚办法", en: "Measures for Penalties for Infringing Consumers' Rights" },
      citation: { zh: "第八至十条", en: "Articles 8 to 10" },
      confirmed: true,
    },
    title: { zh: "故意拖延退款认定期", en: "Deliberate delay" },
    consequence: {
      zh: "超过十五日未退款，视为故意拖延或无理拒绝",
      en: "More than 15 days without refund counts as refusal or delay",
    },
  },
  {
    ...china,
    ...workingDays(15),
    id: "cn-report-check",
    kind: "complaint-answer",
    owner: "AGENCY",
    effectiveUntil: day("2026-04-14"),
    startsOn: "LEAD_FOUND",
    source: {
      title: oldMeasures,
      citation: {
        zh: "第二十三、三十一、三十二条；可延长十五个工作日",
        en: "Articles 23, 31 and 32; may be extended by fifteen working days",
      },
      confirmed: true,
    },
    title: { zh: "举报核查", en: "Check of a report" },
    consequence: { zh: "可延长一次", en: "It may be extended once" },
  },
  {
    ...china,
    ...calendarDays(15),
    id: "cn-banking-complaint",
    kind: "complaint-answer",
    owner: "BANK",
    startsOn: "COMPLAINT_RECEIVED",
    source: {
      title: {
        zh: "银行业保险业消费投诉处理管理办法",
        en: "Measures for Consumer Complaints in Banking and Insurance",
      },
      citation: { zh: "2020 年第 3 号令；据二手资料", en: "Order 3 of 2020; at second hand" },
      confirmed: false,
    },
    title: { zh: "银行消费投诉处理决定", en: "Bank decides a complaint" },
    consequence: { zh: "可向监管机构反映", en: "It may be taken to the regulator" },
  },
];
