import {
  breachClock,
  type ClockFacts,
  cancelClock,
  meetClock,
  pauseClock,
  refreshClock,
  resumeClock,
  ruleOf,
  startClock,
} from "../../clocks/domain/clock-facts.ts";
import { clockRules, findClockRule } from "../../clocks/domain/rules.ts";
import type { CalendarBook } from "../../kernel/calendars.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import { type CaseClock, caseClocks, type PromisedTimes } from "./case-clocks.ts";
import type { CaseAction, CaseState } from "./words.ts";

/** A clock of a case as it is stored. */
export interface StoredClock extends ClockFacts {
  readonly id: string;
}

/** A rule to start, perhaps with a date from outside, or since an earlier day than today. */
export interface ClockStart {
  readonly rule: string;
  readonly dueAt: Date | null;
  readonly since?: Date | null;
}

/** What effects ask of the clocks beyond the table: rules to start, and rules to end. */
export interface ClockMoves {
  readonly starts: ClockStart[];
  readonly ends: string[];
}

export interface ClockMove {
  readonly action: CaseAction;
  readonly from: CaseState;
  readonly to: CaseState;
  readonly at: Date;
  /** The rule whose end the move records, for RECORD_CLOCK_BREACH. */
  readonly breached: string | null;
  readonly also: ClockMoves;
  readonly calendars: CalendarBook;
  /** By the policy in force for the case now. */
  readonly promises: PromisedTimes;
}

/** What to write: the clocks that changed, the ones that start, and when the first of those that are open runs out. */
export interface ClockPlan {
  readonly changed: readonly StoredClock[];
  readonly started: readonly ClockFacts[];
  readonly dueAt: Date;
}

/** Stored where no deadline is known, so that keyset paging compares plain values and such cases come last. */
export const noDeadline = new Date("9999-12-31T00:00:00.000Z");

const entryByKind = new Map(caseClocks.map((entry) => [entry.rule, entry]));
const kindById = new Map(clockRules.map((rule) => [rule.id, rule.kind as string]));

/** Rules of one kind (one for each network) share a row of the table of case clocks. */
export function caseClockOf(rule: string): CaseClock | undefined {
  return entryByKind.get(kindById.get(rule) ?? rule);
}

function matches(rule: string, wanted: string): boolean {
  return rule === wanted || kindById.get(rule) === wanted;
}

function start(
  { rule, dueAt, since = null }: ClockStart,
  now: Date,
  calendars: CalendarBook,
  promises: PromisedTimes | null,
): ClockFacts {
  // A day that is still to come is a slip of whoever gave it.
  const at = since !== null && since < now ? since : now;
  const found = findClockRule(rule, deskDay(at));
  if (found === null) throw new Error(`There is no clock rule "${rule}" in force`);
  const promised = promises === null ? null : (caseClockOf(rule)?.promised?.(promises) ?? null);
  return startClock(found, at, dueAt, calendars, promised);
}

/** The clocks of a case that opens in this state; none of those is promised by a policy. */
export function planOpening(
  state: CaseState,
  at: Date,
  also: ClockMoves["starts"],
  calendars: CalendarBook,
): ClockPlan {
  const byState = caseClocks
    .filter((entry) => entry.startsOn === null && entry.runsIn.includes(state))
    .map(({ rule }): ClockStart => ({ rule, dueAt: null }));
  const started = [...byState, ...also].map((one) => start(one, at, calendars, null));
  return { changed: [], started, dueAt: firstDue(started) };
}

/** What a move does to a case's clocks: which are met, called off, paused, resumed or breached, and which start. */
export function planClocks(clocks: readonly StoredClock[], move: ClockMove): ClockPlan {
  const after = clocks.map((clock) => ({ ...moved(clock, move), id: clock.id }));
  const open = after.filter((clock) => clock.endedAt === null);
  const byState = caseClocks.filter(
    ({ startsOn, runsIn, rule }) =>
      startsOn === null && runsIn.includes(move.to) && !open.some((clock) => matches(clock.rule, rule)),
  );
  const byAction = caseClocks.filter(({ startsOn }) => startsOn === move.action);
  const byTable = [...byState, ...byAction].map(({ rule }): ClockStart => ({ rule, dueAt: null }));
  const started = [...byTable, ...move.also.starts].map((one) => start(one, move.at, move.calendars, move.promises));
  const changed = after.filter((clock, index) => differs(clock, clocks[index]));
  return { changed, started, dueAt: firstDue([...after, ...started]) };
}

/** Asks the calendars again for the clocks whose end could not be said; nothing else changes. */
export function planRefresh(clocks: readonly StoredClock[], calendars: CalendarBook): ClockPlan {
  const after = clocks.map((clock) =>
    clock.endedAt === null ? { ...refreshClock(clock, ruleOf(clock), calendars), id: clock.id } : clock,
  );
  const changed = after.filter((clock, index) => differs(clock, clocks[index]));
  return { changed, started: [], dueAt: firstDue(after) };
}

/** Rules that run in a closed case alone: a window that simply ends, with nobody late. */
export const windowRules: readonly string[] = clockRules
  .map(({ id }) => id)
  .filter((id) => caseClockOf(id)?.runsIn.every((state) => state === "CLOSED") === true);

function moved(clock: StoredClock, move: ClockMove): ClockFacts {
  const entry = caseClockOf(clock.rule);
  if (clock.endedAt !== null || entry === undefined) return clock;
  if (move.breached !== null && matches(clock.rule, move.breached)) return breachClock(clock);
  if (entry.metBy.includes(move.action) || move.also.ends.some((rule) => matches(clock.rule, rule)))
    return meetClock(clock, move.at);
  if (entry.startsOn === move.action || entry.restartsOn.includes(move.action)) return cancelClock(clock, move.at);
  if (!entry.runsIn.includes(move.to) && !entry.pausedIn.includes(move.to)) {
    // What only its own action can meet is called off when the case goes another way; so is everything that is withdrawn or lapses.
    const calledOff = entry.metBy.length > 0 || move.action === "WITHDRAW" || move.action === "EXPIRE";
    return calledOff ? cancelClock(clock, move.at) : meetClock(clock, move.at);
  }
  if (entry.pausedIn.includes(move.to)) return pauseClock(clock, move.at);
  return resumeClock(clock, move.at, ruleOf(clock), move.calendars);
}

function differs(after: StoredClock, before: StoredClock | undefined): boolean {
  return (
    before === undefined ||
    after.state !== before.state ||
    after.endedAt?.getTime() !== before.endedAt?.getTime() ||
    after.pausedAt?.getTime() !== before.pausedAt?.getTime() ||
    after.dueAt?.getTime() !== before.dueAt?.getTime()
  );
}

/** The first end among the clocks that run or have run out undone; a paused clock binds nobody. */
export function firstDue(clocks: readonly ClockFacts[]): Date {
  const ends = clocks.flatMap(({ state, endedAt, dueAt }) =>
    endedAt === null && state !== "PAUSED" && dueAt !== null ? [dueAt.getTime()] : [],
  );
  return ends.length === 0 ? noDeadline : new Date(Math.min(...ends));
}
