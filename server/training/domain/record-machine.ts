import type { Day } from "../../kernel/day.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { datesFit } from "./rules.ts";
import type { TrainingRefusal } from "./training-refusal.ts";
import { isValidOn } from "./validity.ts";
import type { RecordState, StoredRecordState } from "./words.ts";

/** What the rules know of one record. */
export interface RecordFacts {
  readonly state: StoredRecordState;
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly attemptsUsed: number;
  readonly attemptsAllowed: number | null;
}

export type RecordMove = "START" | "PASS" | "FAIL" | "WAIVE" | Withdrawal;
/** Of an assignment, or of a waiver: whoever may give the one need not be able to give the other. */
export type Withdrawal = "WITHDRAW" | "WITHDRAW_WAIVER";

interface Move {
  readonly from: readonly StoredRecordState[];
  readonly to: StoredRecordState;
}

/**
 * From where each move leaves, and where it leads. A record that has ended is never moved again: there is a new one beside it.
 * But for a waiver that holds, which was somebody's word and can be taken back.
 */
const moves: Readonly<Record<Exclude<RecordMove, Withdrawal>, Move>> = {
  START: { from: ["ASSIGNED", "STARTED", "FAILED"], to: "STARTED" },
  PASS: { from: ["STARTED"], to: "PASSED" },
  FAIL: { from: ["STARTED"], to: "FAILED" },
  WAIVE: { from: ["ASSIGNED", "STARTED", "FAILED"], to: "WAIVED" },
};

/** The due date is advice and stops nobody; the window opens and shuts, its first and last day inside. */
export function decideRecord(
  facts: RecordFacts,
  move: RecordMove,
  today: Day,
): Result<StoredRecordState, readonly TrainingRefusal[]> {
  if (move === "WITHDRAW")
    return isUnderWay(facts, today) ? done("WITHDRAWN") : refused([{ code: "ASSIGNMENT_ENDED" }]);
  if (move === "WITHDRAW_WAIVER")
    return isWaivedOn(facts, today) ? done("WITHDRAWN") : refused([{ code: "WAIVER_ENDED" }]);
  const { from, to } = moves[move];
  if (facts.state === "WITHDRAWN") return refused([{ code: "ASSIGNMENT_WITHDRAWN" }]);
  if (!from.includes(facts.state)) return refused([{ code: "ATTEMPT_OVER" }]);
  const reasons =
    move === "WAIVE" ? [] : [...outsideWindow(facts, today), ...(move === "START" ? noMoreTries(facts) : [])];
  return reasons.length > 0 ? refused(reasons) : done(to);
}

/** Another due day, for as long as it can be worked on; within the window, as when it was assigned. */
export function dueDayProblems(facts: RecordFacts, dueOn: Day | null, today: Day): readonly TrainingRefusal[] {
  if (!isUnderWay(facts, today)) return [{ code: "ASSIGNMENT_ENDED" }];
  return datesFit({ ...facts, dueOn }) ? [] : [{ code: "DATES_CROSSED" }];
}

function isUnderWay(facts: RecordFacts, today: Day): boolean {
  return isOpen(facts.state, facts) && !isMissed(facts, today);
}

function isWaivedOn(facts: RecordFacts, today: Day): boolean {
  return facts.state === "WAIVED" && isValidOn(facts, today);
}

function outsideWindow({ opensOn, closesOn }: RecordFacts, today: Day): readonly TrainingRefusal[] {
  return [
    ...(opensOn !== null && today < opensOn ? [{ code: "NOT_OPEN_YET", opensOn } as const] : []),
    ...(closesOn !== null && today > closesOn ? [{ code: "CLOSED_SINCE", closesOn } as const] : []),
  ];
}

/** An attempt that is under way has been counted already. */
function noMoreTries(facts: RecordFacts): readonly TrainingRefusal[] {
  return facts.state === "STARTED" || hasAttemptsLeft(facts) ? [] : [{ code: "NO_ATTEMPTS_LEFT" }];
}

export function hasAttemptsLeft({
  attemptsUsed,
  attemptsAllowed,
}: Pick<RecordFacts, "attemptsUsed" | "attemptsAllowed">) {
  return attemptsAllowed === null || attemptsUsed < attemptsAllowed;
}

/** Whether somebody can still work on it. Of one person and one course there is at most one such record. */
export function isOpen(
  state: StoredRecordState,
  attempts: Pick<RecordFacts, "attemptsUsed" | "attemptsAllowed">,
): boolean {
  return state === "ASSIGNED" || state === "STARTED" || (state === "FAILED" && hasAttemptsLeft(attempts));
}

/** Whether its window shut while it could still be worked on: another assignment may take its place. */
export function isMissed(record: Omit<RecordFacts, "opensOn" | "validFrom" | "validUntil">, today: Day): boolean {
  return record.closesOn !== null && record.closesOn < today && isOpen(record.state, record);
}

/** The record as a reader sees it on a day. */
export function stateOn(record: Omit<RecordFacts, "opensOn">, today: Day): RecordState {
  if (isMissed(record, today)) return "MISSED";
  const ended = record.state === "PASSED" || record.state === "WAIVED";
  const over = record.validUntil !== null && record.validUntil < today;
  return ended && over && !isValidOn(record, today) ? "EXPIRED" : record.state;
}
