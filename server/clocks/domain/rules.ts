import type { Bilingual } from "../../kernel/calendar.ts";
import type { Day } from "../../kernel/day.ts";
import { chinaRules } from "./china-rules.ts";
import type { ClockRule } from "./clock-rule.ts";
import { europeRules } from "./europe-rules.ts";
import { houseRules } from "./house-rules.ts";
import { networkRules } from "./network-rules.ts";
import { usRules } from "./us-rules.ts";
import type { ClockKind } from "./words.ts";

/** Every deadline that the desk knows, each version of it. */
export const clockRules: readonly ClockRule[] = [
  ...houseRules,
  ...networkRules,
  ...chinaRules,
  ...usRules,
  ...europeRules,
];

/** The very version that a clock was started by; rules of a running clock never change under it. */
export function getClockRule(id: string, version: number): ClockRule {
  const found = clockRules.find((rule) => rule.id === id && rule.version === version);
  if (found === undefined) throw new Error(`There is no clock rule "${id}" of version ${version}`);
  return found;
}

/** What a deadline is called; null for one that the desk does not know. Versions of a rule have one name. */
export function titleOfClock(id: string): Bilingual | null {
  return clockRules.find((rule) => rule.id === id)?.title ?? null;
}

function isInForce({ effectiveFrom, effectiveUntil }: ClockRule, on: Day): boolean {
  return (effectiveFrom === null || effectiveFrom <= on) && (effectiveUntil === null || on <= effectiveUntil);
}

/** The version in force on a day, by which a clock that starts then runs; null when there is none. */
export function findClockRule(id: string, on: Day): ClockRule | null {
  return clockRules.find((rule) => rule.id === id && isInForce(rule, on)) ?? null;
}

export function listClockRules(kind: ClockKind, on: Day): readonly ClockRule[] {
  return clockRules.filter((rule) => rule.kind === kind && isInForce(rule, on));
}
