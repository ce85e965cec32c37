import type { RuleLocale } from "./describe.ts";
import type { BilingualText } from "./policy-content.ts";

/** For whom a policy holds, the narrowest first. Of the policies that hold for a case, the narrowest decides. */
export const policyScopes = ["MERCHANT", "CATEGORY", "CHANNEL", "EVERYONE"] as const;
export type PolicyScope = (typeof policyScopes)[number];

/** A version in force that holds for a case: at most one a scope, which the database sees to. */
export interface PolicyCandidate {
  readonly id: string;
  readonly policy: string;
  readonly scope: PolicyScope;
  /** The merchant's id, the category's code or the channel; empty for all merchants. */
  readonly value: string;
  /** Whom it holds for, in words. */
  readonly label: BilingualText;
  readonly version: number;
  readonly minor: number;
}

/** Which of them decided, and which stood back. Kept with the decision, as it was then. */
export interface PolicyChoice {
  readonly chosen: PolicyCandidate;
  readonly stoodBack: readonly PolicyCandidate[];
}

/** The narrowest policy decides. A desk without one for all merchants cannot decide at all, which is found at once. */
export function choosePolicy(candidates: readonly PolicyCandidate[]): PolicyChoice {
  const [chosen, ...stoodBack] = [...candidates].sort(
    (left, right) => policyScopes.indexOf(left.scope) - policyScopes.indexOf(right.scope),
  );
  if (chosen === undefined) throw new Error("No policy is in force for this case");
  return { chosen, stoodBack };
}

/** Which policy decided and why no other, in one sentence. */
export function describeChoice({ chosen, stoodBack }: PolicyChoice, locale: RuleLocale): string {
  const [next] = stoodBack;
  const text = next === undefined ? only(chosen) : before(chosen, next);
  return locale === "zh-CN" ? text.zh : text.en;
}

/** A version as people say it: v3, or v3.1 where only the wording changed since. */
export function versionName({ version, minor }: { readonly version: number; readonly minor: number }): string {
  return minor === 0 ? `v${version}` : `v${version}.${minor}`;
}

function only(chosen: PolicyCandidate): BilingualText {
  const name = versionName(chosen);
  return {
    zh: `适用“${chosen.label.zh}”的政策 ${name}：没有范围更窄的政策生效。`,
    en: `The policy for ${chosen.label.en} (${name}) decides: no narrower one is in force.`,
  };
}

function before(chosen: PolicyCandidate, next: PolicyCandidate): BilingualText {
  const name = versionName(chosen);
  return {
    zh: `适用“${chosen.label.zh}”的政策 ${name}：其范围比“${next.label.zh}”更窄，优先适用。`,
    en: `The policy for ${chosen.label.en} (${name}) decides: it is narrower than the one for ${next.label.en}.`,
  };
}
