import type { RawBuilder } from "kysely";
import type { SubjectRules } from "../approvals/subject-rules.ts";
import type { CalendarBook } from "../kernel/calendars.ts";
import type { Db } from "../platform/database/database.ts";
import type { Jobs } from "../platform/jobs.ts";
import type { WallClock } from "../platform/wall-clock.ts";
import type { WriteNotice } from "../platform/write-notice.ts";
import type { Actor } from "../staff/domain/actor.ts";
import type { CaseChange } from "./domain/case-change.ts";
import type { CaseFacts } from "./domain/case-facts.ts";
import type { CaseMove } from "./domain/decide.ts";
import type { Refusal } from "./domain/refusal.ts";
import type { EffectName } from "./domain/transition.ts";
import type { CaseTurn } from "./domain/waits-on.ts";
import type { CaseEventKind, CaseOrigin, CaseOutcome, CaseState } from "./domain/words.ts";

/** What an effect may use of the house: who acts, what time it is, and the jobs it leaves behind. */
export interface EffectContext {
  readonly actor: Actor;
  readonly clock: WallClock;
  readonly jobs: Jobs;
  /** What a request for approval needs, to tell whoever may decide it. */
  readonly writeNotice: WriteNotice;
  readonly approvalSubjects: SubjectRules;
}

/** One transition under way, inside its transaction, after the rules said yes and before the case's row is written. */
export interface EffectStep {
  readonly ctx: EffectContext;
  /** The transaction. Everything an effect writes goes through it. */
  readonly db: Db;
  readonly facts: CaseFacts;
  readonly move: CaseMove;
  readonly to: CaseState;
  /** Id of the event that is being written. */
  readonly eventId: string;
  readonly transactionId: string | null;
  readonly merchantId: string;
  /** The calendars as the desk has corrected them. */
  readonly calendars: CalendarBook;
  /** Adds plain facts to the event (ids, amounts as text, codes; never free text or personal data). */
  record(data: Readonly<Record<string, unknown>>): void;
  /** Changes columns of the case beyond those that the table changes by itself. */
  patch(columns: Readonly<Pick<CaseChange, "assignee_id" | "institution_id" | "triage_asked_at">>): void;
  /** Says whose move is next, where the state alone does not. */
  waitFor(turn: CaseTurn): void;
  /** Starts a clock of this rule at now, or counted since earlier; `dueAt` given from outside wins over the rule's own date. */
  startClock(rule: string, dueAt?: Date, since?: Date): void;
  /** Ends running clocks of this rule as met. */
  endClock(rule: string): void;
}

/** What a row of the workflow does beyond the case itself. Money that raced away is a refusal; nothing is written then. */
export type Effect = (step: EffectStep) => Promise<readonly Refusal[]>;

/** Facts that a higher feature hands down: one correlated subquery over `cases` that gives JSON, and how to read it. */
export interface FactSource {
  readonly name: string;
  /** SQL that gives one JSON value for the row `cases`, e.g. sql`(select jsonb_build_object(…) from refund where refund.case_id = cases.id …)`. */
  readonly json: RawBuilder<unknown>;
  readonly read: (json: unknown) => {
    readonly refund?: CaseFacts["refund"];
    readonly settledMinor?: bigint;
    readonly takenByBankMinor?: bigint;
    readonly openSteps?: readonly string[];
  };
}

/** A case that has just been opened or moved, inside the transaction, when everything of it is written. */
export interface CaseHappening {
  readonly ctx: EffectContext;
  /** The transaction. What a listener writes is there when the move is, and never otherwise. */
  readonly db: Db;
  readonly caseId: string;
  readonly eventId: string;
  readonly kind: CaseEventKind;
  readonly from: CaseState | null;
  readonly to: CaseState;
  readonly outcome: CaseOutcome | null;
  readonly origin: CaseOrigin;
  /** What was asked for; null where the case was opened. */
  readonly move: CaseMove | null;
  /** The plain facts that the effects recorded in the event. */
  readonly recorded: Readonly<Record<string, unknown>>;
}

/** A higher feature that hears of every move, and may write of its own; it refuses nothing. */
export type CaseListener = (happening: CaseHappening) => Promise<void>;

export interface CaseFeatures {
  readonly effects: Readonly<Record<EffectName, Effect>>;
  readonly factSources: readonly FactSource[];
  readonly listeners: readonly CaseListener[];
}
