import type { ApprovalSubjects } from "./approvals/approval-subjects.ts";
import type { CaseFeatures } from "./cases/case-features.ts";
import type { NoteAccess } from "./platform/access-log.ts";
import type { Database, Db } from "./platform/database/database.ts";
import type { DeskEnvironment } from "./platform/desk-environment.ts";
import type { Jobs } from "./platform/jobs.ts";
import type { Loaders } from "./platform/loaders.ts";
import type { Log } from "./platform/log-line.ts";
import type { Puzzles } from "./platform/puzzle/puzzles.ts";
import type { Signals } from "./platform/signals.ts";
import type { Signing } from "./platform/signing.ts";
import type { WallClock } from "./platform/wall-clock.ts";
import type { WriteNotice } from "./platform/write-notice.ts";
import type { PolicyPublishedListener } from "./policies/policy-published.ts";
import type { SettingsBook } from "./settings/settings-book.ts";
import type { Actor } from "./staff/domain/actor.ts";
import type { HandOverWork } from "./staff/hand-over-work.ts";
import type { PresenceBoard } from "./threads/presence-board.ts";

export type Locale = "zh-CN" | "en";

/** What may be registered as the address of a webhook. */
export interface WebhookAddresses {
  /** Without encryption: in a demo only. */
  readonly mayBePlain: boolean;
  /** Inside our own network. */
  readonly mayBePrivate: boolean;
}

/** What lives as long as the process: handed to jobs, routes and requests alike. */
export interface House {
  readonly database: Database;
  /** Plain rows, outside a transaction. */
  readonly db: Db;
  readonly jobs: Jobs;
  /** What changed, heard from every process. */
  readonly signals: Signals;
  /** Who has which case open. */
  readonly presence: PresenceBoard;
  readonly clock: WallClock;
  readonly log: Log;
  /** Makes the tokens of private links. */
  readonly signing: Signing;
  readonly webhookAddresses: WebhookAddresses;
  /** What an administrator sets for the desk. */
  readonly settings: SettingsBook;
  /** What was fixed where this process was started. */
  readonly environment: DeskEnvironment;
  /** What has to be worked out first where much comes in. */
  readonly puzzles: Puzzles;
  /** Puts a notice into the outbox; for the rooms that stand below it too. */
  readonly writeNotice: WriteNotice;
  /** Writes down who is about to see personal data; awaited before it is shown. */
  readonly noteAccess: NoteAccess;
  /** Gives away what somebody has open, where they leave or move to other duties. */
  readonly handOverWork: HandOverWork<ActionContext>;
  /** What the higher features add to a case: facts for its rules, effects for its table. */
  readonly caseFeatures: CaseFeatures;
  /** What happens when a request for approval closes, by what it is about. */
  readonly approvalSubjects: ApprovalSubjects<ActionContext>;
  /** Who hears that a policy was published, in the transaction that publishes it. */
  readonly onPolicyPublished: readonly PolicyPublishedListener[];
}

/** Who acts, in which language they read, and the house they act in. Actions take this; a job makes one for the system. */
export interface ActionContext extends House {
  readonly actor: Actor;
  readonly locale: Locale;
}

/** One request over the wire: an action's context with the loaders of that request. */
export interface RequestContext extends ActionContext {
  readonly loaders: Loaders<RequestContext>;
  readonly requestId: string;
  /** Where the request came from, to count tries by; never stored or logged. Null where nobody sent one. */
  readonly clientAddress: string | null;
  /** What spoke for the caller. A machine's key may ask free queries; a browser asks the console's own. */
  readonly cameBy: "SESSION" | "API_KEY" | "CASE_LINK" | "NOTHING";
  /** Whether the same session, key or link still opens the desk, with the same rights: what outlives its request asks again. */
  readonly isStillThem: () => Promise<boolean>;
}
