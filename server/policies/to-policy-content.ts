import { badInput } from "../graphql/cursor.ts";
import { optionalText } from "../graphql/free-text.ts";
import { isZoneName } from "../kernel/zoned-time.ts";
import { isOneOf } from "../platform/one-of.ts";
import { fromColumns, type PolicyColumns, toColumns } from "./domain/columns.ts";
import { mostRows } from "./domain/content-faults.ts";
import {
  type AmountLimits,
  approvalPermissions,
  type BilingualText,
  type PolicyContent,
  type PolicyFacts,
  type PolicyRow,
  unknownWord,
} from "./domain/policy-content.ts";
import { channelWords, merchantAnswerWords, networkWords, reasonWords } from "./domain/policy-words.ts";
import { rowSentence } from "./domain/row-sentence.ts";
import type {
  BilingualTextType,
  PolicyCellsInput,
  PolicyContentInput,
  PolicyContentType,
  PolicyTableRowInput,
  PolicyTableRowType,
} from "./policy-content.type.ts";
import type { PolicyFactsInput } from "./policy-draft.input.ts";

const mostResponsibilities = 30;

interface Amount {
  readonly minor: bigint;
  readonly currency: string;
}

/** A text as it came over the wire: what no policy can say is the caller's mistake; what is merely unfinished may be kept. */
export function readContent(input: PolicyContentInput): PolicyContent {
  if (input.rows.length > mostRows) throw badInput(`\`rows\` must not be more than ${mostRows}.`);
  if (input.responsibilities.length > mostResponsibilities)
    throw badInput(`\`responsibilities\` must not be more than ${mostResponsibilities}.`);
  const { autoLimit } = input;
  return {
    title: text("title", input.title, 200),
    timeZone: zone("timeZone", input.timeZone),
    windowDays: days("windowDays", input.windowDays),
    windowDaysByReason: Object.fromEntries(
      input.windows.map(({ reason, days: count }) => [word("windows", reason, reasonWords), days("windows", count)]),
    ),
    proof: { needed: input.proofNeeded, anyOf: [...new Set(input.acceptedProofs)] },
    identityNeededAboveMinor: limits("identityNeededAbove", input.identityNeededAbove),
    goodsStateNeededFor: input.goodsStateNeededFor.map((reason) => word("goodsStateNeededFor", reason, reasonWords)),
    rows: input.rows.map((row) => readRow(row as PolicyTableRowInput)),
    otherwise: { ...readRow(input.otherwise as PolicyTableRowInput), when: [] },
    approvalTiers: [
      { permission: "approval.first", aboveMinor: limits("agentDecidesUpTo", input.agentDecidesUpTo) },
      { permission: "approval.second", aboveMinor: limits("supervisorGrantsUpTo", input.supervisorGrantsUpTo) },
    ],
    ...(autoLimit !== null && autoLimit !== undefined && { autoLimitMinor: limits("autoLimit", autoLimit) }),
    arrivalWorkingDays: {
      from: days("arrivalWorkingDaysFrom", input.arrivalWorkingDaysFrom),
      to: days("arrivalWorkingDaysTo", input.arrivalWorkingDaysTo),
    },
    appealWindowDays: days("appealWindowDays", input.appealWindowDays),
    reopenWindowDays: days("reopenWindowDays", input.reopenWindowDays),
    feesBorneBy: input.feesBorneBy,
    ...readFee(input),
    responsibilities: input.responsibilities.map(({ step, who, what }) => ({
      step: text("responsibilities", step, 100),
      who: text("responsibilities", who, 100),
      what: text("responsibilities", what, 1000),
    })),
    publicText: text("publicText", input.publicText, 20_000),
  };
}

