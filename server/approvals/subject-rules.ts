import type { RawBuilder } from "kysely";
import type { Bilingual } from "../kernel/calendar.ts";
import type { GateCourse } from "../staff/domain/gate-courses.ts";
import type { Barred } from "./domain/may-decide.ts";
import type { ApprovalSubjectKind } from "./domain/words.ts";

export interface AnySubject {
  /**
   * Who has come onto a side since it was proposed, as SQL that gives a list in JSON for the row `approval_request`; absent
   * where nobody can.
   */
  readonly barredSince?: RawBuilder<readonly Barred[]>;
  /**
   * When agreeing makes no sense for now though it stays open, as SQL for the row `approval_request`, and why, in words.
   * Turning it down waits for nothing. Absent where nothing holds it up.
   */
  readonly notNow?: { readonly when: RawBuilder<boolean>; readonly text: Bilingual };
  /** Courses of which whoever agrees must hold a valid record at that moment. */
  readonly training: readonly GateCourse[];
}

/** What each kind asks of whoever agrees, for whoever only looks. */
export type SubjectRules = Readonly<Record<ApprovalSubjectKind, AnySubject>>;
