import { derivedId } from "../../platform/derived-id.ts";
import type { ActionContext, House } from "../../request-context.ts";
import { systemActor } from "../../staff/domain/actor.ts";
import { endWindows } from "../actions/end-windows.ts";
import { performCaseAction } from "../actions/perform-case-action.ts";
import { refreshClocks } from "../actions/refresh-clocks.ts";
import { moveAfterBreach } from "../domain/after-breach.ts";
import type { CaseMove } from "../domain/decide.ts";
import {
  type AfterClock,
  listBreachedClocks,
  listCasesWithoutDate,
  listOverdueClocks,
  type SeenClock,
} from "../queries/find-overdue-clocks.ts";

const page = 100;
const firstId = "00000000-0000-0000-0000-000000000000";

/** What one turn did, for whoever watches. */
export interface ClockSweep {
  dated: number;
  ended: number;
  breached: number;
  followed: number;
}

/**
 * Lets time do its work: dates that can be said now, windows that are over, clocks that ran out, and what follows from them.
 * Any number of workers may do it at once: each step goes through the door under a key of its clock, and a case that moved
 * at this very moment is left to the next turn.
 */
export async function sweepClocks(house: House, signal?: AbortSignal): Promise<ClockSweep> {
  const ctx: ActionContext = { ...house, actor: systemActor, locale: "zh-CN" };
  const sweep: ClockSweep = { dated: 0, ended: 0, breached: 0, followed: 0 };
  await dateClocks(ctx, sweep, signal);
  for (let ended = page; ended === page && signal?.aborted !== true; sweep.ended += ended) {
    ended = await endWindows(house, page);
  }
  await recordBreaches(ctx, sweep, signal);
  await followBreaches(ctx, sweep, signal);
  return sweep;
}

async function dateClocks(ctx: ActionContext, sweep: ClockSweep, signal?: AbortSignal): Promise<void> {
  let ids: readonly string[] = [];
  do {
    ids = await listCasesWithoutDate(ctx.db, ids.at(-1) ?? firstId, page);
    for (const caseId of ids) {
      if (signal?.aborted === true) return;
      await guarded(ctx, caseId, async () => {
        if (await refreshClocks(ctx, caseId)) sweep.dated++;
      });
    }
  } while (ids.length === page);
}

async function recordBreaches(ctx: ActionContext, sweep: ClockSweep, signal?: AbortSignal): Promise<void> {
  const now = ctx.clock.now();
  let after: AfterClock | null = null;
  for (;;) {
    const clocks: Awaited<ReturnType<typeof listOverdueClocks>> = await listOverdueClocks(ctx.db, now, after, page);
    for (const seen of clocks) {
      if (signal?.aborted === true) return;
      const move: CaseMove = { action: "RECORD_CLOCK_BREACH", input: { rule: seen.rule } };
      if (await act(ctx, seen, move)) sweep.breached++;
    }
    const last = clocks.at(-1);
    if (clocks.length < page || last === undefined || last.dueAt === null) return;
    after = { id: last.id, dueAt: last.dueAt };
  }
}

async function followBreaches(ctx: ActionContext, sweep: ClockSweep, signal?: AbortSignal): Promise<void> {
  let afterId = firstId;
  for (;;) {
    const clocks = await listBreachedClocks(ctx.db, afterId, page);
    for (const seen of clocks) {
      if (signal?.aborted === true) return;
      const move = moveAfterBreach(seen.rule, seen.locale);
      if (move !== null && (await act(ctx, seen, move))) sweep.followed++;
    }
    if (clocks.length < page) return;
    afterId = clocks.at(-1)?.id ?? afterId;
  }
}

/** At the version at which the clock was seen so: whoever met it meanwhile has made a new one. */
async function act(ctx: ActionContext, { id, caseId, version }: SeenClock, move: CaseMove): Promise<boolean> {
  let acted = false;
  await guarded(ctx, caseId, async () => {
    const idempotencyKey = derivedId("clock", id, move.action);
    const result = await performCaseAction(ctx, { ...move, caseId, expectedVersion: version, idempotencyKey });
    acted = result.ok;
    if (result.ok || result.error.kind === "STALE") return;
    const codes = result.error.kind === "REFUSED" ? result.error.reasons.map(({ code }) => code) : [result.error.kind];
    ctx.log.warn({ caseId, action: move.action, codes }, "clocks: what follows from a clock was refused");
  });
  return acted;
}

/** One case that cannot be worked must not hold up all the others; it is logged, and met again at the next turn. */
async function guarded({ log }: ActionContext, caseId: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error, caseId }, "clocks: a case could not be worked, the others go on");
  }
}
