import type { Db } from "../platform/database/database.ts";
import type { Jobs } from "../platform/jobs.ts";
import type { WallClock } from "../platform/wall-clock.ts";
import type { Actor } from "../staff/domain/actor.ts";
import type { ChangeKind } from "./domain/draft-life.ts";

/** What became of a draft: a version that decides from a time. */
export interface PublishedPolicy {
  readonly versionId: string;
  readonly policy: string;
  readonly version: number;
  readonly minor: number;
  /** MAJOR: whoever works by the policy reads it again, and learns it again where it is taught. */
  readonly kind: ChangeKind;
  readonly effectiveFrom: Date;
}

/** What a listener may use: who published, what time it is, and the queue, whose jobs appear when the version does. */
export interface PublishingContext {
  readonly actor: Actor;
  readonly clock: WallClock;
  readonly jobs: Jobs;
}

/** What a higher feature does when a version is published, in the transaction that publishes it: all of it or nothing. */
export type PolicyPublishedListener = (db: Db, ctx: PublishingContext, published: PublishedPolicy) => Promise<void>;