/** A rate of nothing is none, so that a text without one stays the same text. */
function readFee({ feeBasisPoints, feeFixed }: PolicyContentInput): Pick<PolicyContent, "fee"> {
  const basisPoints = feeBasisPoints ?? 0;
  if (basisPoints < 0 || basisPoints > 10_000) throw badInput("`feeBasisPoints` must be between 0 and 10000.");
  const fixed = Object.entries(limits("feeFixed", feeFixed ?? [])).filter(([, minor]) => minor > 0);
  return basisPoints === 0 && fixed.length === 0 ? {} : { fee: { basisPoints, fixedMinor: Object.fromEntries(fixed) } };
}

function readRow({ when, outcome, straightThrough, approvals, because }: PolicyTableRowInput): PolicyRow {
  const levels = approvalPermissions.filter((level) => approvals.includes(level));
  if (approvals.some((level) => !isOneOf(approvalPermissions, level)))
    throw badInput("`approvals` may hold APPROVAL_FIRST and APPROVAL_SECOND.");
  return {
    when: fromColumns(readCells(when)),
    outcome,
    straightThrough: straightThrough && outcome === "APPROVE",
    because: text("because", because, 600),
    ...(levels.length > 0 && outcome === "APPROVE" && { approvals: levels }),
  };
}

function readCells(cells: PolicyCellsInput): PolicyColumns {
  return {
    reasons: words("reasons", cells.reasons, reasonWords),
    networks: words("networks", cells.networks, networkWords),
    channels: words("channels", cells.channels, channelWords),
    merchantAnswers: words("merchantAnswers", cells.merchantAnswers, merchantAnswerWords),
    currencies: cells.currencies ?? null,
    amountAbove: cells.amountAbove == null ? null : limits("amountAbove", cells.amountAbove),
    amountAtMost: cells.amountAtMost == null ? null : limits("amountAtMost", cells.amountAtMost),
    daysMoreThan: cells.daysMoreThan == null ? null : days("daysMoreThan", cells.daysMoreThan),
    daysAtMost: cells.daysAtMost == null ? null : days("daysAtMost", cells.daysAtMost),
    transactionFound: cells.transactionFound ?? null,
    amountRefundable: cells.amountRefundable ?? null,
    withinWindow: cells.withinWindow ?? null,
    proofPresent: cells.proofPresent ?? null,
    identityConfirmed: cells.identityConfirmed ?? null,
    goodsAccepted: cells.goodsAccepted ?? null,
  };
}

type Words = Readonly<Record<string, BilingualText>>;

function words(field: string, given: readonly string[] | null | undefined, table: Words): readonly string[] | null {
  return given == null ? null : [...new Set(given.map((each) => word(field, each, table)))];
}

function word(field: string, given: string, table: Words): string {
  if (given in table || (given === unknownWord && (table === networkWords || table === channelWords))) return given;
  throw badInput(`\`${field}\` does not know ${JSON.stringify(given.slice(0, 40))}.`);
}

function zone(field: string, given: string): string {
  if (!isZoneName(given)) throw badInput(`\`${field}\` must be the name of a time zone, such as Asia/Shanghai.`);
  return given;
}

function days(field: string, given: number): number {
  if (given < 0 || given > 3660) throw badInput(`\`${field}\` must be between 0 and 3660.`);
  return given;
}

function limits(field: string, given: readonly Amount[]): AmountLimits {
  return Object.fromEntries(
    given.map(({ minor, currency }) => {
      const limit = Number(minor);
      if (limit < 0 || !Number.isSafeInteger(limit)) throw badInput(`\`${field}\` holds an amount that is no limit.`);
      return [currency, limit];
    }),
  );
}

function text(field: string, { zh, en }: BilingualTextType, longest: number): BilingualText {
  return { zh: optionalText(field, zh, longest) ?? "", en: optionalText(field, en, longest) ?? "" };
}

