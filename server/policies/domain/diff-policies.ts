import { formatMoney, money } from "../../kernel/money.ts";
import { emptyColumns, type PolicyColumns, toColumns } from "./columns.ts";
import type { RuleLocale } from "./describe.ts";
import { bearerWords, feeFixed, feeShare } from "./fee-words.ts";
import type { AmountLimits, BilingualText, PolicyContent, PolicyRow } from "./policy-content.ts";
import { inSentence, outcomeWords, proofWords, reasonWords, wordsOf } from "./policy-words.ts";
import { rowSentence } from "./row-sentence.ts";

/** One difference between two versions, said in words, with what stood and what stands; null where there was or is nothing. */
export interface PolicyChange {
  readonly part: PolicyPart;
  readonly kind: "ADDED" | "REMOVED" | "CHANGED" | "MOVED";
  /** The place of a row in each table, from one. */
  readonly rowBefore: number | null;
  readonly rowAfter: number | null;
  readonly words: BilingualText;
  readonly before: BilingualText | null;
  readonly after: BilingualText | null;
  /** False where only the wording differs: no case is decided or handled otherwise for it. */
  readonly binds: boolean;
}

export const policyParts = ["SCOPE", "PROOF", "TIMES", "TABLE", "APPROVALS", "FEES", "CONTEST", "PUBLIC_TEXT"] as const;
export type PolicyPart = (typeof policyParts)[number];

/** Everything that differs, in the order of the document. */
export function diffPolicies(before: PolicyContent, after: PolicyContent): readonly PolicyChange[] {
  const values = fields.flatMap(({ part, name, show }): readonly PolicyChange[] => {
    const [was, is] = [show(before), show(after)];
    if (was.zh === is.zh && was.en === is.en) return [];
    const binds = part !== "SCOPE" && part !== "PUBLIC_TEXT";
    return [{ part, kind: "CHANGED", rowBefore: null, rowAfter: null, words: name, before: was, after: is, binds }];
  });
  const rows = diffRows(before.rows, after.rows);
  const last = sameRow(before.otherwise, after.otherwise)
    ? []
    : [changedRow(before.otherwise, null, after.otherwise, null)];
  const at = values.findIndex(({ part }) => policyParts.indexOf(part) > policyParts.indexOf("TABLE"));
  const split = at === -1 ? values.length : at;
  return [...values.slice(0, split), ...rows, ...last, ...values.slice(split)];
}

const text = (show: (locale: RuleLocale) => string): BilingualText => ({ zh: show("zh-CN"), en: show("en") });
const said = (value: BilingualText, locale: RuleLocale) => (locale === "zh-CN" ? value.zh : value.en);
const list = (values: readonly string[], locale: RuleLocale) =>
  values.length === 0 ? (locale === "zh-CN" ? "无" : "none") : values.join(locale === "zh-CN" ? "、" : ", ");

function limits(of: AmountLimits | undefined, locale: RuleLocale): string {
  const amounts = Object.entries(of ?? {}).map(([currency, minor]) =>
    formatMoney(money(BigInt(minor), currency), locale),
  );
  return list(amounts, locale);
}

interface ComparedField {
  readonly part: PolicyPart;
  readonly name: BilingualText;
  readonly show: (content: PolicyContent) => BilingualText;
}

const days = (count: number): BilingualText => ({ zh: `${count} 天`, en: count === 1 ? "1 day" : `${count} days` });
const tier = (content: PolicyContent, permission: string) =>
  content.approvalTiers.find((known) => known.permission === permission)?.aboveMinor;

