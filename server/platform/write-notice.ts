import type { NoticeToWrite } from "../notices/domain/notice-to-write.ts";
import type { Db } from "./database/database.ts";
import type { Jobs } from "./jobs.ts";
import type { WallClock } from "./wall-clock.ts";

/**
 * Puts a notice into the outbox, in the transaction that causes it: it is sent when that commits, and never otherwise. Every
 * room has it in its context as `ctx.writeNotice`; who supplies it is the composition's business.
 */
export type WriteNotice = (
  transaction: Db,
  ctx: { readonly clock: WallClock; readonly jobs: Jobs },
  notice: NoticeToWrite,
) => Promise<void>;
