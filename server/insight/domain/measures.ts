import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { MeasureName, MeasureSubject, MeasureUnit } from "./words.ts";

export interface Measure {
  readonly unit: MeasureUnit;
  readonly subject: MeasureSubject;
  /** PERIOD: a number for each span of the period. NOW: as it stands at this moment, whatever the period. */
  readonly when: "PERIOD" | "NOW";
  readonly title: BilingualText;
  readonly meaning: BilingualText;
  readonly formula: BilingualText;
  /** Where the facts are taken from. */
  readonly source: BilingualText;
}

/** Every measure with its definition: what the page explains, what the API tells, and what the tests hold the queries to. */
export const measures: Readonly<Record<MeasureName, Measure>> = {
  OPENED: {
    ...{ unit: "COUNT", subject: "CASES", when: "PERIOD" },
    title: { zh: "新建案件", en: "Cases opened" },
    meaning: { zh: "有多少新的退款请求或争议进来。", en: "How much comes in." },
    formula: { zh: "开案日在该时段内的案件数。", en: "Cases whose day of opening lies in the span." },
    source: { zh: "案件的开案时间", en: "The time of opening kept with the case" },
  },
  CLOSED: {
    ...{ unit: "COUNT", subject: "CASES", when: "PERIOD" },
    title: { zh: "已结案件", en: "Cases closed" },
    meaning: { zh: "有多少案件办结，可与新建数对照。", en: "How much gets done, beside what comes in." },
    formula: {
      zh: "结案日在该时段内、目前仍为已结案的案件数；重新开启的不计。",
      en: "Cases closed in the span that are still closed; one that was reopened does not count.",
    },
    source: { zh: "案件的结案时间", en: "The time of closing kept with the case" },
  },
  OPEN_AGE: {
    ...{ unit: "COUNT", subject: "CASES", when: "NOW" },
    title: { zh: "未结案件的时长", en: "Age of open cases" },
    meaning: { zh: "未结案件已经开了多久。", en: "How long the open cases have been open." },
    formula: {
      zh: "未结案件按开案日到今天的自然日数分段。",
      en: "Open cases by the calendar days from the day of opening to today.",
    },
    source: { zh: "案件的开案时间", en: "The time of opening kept with the case" },
  },
  CLOCKS_AT_RISK: {
    ...{ unit: "COUNT", subject: "CASES", when: "NOW" },
    title: { zh: "时限风险", en: "Clocks at risk" },
    meaning: { zh: "有多少案件已超时或即将到期。", en: "How many cases are late or soon will be." },
    formula: {
      zh: "未结案件中，约束时限已过、今日内到期（含已过）、本周日前到期（含前两者）的数量；后一项包含前一项。",
      en: "Open cases whose binding clock has run out, runs out by tonight, or by Sunday night. Each includes the one before it.",
    },
    source: { zh: "案件的约束时限", en: "The clock that binds the case" },
  },
  MONEY_IN_FLIGHT: {
    ...{ unit: "MONEY", subject: "REFUNDS", when: "NOW" },
    title: { zh: "在途资金", en: "Money in flight" },
    meaning: {
      zh: "已冻结、尚未到账的退款；各币种分开，从不相加。",
      en: "Held for customers and not yet with them. Each currency by itself, never added up.",
    },
    formula: {
      zh: "仍冻结交易金额的退款，按状态与币种合计。",
      en: "The sum of the refunds that still hold money on their transaction, by state and currency.",
    },
    source: { zh: "退款的冻结标记", en: "The hold kept with the refund" },
  },
  TIME_TO_MONEY: {
    ...{ unit: "HOURS", subject: "REFUNDS", when: "PERIOD" },
    title: { zh: "到账用时", en: "Time to money" },
    meaning: {
      zh: "从提出请求到退款到账，顾客等了多久。",
      en: "How long customers waited from their request to their money.",
    },
    formula: {
      zh: "到账日在该时段内的退款，从开案到到账的小时数：中位数与第 90 百分位（线性插值）。",
      en: "Of the refunds settled in the span, the hours from the case's opening to settling: median and 90th percentile, interpolated.",
    },
    source: { zh: "案件的开案时间与退款的到账时间", en: "The case's opening and the refund's settling" },
  },
  LATE_ARRIVAL: {
    ...{ unit: "SHARE", subject: "REFUNDS", when: "PERIOD" },
    title: { zh: "逾期到账率", en: "Arrived late" },
    meaning: {
      zh: "承诺的到账日没有兑现的退款占比。",
      en: "The share of refunds that missed the day they were promised for.",
    },
    formula: {
      zh: "预计到账日在该时段内且已过去的退款（已取消的除外）中，到该日终仍未到账的占比。",
      en: "Of the refunds expected in the span whose day is over, cancelled ones left out, the share that had not settled by the end of that day.",
    },
    source: { zh: "退款的预计到账日与到账时间", en: "The refund's expected day and its settling" },
  },
  REFUSALS: {
    ...{ unit: "SHARE", subject: "CASES", when: "PERIOD" },
    title: { zh: "拒绝率", en: "Refusal rate" },
    meaning: { zh: "作出决定的请求中被拒绝的占比。", en: "The share of decided requests that were refused." },
    formula: {
      zh: "时段内至少被拒绝一次的案件数，除以时段内至少被批准或拒绝一次的案件数。",
      en: "Cases refused at least once in the span, of the cases approved or refused at least once in it.",
    },
    source: { zh: "案件事件：拒绝、批准、自动批准", en: "Events of the case: declined, approved, approved by policy" },
  },
  REVERSALS: {
    ...{ unit: "SHARE", subject: "CASES", when: "PERIOD" },
    title: { zh: "拒绝被推翻率", en: "Refusals overturned" },
    meaning: {
      zh: "被拒绝的请求中，后来被申诉、银行或消保机构推翻的占比。越近的时段，尚有时间被推翻。",
      en: "The share of refusals that did not stand: on appeal, at the bank or at an agency. Recent ones may still be overturned.",
    },
    formula: {
      zh: "时段内被拒绝的案件中，此后首个相反结论来自申诉（批准或接受方案）、银行裁定或机构结果的占比。",
      en: "Of the cases refused in the span, those where the next contrary word came on appeal (approved, or an offer accepted), from the bank, or from an agency, up to now.",
    },
    source: { zh: "案件事件", en: "Events of the case" },
  },
  DISPUTE_RATIO: {
    ...{ unit: "SHARE", subject: "DISPUTES", when: "PERIOD" },
    title: { zh: "商户争议比", en: "Dispute ratio by merchant" },
    meaning: {
      zh: "商户的争议相对其交易的比例，对照卡组织的监控阈值。",
      en: "A merchant's disputes against its sales, beside the thresholds that the networks watch.",
    },
    formula: {
      zh: "商户每个自然月在某卡组织新开的争议数，除以当月（万事达卡为上月）该卡组织的消费与预授权完成笔数；只列有争议的月份，取比例最高的二十行。",
      en: "Disputes opened in a calendar month on one network, over the merchant's sales and completions on it in that month, for Mastercard in the month before. Months with disputes, the twenty highest.",
    },
    source: {
      zh: "争议的开启时间与结算文件中的交易",
      en: "The disputes' opening, and the sales in the settlement files",
    },
  },
};
