import { openAccessLog } from "./audit/actions/note-access.ts";
import { caseChannel } from "./cases/actions/announce-case.ts";
import { approvalSubjects } from "./compose-approval-subjects.ts";
import { caseFeatures } from "./compose-case-features.ts";
import { handOverWork } from "./compose-hand-over.ts";
import { onPolicyPublished } from "./compose-policy-listeners.ts";
import { writeNotice } from "./notices/actions/write-notice.ts";
import { openDatabase } from "./platform/database/database.ts";
import { bareEnvironment, type DeskEnvironment } from "./platform/desk-environment.ts";
import { type OpenJobs, openJobs } from "./platform/jobs/open-jobs.ts";
import type { Log } from "./platform/log-line.ts";
import { type Calm, usualCalm } from "./platform/puzzle/puzzle-bits.ts";
import { openPuzzles } from "./platform/puzzle/puzzles.ts";
import { listenForSignals } from "./platform/signals.ts";
import { openSigning } from "./platform/signing.ts";
import { systemClock, type WallClock } from "./platform/wall-clock.ts";
import type { House, WebhookAddresses } from "./request-context.ts";
import { openSettingsBook } from "./settings/settings-book.ts";
import { openPresenceBoard } from "./threads/presence-board.ts";

/** A house with its queue still in hand, so that whoever opened it can start its workers and close it. */
export interface OpenHouse extends House {
  readonly jobs: OpenJobs;
  close(): Promise<void>;
}

export interface HouseSettings {
  readonly databaseUrl: string;
  readonly authSecret: string;
  readonly connections: number;
  /** Will this process work the queue, or only fill it? */
  readonly works: boolean;
  readonly log: Log;
  readonly clock?: WallClock;
  /** Left out: public ones with encryption only. */
  readonly webhookAddresses?: WebhookAddresses;
  /** Left out by what serves nobody. */
  readonly environment?: DeskEnvironment;
  /** Up to how much asking the customer's form asks for no puzzle. */
  readonly calm?: Calm;
}

/** Opens the database and the queue for one process. Tables have to be there (`migrateAll`). */
export async function openHouse({
  databaseUrl,
  authSecret,
  connections,
  works,
  log,
  clock = systemClock,
  webhookAddresses = { mayBePlain: false, mayBePrivate: false },
  environment = bareEnvironment,
  calm = usualCalm,
}: HouseSettings): Promise<OpenHouse> {
  const database = await openDatabase(databaseUrl, { connections });
  const jobs = await openJobs(databaseUrl, { log, works });
  const signing = openSigning(authSecret);
  const signals = await listenForSignals(databaseUrl, caseChannel, log);
  const presence = openPresenceBoard(signals, clock);
  const settings = await openSettingsBook(database.db, signals, log);
  return {
    database,
    db: database.db,
    jobs,
    signals,
    presence,
    clock,
    log,
    signing,
    webhookAddresses,
    settings,
    environment,
    puzzles: openPuzzles({ db: database.db, signing, clock }, calm),
    writeNotice,
    noteAccess: openAccessLog(),
    handOverWork,
    caseFeatures,
    approvalSubjects,
    onPolicyPublished,
    async close() {
      await jobs.stop();
      presence.close();
      settings.close();
      await signals.close();
      await database.close();
    },
  };
}