/** What a reader compares beside the table, in the order in which the document says it. */
const fields: readonly ComparedField[] = [
  { part: "SCOPE", name: { zh: "标题", en: "The title" }, show: ({ title }) => title },
  {
    part: "PROOF",
    name: { zh: "可接受的凭证", en: "The proof that is accepted" },
    show: ({ proof }) =>
      text((locale) => list(proof.needed ? proof.anyOf.map((kind) => said(proofWords[kind], locale)) : [], locale)),
  },
  {
    part: "PROOF",
    name: { zh: "需核实身份的金额", en: "Above which amount we make sure who asks" },
    show: ({ identityNeededAboveMinor }) => text((locale) => limits(identityNeededAboveMinor, locale)),
  },
  {
    part: "PROOF",
    name: { zh: "需确认商品状态的原因", en: "Reasons for which the goods are looked at" },
    show: ({ goodsStateNeededFor }) =>
      text((locale) =>
        list(
          goodsStateNeededFor.map((reason) => said(inSentence(wordsOf(reasonWords, reason)), locale)),
          locale,
        ),
      ),
  },
  {
    part: "TIMES",
    name: { zh: "计算天数的时区", en: "The time zone in which days are counted" },
    show: ({ timeZone }) => ({ zh: timeZone, en: timeZone }),
  },
  { part: "TIMES", name: { zh: "受理期限", en: "The window" }, show: ({ windowDays }) => days(windowDays) },
  {
    part: "TIMES",
    name: { zh: "特定原因的受理期限", en: "Windows of their own" },
    show: ({ windowDaysByReason }) =>
      text((locale) =>
        list(
          Object.entries(windowDaysByReason).map(
            ([reason, count]) =>
              `${said(inSentence(wordsOf(reasonWords, reason)), locale)} ${said(days(count), locale)}`,
          ),
          locale,
        ),
      ),
  },
  {
    part: "TIMES",
    name: { zh: "预计到账时间", en: "When the money usually arrives" },
    show: ({ arrivalWorkingDays: { from, to } }) => ({
      zh: `${from} 至 ${to} 个工作日`,
      en: `${from} to ${to} working days`,
    }),
  },
  {
    part: "APPROVALS",
    name: { zh: "客服可独立决定的金额", en: "What the agent decides alone" },
    show: (content) => text((locale) => limits(tier(content, "approval.first"), locale)),
  },
  {
    part: "APPROVALS",
    name: { zh: "主管可独立审批的金额", en: "What a supervisor grants without compliance" },
    show: (content) => text((locale) => limits(tier(content, "approval.second"), locale)),
  },
  {
    part: "APPROVALS",
    name: { zh: "自动退款上限", en: "The most that is refunded with nobody's hand" },
    show: ({ autoLimitMinor }) => text((locale) => limits(autoLimitMinor, locale)),
  },
  {
    part: "FEES",
    name: { zh: "费用承担", en: "Who bears the fee" },
    show: ({ feesBorneBy }) => bearerWords[feesBorneBy],
  },
  {
    part: "FEES",
    name: { zh: "退款费用", en: "What a refund costs" },
    show: ({ fee }) =>
      text((locale) =>
        list(
          [feeShare(fee), ...feeFixed(fee, locale)].filter((part) => part !== null),
          locale,
        ),
      ),
  },
  {
    part: "CONTEST",
    name: { zh: "异议期限", en: "The time to contest" },
    show: (content) => days(content.appealWindowDays),
  },
  {
    part: "CONTEST",
    name: { zh: "重新受理期限", en: "The time to take a case up again" },
    show: (content) => days(content.reopenWindowDays),
  },
  { part: "PUBLIC_TEXT", name: { zh: "公开文本", en: "The public text" }, show: ({ publicText }) => publicText },
  {
    part: "PUBLIC_TEXT",
    name: { zh: "职责分工", en: "Who answers for what" },
    show: ({ responsibilities }) =>
      text((locale) =>
        responsibilities
          .map(({ step, who, what }) => [step, who, what].map((each) => said(each, locale)).join(" · "))
          .join("\n"),
      ),
  },
];

function diffRows(before: readonly PolicyRow[], after: readonly PolicyRow[]): readonly PolicyChange[] {
  const pairs = pairRows(before, after);
  const removed = before.flatMap((row, at) =>
    pairs.some((pair) => pair.before === at) ? [] : [removedRow(row, at + 1)],
  );
  const stayed = longestRising(pairs.map((pair) => pair.before));
  const changes = after.flatMap((row, at): readonly PolicyChange[] => {
    const pair = pairs.find((known) => known.after === at);
    const old = pair === undefined ? undefined : before[pair.before];
    if (pair === undefined || old === undefined) return [addedRow(row, at + 1)];
    if (!sameRow(old, row)) return [changedRow(old, pair.before + 1, row, at + 1)];
    return stayed.has(pair.before) ? [] : [movedRow(row, pair.before + 1, at + 1)];
  });
  return [...changes, ...removed];
}

/** Which row became which: the same words first, then those that share most of their cells. */
function pairRows(before: readonly PolicyRow[], after: readonly PolicyRow[]) {
  const pairs: { before: number; after: number }[] = [];
  const free = (at: number) => !pairs.some((pair) => pair.before === at);
  for (const [at, row] of after.entries()) {
    const same = before.findIndex((old, was) => free(was) && sameRow(old, row));
    if (same !== -1) pairs.push({ before: same, after: at });
  }
  for (const [at, row] of after.entries()) {
    if (pairs.some((pair) => pair.after === at)) continue;
    const [best] = before
      .map((old, was) => ({ was, likeness: free(was) ? likeness(old, row) : 0, away: Math.abs(was - at) }))
      .sort((left, right) => right.likeness - left.likeness || left.away - right.away);
    if (best !== undefined && best.likeness >= 0.6) pairs.push({ before: best.was, after: at });
  }
  return pairs.sort((left, right) => left.after - right.after);
}

