import { formatMoney, money } from "../../kernel/money.ts";
import {
  type AmountLimits,
  type BilingualText,
  type Condition,
  type PolicyFacts,
  type PolicyTrace,
  unknownWord,
  type WordFact,
} from "./policy-content.ts";
import {
  channelWords,
  inSentence,
  merchantAnswerWords,
  networkWords,
  reasonWords,
  wordsOf,
  yesNoWords,
} from "./policy-words.ts";

/** The two languages in which rules are read. */
export type RuleLocale = "zh-CN" | "en";

/** A condition in words: a clause without a capital or a full stop, as it stands in a list. */
export function describeCondition(condition: Condition, locale: RuleLocale): string {
  const say = sayIn(locale);
  if ("is" in condition) return say(yesNoWords[condition.fact][condition.is ? "yes" : "no"]);
  if ("in" in condition) {
    const values = condition.in.map((word) => say(valueWords(condition.fact, word)));
    return say(clauseOf(condition.fact, anyOf(values, locale)));
  }
  if (condition.fact === "amount") {
    return "atMost" in condition
      ? say(amountWithin(limitsIn(condition.atMost, locale)))
      : say(amountAbove(limitsIn(condition.above, locale)));
  }
  return "atMost" in condition
    ? say({ zh: `距交易日不超过 ${condition.atMost} 天`, en: `at most ${days(condition.atMost)} since the sale` })
    : say({ zh: `距交易日超过 ${condition.moreThan} 天`, en: `more than ${days(condition.moreThan)} since the sale` });
}

/** What the case itself says to the fact that a condition asks about. */
export function describeFact(fact: Condition["fact"], facts: PolicyFacts, locale: RuleLocale): string {
  const say = sayIn(locale);
  switch (fact) {
    case "amount": {
      const amount = amountIn(facts.amountMinor, facts.currency, locale);
      return say({ zh: `金额为 ${amount}`, en: `the amount is ${amount}` });
    }
    case "daysSinceSale": {
      const since = facts.daysSinceSale;
      if (since === null) return say(yesNoWords.transactionFound.no);
      return say({ zh: `距交易日 ${since} 天`, en: `${days(since)} since the sale` });
    }
    case "reason":
    case "currency":
    case "merchantAnswer":
    case "network":
    case "channel":
      return say(clauseOf(fact, say(valueWords(fact, facts[fact] ?? unknownWord))));
    default:
      return say(yesNoWords[fact][facts[fact] ? "yes" : "no"]);
  }
}

const factsInOrder = [
  "amount",
  "reason",
  "daysSinceSale",
  "merchantAnswer",
  "transactionFound",
  "amountRefundable",
  "withinWindow",
  "proofPresent",
  "identityConfirmed",
  "goodsAccepted",
  "network",
  "channel",
] as const satisfies readonly Condition["fact"][];

/** Everything that the decision rested on, one clause a fact; what the case does not know is left out. */
export function describeFacts(facts: PolicyFacts, locale: RuleLocale): readonly string[] {
  const clauses = factsInOrder
    .filter((fact) => fact === "amount" || facts[fact] !== undefined)
    .map((fact) => describeFact(fact, facts, locale));
  const { alreadyBackMinor: before = 0, currency } = facts;
  return before === 0 ? clauses : [...clauses, sayIn(locale)(wentBefore(amountIn(before, currency, locale)))];
}

export interface TraceLine {
  readonly rowNumber: number | null;
  readonly hit: boolean;
  readonly text: string;
}

/** Why this decision and no other: one sentence a row, down to the one that decided. */
export function describeTrace(trace: PolicyTrace, facts: PolicyFacts, locale: RuleLocale): readonly TraceLine[] {
  const say = sayIn(locale);
  const lines: TraceLine[] = trace.rows.map(({ rowNumber, hit, failed }) => {
    if (failed === null) return { rowNumber, hit, text: say(rowFits(rowNumber, trace.because)) };
    const [needed, found] = [
      describeCondition(inCurrency(failed, facts.currency), locale),
      describeFact(failed.fact, facts, locale),
    ];
    return { rowNumber, hit, text: say(rowMissed(rowNumber, needed, found)) };
  });
  if (trace.rowNumber === null) lines.push({ rowNumber: null, hit: true, text: say(noRowFits(trace.because)) });
  if (trace.aboveTogether !== true) return lines;
  const { amountMinor, alreadyBackMinor: before = 0, currency } = facts;
  const [earlier, together] = [before, before + amountMinor].map((minor) => amountIn(minor, currency, locale));
  return [...lines, { rowNumber: null, hit: false, text: say(byHand(earlier ?? "", together ?? "")) }];
}