/** The same the other way. */
export function toPolicyContent(content: PolicyContent): PolicyContentType {
  const tier = (permission: string) =>
    amounts(content.approvalTiers.find((known) => known.permission === permission)?.aboveMinor);
  return {
    title: content.title,
    timeZone: content.timeZone,
    windowDays: content.windowDays,
    windows: Object.entries(content.windowDaysByReason).map(([reason, count]) => ({ reason, days: count })),
    proofNeeded: content.proof.needed,
    acceptedProofs: [...content.proof.anyOf],
    identityNeededAbove: amounts(content.identityNeededAboveMinor),
    goodsStateNeededFor: [...content.goodsStateNeededFor],
    rows: content.rows.map(toTableRow),
    otherwise: toTableRow(content.otherwise),
    agentDecidesUpTo: tier("approval.first"),
    supervisorGrantsUpTo: tier("approval.second"),
    autoLimit: content.autoLimitMinor === undefined ? null : amounts(content.autoLimitMinor),
    arrivalWorkingDaysFrom: content.arrivalWorkingDays.from,
    arrivalWorkingDaysTo: content.arrivalWorkingDays.to,
    appealWindowDays: content.appealWindowDays,
    reopenWindowDays: content.reopenWindowDays,
    feesBorneBy: content.feesBorneBy,
    feeBasisPoints: content.fee?.basisPoints ?? null,
    feeFixed: content.fee === undefined ? null : amounts(content.fee.fixedMinor),
    responsibilities: [...content.responsibilities],
    publicText: content.publicText,
  };
}

export function toTableRow(row: PolicyRow): PolicyTableRowType {
  return {
    when: toCells(row),
    outcome: row.outcome,
    straightThrough: row.straightThrough,
    approvals: [...(row.approvals ?? [])],
    because: row.because,
    sentence: rowSentence(row),
  };
}

function toCells({ when }: Pick<PolicyRow, "when">): PolicyTableRowType["when"] {
  const columns = toColumns(when);
  const list = (given: readonly string[] | null) => (given === null ? null : [...given]);
  return {
    ...columns,
    reasons: list(columns.reasons),
    networks: list(columns.networks),
    channels: list(columns.channels),
    merchantAnswers: list(columns.merchantAnswers),
    currencies: list(columns.currencies),
    amountAbove: columns.amountAbove === null ? null : amounts(columns.amountAbove),
    amountAtMost: columns.amountAtMost === null ? null : amounts(columns.amountAtMost),
  };
}

function amounts(of: AmountLimits | undefined): Amount[] {
  return Object.entries(of ?? {}).map(([currency, minor]) => ({ minor: BigInt(minor), currency }));
}

/** The facts of a kept case as they came over the wire. */
export function readFacts({
  amount,
  alreadyBack,
  network,
  channel,
  daysSinceSale,
  ...facts
}: PolicyFactsInput): PolicyFacts {
  const amountMinor = Number(amount.minor);
  if (amountMinor <= 0 || !Number.isSafeInteger(amountMinor)) throw badInput("`amount` must be above zero.");
  const alreadyBackMinor = Number(alreadyBack?.minor ?? 0);
  if (
    alreadyBackMinor < 0 ||
    !Number.isSafeInteger(alreadyBackMinor) ||
    !Number.isSafeInteger(amountMinor + alreadyBackMinor)
  )
    throw badInput("`alreadyBack` must not be below zero.");
  if (alreadyBack != null && alreadyBack.currency !== amount.currency)
    throw badInput("`alreadyBack` must be in the currency of `amount`.");
  return {
    amountMinor,
    currency: amount.currency,
    reason: word("reason", facts.reason, reasonWords),
    merchantAnswer: word("merchantAnswer", facts.merchantAnswer, merchantAnswerWords),
    daysSinceSale: daysSinceSale == null ? null : days("daysSinceSale", daysSinceSale),
    transactionFound: daysSinceSale != null,
    amountRefundable: facts.amountRefundable,
    withinWindow: facts.withinWindow,
    proofPresent: facts.proofPresent,
    identityConfirmed: facts.identityConfirmed,
    goodsAccepted: facts.goodsAccepted,
    ...(network != null && { network: word("network", network, networkWords) }),
    ...(channel != null && { channel: word("channel", channel, channelWords) }),
    ...(alreadyBackMinor > 0 && { alreadyBackMinor }),
  };
}