/** How many of the cells that either row fills are the same; the outcome and the note count as cells. */
function likeness(left: PolicyRow, right: PolicyRow): number {
  const [one, other] = [cellsOf(left), cellsOf(right)];
  const names = new Set([...one.keys(), ...other.keys()]);
  const same = [...names].filter((name) => one.get(name) === other.get(name)).length;
  return names.size === 0 ? 1 : same / names.size;
}

function cellsOf(row: PolicyRow): ReadonlyMap<string, string> {
  const columns = toColumns(row.when);
  const asked = (Object.keys(emptyColumns) as (keyof PolicyColumns)[]).filter((name) => columns[name] !== null);
  return new Map([
    ...asked.map((name) => [name, spelled(columns[name])] as const),
    ["outcome", `${row.outcome} ${row.straightThrough} ${(row.approvals ?? []).join()}`],
    ["because", `${row.because.zh}\n${row.because.en}`],
  ]);
}

/** Equal values have one spelling, whatever the order of their currencies or words. */
function spelled(value: PolicyColumns[keyof PolicyColumns]): string {
  if (Array.isArray(value)) return [...value].sort().join();
  if (typeof value === "object" && value !== null) return Object.entries(value).sort().join(";");
  return String(value);
}

export function sameRow(left: PolicyRow, right: PolicyRow): boolean {
  return sameBut(null, left, right);
}

function sameBut(cell: string | null, left: PolicyRow, right: PolicyRow): boolean {
  const [one, other] = [cellsOf(left), cellsOf(right)];
  return one.size === other.size && [...one].every(([name, value]) => name === cell || other.get(name) === value);
}

/** The rows that kept their order: the fewest others are then said to have moved. */
function longestRising(places: readonly number[]): ReadonlySet<number> {
  let best: readonly number[] = [];
  const runs: (readonly number[])[] = [];
  for (const place of places) {
    const longest =
      runs.filter((run) => (run.at(-1) ?? -1) < place).sort((left, right) => right.length - left.length)[0] ?? [];
    const run = [...longest, place];
    runs.push(run);
    if (run.length > best.length) best = run;
  }
  return new Set(best);
}

const noteOf = (row: PolicyRow): BilingualText => rowSentence(row);

function addedRow(row: PolicyRow, at: number): PolicyChange {
  const words = { zh: `新增第 ${at} 行：${noteOf(row).zh}`, en: `Row ${at} is new: ${noteOf(row).en}` };
  return {
    part: "TABLE",
    kind: "ADDED",
    rowBefore: null,
    rowAfter: at,
    words,
    before: null,
    after: noteOf(row),
    binds: true,
  };
}

function removedRow(row: PolicyRow, at: number): PolicyChange {
  const words = { zh: `删除原第 ${at} 行：${noteOf(row).zh}`, en: `Row ${at} is gone: ${noteOf(row).en}` };
  return {
    part: "TABLE",
    kind: "REMOVED",
    rowBefore: at,
    rowAfter: null,
    words,
    before: noteOf(row),
    after: null,
    binds: true,
  };
}

function movedRow(row: PolicyRow, from: number, to: number): PolicyChange {
  const words = { zh: `第 ${from} 行移至第 ${to} 行`, en: `Row ${from} moved to place ${to}` };
  return {
    part: "TABLE",
    kind: "MOVED",
    rowBefore: from,
    rowAfter: to,
    words,
    before: noteOf(row),
    after: noteOf(row),
    binds: true,
  };
}

function changedRow(old: PolicyRow, from: number | null, row: PolicyRow, to: number | null): PolicyChange {
  const name: BilingualText =
    to === null ? { zh: "兜底规则", en: "The last resort" } : { zh: `第 ${to} 行`, en: `Row ${to}` };
  const outcome = old.outcome !== row.outcome || old.straightThrough !== row.straightThrough;
  const [was, is] = [outcomeOf(old), outcomeOf(row)];
  const words = outcome
    ? { zh: `${name.zh}由“${was.zh}”改为“${is.zh}”`, en: `${name.en} no longer says “${was.en}” but “${is.en}”` }
    : { zh: `${name.zh}内容有变`, en: `${name.en} reads differently` };
  const [before, after] = sentencesOf(old, row);
  const binds = !sameBut("because", old, row);
  return { part: "TABLE", kind: "CHANGED", rowBefore: from, rowAfter: to, words, before, after, binds };
}

/** Where only the note differs, the notes are what is compared. */
function sentencesOf(old: PolicyRow, row: PolicyRow): readonly [BilingualText, BilingualText] {
  const [was, is] = [noteOf(old), noteOf(row)];
  return was.en === is.en && was.zh === is.zh ? [old.because, row.because] : [was, is];
}

function outcomeOf({ outcome, straightThrough }: PolicyRow): BilingualText {
  if (outcome === "APPROVE" && straightThrough) return { zh: "直接退款", en: "refund at once" };
  return outcomeWords[outcome];
}
