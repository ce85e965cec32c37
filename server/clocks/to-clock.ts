import { localised } from "../graphql/locale.ts";
import type { Bilingual } from "../kernel/calendar.ts";
import type { CalendarBook } from "../kernel/calendars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale } from "../request-context.ts";
import { type ClockProofType, ClockType } from "./clock.type.ts";
import { type ClockFacts, isOverdue, ruleOf } from "./domain/clock-facts.ts";
import type { ClockSource } from "./domain/clock-rule.ts";
import { type ClockProof, computeDue } from "./domain/due.ts";
import { fractionLeft } from "./domain/time-left.ts";

/** A clock with the calendars that it goes by. */
export interface ShownClock extends ClockFacts {
  readonly id: string;
  readonly calendars: CalendarBook;
}

/** A stored clock with its rule and the proof of its date, as the wire shows it at this moment. */
export function toClock(clock: ShownClock, now: Date, locale: Locale): ClockType {
  const rule = ruleOf(clock);
  const due = clock.dueAtGiven ? null : computeDue(rule, clock.startedAt, clock.pausedMs, clock.calendars);
  const dateKept = due?.ok === true && clock.dueAt !== null && clock.dueAt > due.value.dueAt;
  const left = fractionLeft(clock, now);
  const overdue = isOverdue(clock, now);
  return Object.assign(new ClockType(), {
    id: toGlobalId("Clock", clock.id),
    rule: clock.rule,
    ruleVersion: clock.ruleVersion,
    title: localised(rule.title, locale),
    consequence: localised(rule.consequence, locale),
    owner: rule.owner,
    state: clock.state,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    dueAtGiven: clock.dueAtGiven,
    dateKept,
    pausedAt: clock.pausedAt,
    endedAt: clock.endedAt,
    fractionLeft: left,
    soon: clock.state === "RUNNING" && !overdue && left !== null && left <= rule.warnAt,
    overdue,
    calendarNotPublished: due !== null && !due.ok ? due.error.year : null,
    source: localised(clock.length === null ? sourceOf(rule.source) : policyOfCase, locale),
    sourceConfirmed: rule.source.confirmed,
    proof: due?.ok === true && !dateKept ? toProof(due.value.proof, locale) : null,
  });
}

/** Where the length of a clock stands that its rule leaves to the policy. */
const policyOfCase: Bilingual = { zh: "本案适用的退款政策", en: "The refund policy that holds for the case" };

function sourceOf({ title, citation }: ClockSource): Bilingual {
  return { zh: `${title.zh}，${citation.zh}`, en: `${title.en}, ${citation.en}` };
}

function toProof(proof: ClockProof, locale: Locale): ClockProofType {
  const { length, unit, calendar, timeZone, startDay, daysGivenBack } = proof;
  const days = proof.days.map(({ day, number, why, name }) => ({
    day,
    number,
    why,
    name: name == null ? null : localised(name, locale),
  }));
  return { length, unit, calendar, timeZone, startDay, days, daysGivenBack };
}
