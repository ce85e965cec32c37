import type { TFunction } from "i18next";
import { exactText } from "../i18n/times.ts";
import { amountText } from "../ui/amount.ts";

interface Fact {
  readonly name: string;
  readonly value: string;
}

type Words = Readonly<Record<string, string>>;
type Telling = TFunction<"console">;

/**
 * What an event recorded, in words: a name for each fact and its value as it is called elsewhere. What has no word of its own
 * (an id, a code of somebody else's) stands as it was recorded.
 */
export function factsInWords(facts: readonly Fact[], t: Telling): readonly (readonly [name: string, value: string])[] {
  const found = new Map(facts.map(({ name, value }) => [name, value]));
  const told = facts.flatMap(({ name, value }): readonly (readonly [string, string])[] => {
    const whole = name.replace(/\.(minor|currency)$/, "");
    if (whole === name) return [[nameOf(name, t), inWords(name, value, t)]];
    const [minor, currency] = [found.get(`${whole}.minor`), found.get(`${whole}.currency`)];
    if (minor === undefined || currency === undefined || !/^-?\d+$/.test(minor)) return [[nameOf(name, t), value]];
    // The two are one amount, told where its number stands.
    return name.endsWith(".minor") ? [[nameOf(whole, t), amountText({ minor, currency })]] : [];
  });
  return numbered(told, t);
}

/** "messages.0.thread" is of a message; of a check it is the check's own name. */
function nameOf(path: string, t: Telling): string {
  const parts = path.split(".").filter((part) => !/^\d+$/.test(part));
  const last = parts.at(-1) ?? path;
  if (parts.at(-2) === "checks") return said(t("checkKind", { returnObjects: true }), last);
  const names: Words = t("audit.log.fact", { returnObjects: true });
  const own = said(names, last);
  const [group] = parts;
  const of: Words = t("audit.log.factOf", { returnObjects: true });
  return parts.length > 1 && group !== undefined && Object.hasOwn(of, group)
    ? t("audit.log.factIn", { of: said(of, group), name: own })
    : own;
}

function inWords(path: string, value: string, t: Telling): string {
  if (value === "true" || value === "false") return t(value === "true" ? "policies.yes" : "policies.no");
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return exactText(value);
  // The step of a dispute or a referral is written with what it is of.
  const word = path.endsWith("step") ? value.slice(value.indexOf(":") + 1) : value;
  for (const words of dictionariesOf(path, t)) if (Object.hasOwn(words, word)) return said(words, word);
  return value;
}

/** The words that a fact may be told in; the first that knows it tells it. */
function dictionariesOf(path: string, t: Telling): readonly Words[] {
  const all = { returnObjects: true } as const;
  if (path.startsWith("checks.")) return [t("checkOutcome", all)];
  if (path === "decision.outcome") return [t("policyOutcome", all)];
  switch (path.split(".").at(-1)) {
    case "check":
      return [t("checkKind", all)];
    case "outcome":
      return [t("checkOutcome", all), t("caseOutcome", all), t("agencyOutcome", all)];
    case "thread":
      return [t("messageThread", all)];
    case "network":
      return [t("cardNetwork", all)];
    case "kind":
      return [t("proofKind", all)];
    case "reason":
      return [t("caseReason", all)];
    case "origin":
      return [t("caseOrigin", all)];
    case "channel":
      return [t("caseChannel", all)];
    case "ruling":
      return [t("bankRuling", all)];
    case "step":
      return [t("disputeStep", all), t("referralStep", all)];
    case "disputeStep":
      return [t("disputeStep", all)];
    case "disputeState":
    case "state":
      return [t("disputeState", all)];
    case "from":
    case "to":
      return [t("referralState", all), t("caseState", all)];
    case "event":
    case "refundEvent":
      return [t("audit.log.refundEvent", all)];
    case "refundKind":
      return [t("audit.log.refundKind", all)];
    case "refundMode":
      return [t("audit.log.refundMode", all)];
    default:
      return [];
  }
}

/** Two facts of one name are told apart by a number. */
function numbered(told: readonly (readonly [string, string])[], t: Telling) {
  const times = new Map<string, number>();
  return told.map(([name, value]) => {
    const count = (times.get(name) ?? 0) + 1;
    times.set(name, count);
    return [count === 1 ? name : t("audit.log.factNumbered", { name, number: count }), value] as const;
  });
}

function said(words: Words, word: string): string {
  return Object.hasOwn(words, word) ? (words[word] ?? word) : word;
}
