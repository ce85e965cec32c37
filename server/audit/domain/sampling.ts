import type { Bilingual } from "../../kernel/calendar.ts";

/** How a sample is drawn: each case alike, in proportion to groups, or those with most exceptions first. */
export const sampleKinds = ["RANDOM", "STRATIFIED", "RISK"] as const;
export type SampleKind = (typeof sampleKinds)[number];

/** What the groups of a stratified sample are made by. */
export const sampleStrata = ["OUTCOME", "DECIDER", "AMOUNT"] as const;
export type SampleStrata = (typeof sampleStrata)[number];

/** The events by which the desk decides a request. The last of them within the period is what is looked at. */
export const decidingKinds = ["AUTO_APPROVE", "APPROVE_REFUND", "DECLINE_REQUEST"] as const;
export type DecidingKind = (typeof decidingKinds)[number];

export const largestSample = 100;

/** What was committed up to this long ago is there for good: no transaction stays open for as long. */
export const settledAfterSeconds = 60;

/** Letters and digits only, so that anybody can type it into a shell when they draw the sample again. */
export function isSeed(text: string): boolean {
  return /^[A-Za-z0-9._-]{4,64}$/.test(text);
}

export interface Stratum {
  readonly name: string;
  /** How many cases of the population are in it. */
  readonly population: number;
}

/**
 * How many are drawn of each group: one of each as far as that goes, the rest one by one to the group that is furthest
 * behind its share. In whole numbers, and of equals the one whose name comes first, so that it is the same everywhere.
 */
export function allocate(strata: readonly Stratum[], size: number): ReadonlyMap<string, number> {
  const sorted = [...strata].sort(byName);
  const total = sorted.reduce((sum, { population }) => sum + population, 0);
  const given = new Map(sorted.map(({ name }) => [name, 0]));
  const behind = ({ name, population }: Stratum) => population * size - (given.get(name) ?? 0) * total;
  const next = () => {
    const open = sorted.filter(({ name, population }) => (given.get(name) ?? 0) < population);
    const empty = open.filter(({ name }) => given.get(name) === 0);
    const among = empty.length > 0 ? empty : open;
    return among.reduce<Stratum | null>(
      (best, one) => (best === null || behind(one) > behind(best) ? one : best),
      null,
    );
  };
  for (let left = Math.min(size, total); left > 0; left -= 1) {
    const one = next();
    if (one === null) break;
    given.set(one.name, (given.get(one.name) ?? 0) + 1);
  }
  return given;
}

export interface Candidate {
  readonly stratum: string;
  /** Its place within its group, from one. */
  readonly place: number;
}

/** Those of each group that come first, as many as the group was given. */
export function pick<C extends Candidate>(candidates: readonly C[], given: ReadonlyMap<string, number>): readonly C[] {
  return candidates
    .filter(({ stratum, place }) => place <= (given.get(stratum) ?? 0))
    .sort((left, right) =>
      left.stratum === right.stratum ? left.place - right.place : left.stratum < right.stratum ? -1 : 1,
    );
}

function byName(left: Stratum, right: Stratum): number {
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
}

/** How each kind is drawn, to be said on the page and in the report. */
export const sampleMethodText: Readonly<Record<SampleKind, Bilingual>> = {
  RANDOM: {
    zh: "总体中的案件按 SHA-256(“种子:案件编号”)由小到大排列，取最前面的若干件。",
    en: 'The cases of the population are put in order of SHA-256("seed:case number"), smallest first, and taken from the top.',
  },
  STRATIFIED: {
    zh: "总体先分组，按各组占比分配名额（每组至少一件），组内按 SHA-256(“种子:案件编号”)由小到大抽取。",
    en: 'The population is put into groups; each gets its share of the sample, at least one, and is taken in order of SHA-256("seed:case number"), smallest first.',
  },
  RISK: {
    zh: "例外最多的案件优先；例外数相同的，按 SHA-256(“种子:案件编号”)由小到大抽取。",
    en: 'Cases with most exceptions come first; those with as many are taken in order of SHA-256("seed:case number"), smallest first.',
  },
};

export const decidingText: Readonly<Record<DecidingKind, Bilingual>> = {
  AUTO_APPROVE: { zh: "按政策自动批准", en: "Approved by the policy" },
  APPROVE_REFUND: { zh: "人工批准", en: "Approved by a person" },
  DECLINE_REQUEST: { zh: "拒绝", en: "Declined" },
};

/** What a group is called, unless it is a person. */
export function stratumText(name: string): Bilingual {
  if (name === "ALL") return { zh: "全部案件", en: "All cases" };
  if (name === "SYSTEM") return { zh: "系统", en: "The system" };
  const deciding = decidingKinds.find((kind) => kind === name);
  if (deciding !== undefined) return decidingText[deciding];
  const [currency = "", quarter = ""] = name.split(" ");
  return { zh: `${currency} 金额第 ${quarter} 四分位`, en: `${currency}, quarter ${quarter} by amount` };
}
