import type { Day } from "../../kernel/day.ts";
import { isLapsing, isValidOn } from "./validity.ts";
import type { Standing } from "./words.ts";

/** What is known of one person and one course. The matrix answers the same in SQL; a test compares the two. */
export interface StandingFacts {
  /** The record that holds longest, of those that were passed or waived. */
  readonly best: { readonly validFrom: Day | null; readonly validUntil: Day | null } | null;
  /** The assignment that is still to be worked on. `anew`: a new edition of what the record was about is to be learned. */
  readonly open: { readonly dueOn: Day | null; readonly anew: boolean } | null;
  /** Some rule says that whoever does this work must know it. */
  readonly needed: boolean;
}

/**
 * A record that holds comes first, then what is under way, then what is missing. The due day itself is still in time; after it
 * a record of an earlier edition no longer says that the present one is known, though it goes on to open what it opens.
 */
export function standingOf({ best, open, needed }: StandingFacts, today: Day): Standing {
  const isOverdue = open !== null && open.dueOn !== null && open.dueOn < today;
  if (isOverdue && open.anew) return "OVERDUE";
  if (best !== null && isValidOn(best, today)) return isLapsing(best, today) ? "LAPSING" : "VALID";
  if (open !== null) return isOverdue ? "OVERDUE" : "ASSIGNED";
  if (!needed) return "NOT_NEEDED";
  return best === null ? "MISSING" : "LAPSED";
}