const wentBefore = (amount: string): BilingualText => ({
  zh: `同一笔交易此前已退或正在退 ${amount}`,
  en: `${amount} has gone back over the same payment before, or is on its way`,
});

const byHand = (before: string, together: string): BilingualText => ({
  zh: `不自动退款：同一笔交易此前已退或正在退 ${before}，连同本次共 ${together}，超出自动退款的限额，须人工处理。`,
  en: `It does not go by itself: with the ${before} that went back over the same payment before, it makes ${together}, more than goes without a person.`,
});

const rowFits = (row: number, because: BilingualText): BilingualText => ({
  zh: `第 ${row} 行符合：${because.zh}`,
  en: `Row ${row} fits: ${because.en}`,
});

const rowMissed = (row: number, needed: string, found: string): BilingualText => ({
  zh: `第 ${row} 行不符合。要求：${needed}；本案：${found}。`,
  en: `Row ${row} does not fit. It asks for: ${needed}. Here: ${found}.`,
});

const noRowFits = (because: BilingualText): BilingualText => ({
  zh: `没有一行符合，按兜底规则处理：${because.zh}`,
  en: `No row fits, so the last resort holds: ${because.en}`,
});

const amountWithin = (limits: BilingualText): BilingualText => ({
  zh: `金额不超过 ${limits.zh}`,
  en: `the amount is at most ${limits.en}`,
});

const amountAbove = (limits: BilingualText): BilingualText => ({
  zh: `金额超过 ${limits.zh}`,
  en: `the amount is above ${limits.en}`,
});

/** Of limits in many currencies, the reader of one case wants that of its own. */
function inCurrency(condition: Condition, currency: string): Condition {
  if (condition.fact !== "amount") return condition;
  const only = (limits: AmountLimits): AmountLimits => {
    const limit = limits[currency];
    return limit === undefined ? limits : { [currency]: limit };
  };
  return "atMost" in condition
    ? { ...condition, atMost: only(condition.atMost) }
    : { ...condition, above: only(condition.above) };
}

const noWords: Readonly<Record<string, BilingualText>> = {};
const wordTables: Readonly<Record<WordFact, Readonly<Record<string, BilingualText>>>> = {
  reason: reasonWords,
  merchantAnswer: merchantAnswerWords,
  network: networkWords,
  channel: channelWords,
  currency: noWords,
};

function valueWords(fact: WordFact, value: string): BilingualText {
  if (value === unknownWord) return { zh: "未知", en: "not known" };
  const words = wordsOf(wordTables[fact], value);
  return fact === "reason" ? inSentence(words) : words;
}

function clauseOf(fact: WordFact, values: string): BilingualText {
  switch (fact) {
    case "reason":
      return { zh: `原因为${values}`, en: `the reason is ${values}` };
    case "currency":
      return { zh: `币种为 ${values}`, en: `the currency is ${values}` };
    case "merchantAnswer":
      return { zh: values, en: values };
    case "network":
      return { zh: `卡组织为${values}`, en: `the card's network is ${values}` };
    case "channel":
      return { zh: `受理渠道为${values}`, en: `the request came by ${values}` };
  }
}

function amountIn(minor: number, currency: string, locale: RuleLocale): string {
  return formatMoney(money(BigInt(minor), currency), locale);
}

function limitsIn(limits: AmountLimits, locale: RuleLocale): BilingualText {
  const amounts = Object.entries(limits).map(([currency, minor]) => amountIn(minor, currency, locale));
  const text = anyOf(amounts, locale);
  return { zh: text, en: text };
}

/** In Chinese a sum keeps the space that stands beside Latin letters and figures. */
export function anyOf(values: readonly string[], locale: RuleLocale): string {
  const text = new Intl.ListFormat(locale, { type: "disjunction" }).format(values);
  return locale === "zh-CN" ? text.replace(/(?<=\w)或(?=\w)/g, " 或 ") : text;
}

export function sayIn(locale: RuleLocale): (text: BilingualText) => string {
  return (text) => (locale === "zh-CN" ? text.zh : text.en);
}

const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
