import type { Bilingual } from "../kernel/calendar.ts";
import type { Result } from "../kernel/result.ts";
import type { Db } from "../platform/database/database.ts";
import type { WallClock } from "../platform/wall-clock.ts";
import type { Actor } from "../staff/domain/actor.ts";
import type { ApprovalDecided, ApprovalFailure, DecideApproval } from "./approval-command.ts";
import type { ApprovalSubjectKind } from "./domain/words.ts";
import type { RequestRow } from "./queries/find-request.ts";
import type { AnySubject } from "./subject-rules.ts";

/** What deciding needs of the house; a subject may ask for more, which the composition gives it. */
export interface ApprovalContext {
  readonly db: Db;
  readonly clock: WallClock;
  readonly actor: Actor;
}

/** A request at the moment in which it closes, inside its transaction. */
export interface ApprovalStep<C> {
  readonly ctx: C;
  readonly db: Db;
  readonly request: RequestRow;
  /** What was said with the word that closes it; null where nothing was, or nobody spoke. */
  readonly note: string | null;
}

/** Why the subject will not have it after all, in words for the person; nothing is written then, the agreement included. */
export type SubjectRefusals = readonly Bilingual[];

/** What a kind of subject does when its request closes: one row of the composition. */
export interface OwnSubject<C> extends AnySubject {
  /** What is locked before the request is, by whatever else moves the subject: the same order everywhere, so nobody waits in a circle. */
  readonly lock?: (db: Db, request: RequestRow) => Promise<void>;
  /** Somebody agreed and others still have to. */
  readonly agreed?: (step: ApprovalStep<C>) => Promise<SubjectRefusals>;
  /** Everybody has agreed: what was asked for happens. */
  readonly granted: (step: ApprovalStep<C>) => Promise<SubjectRefusals>;
  readonly rejected: (step: ApprovalStep<C>) => Promise<SubjectRefusals>;
  /** Nobody decided in time. What refuses here stays open, and is met again at the next turn. */
  readonly expired: (step: ApprovalStep<C>) => Promise<SubjectRefusals>;
}

/**
 * A subject with a door of its own, such as a case: decisions pass through it and are written there with
 * `writeDecision`, so that its lock comes first and its chain tells of them. Who speaks it asks anew, behind its lock.
 */
interface SubjectWithDoor<C> extends AnySubject {
  readonly decide: (
    ctx: C,
    request: RequestRow,
    command: DecideApproval,
  ) => Promise<Result<ApprovalDecided, ApprovalFailure>>;
  readonly expire: (ctx: C, request: RequestRow) => Promise<boolean>;
}

export type ApprovalSubject<C> = OwnSubject<C> | SubjectWithDoor<C>;

/** Every kind of subject; one that is missing does not compile. Handed in by the composition. */
export type ApprovalSubjects<C> = Readonly<Record<ApprovalSubjectKind, ApprovalSubject<C>>>;
