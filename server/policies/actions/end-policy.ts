import type { Day } from "../../kernel/day.ts";
import type { Result } from "../../kernel/result.ts";
import { startOfDay } from "../../kernel/zoned-time.ts";
import type { ActionContext } from "../../request-context.ts";
import { endRefusals, soonestChange } from "../domain/version-life.ts";
import type { PolicyFailure } from "./change-draft.ts";
import { type EndVersion, endVersion } from "./end-version.ts";
import { setVersionEnd } from "./set-version-end.ts";

export interface EndPolicy extends EndVersion {
  /** From the beginning of that day in the policy's time zone; null: from the soonest moment. */
  readonly from: Day | null;
}

/** Ends a narrower policy with the version that decides by it now; the next wider one decides from then on. */
export function endPolicy(ctx: ActionContext, { from, ...command }: EndPolicy): Promise<Result<string, PolicyFailure>> {
  const endsAt = (timeZone: string, at: Date) => (from === null ? soonestChange(at) : startOfDay(from, timeZone));
  return endVersion(ctx, command, {
    action: "END",
    refusals: ({ facts, timeZone }, at) => endRefusals(facts, ctx.actor, endsAt(timeZone, at), at),
    write: (db, { version, timeZone }, at) => setVersionEnd(db, version.id, endsAt(timeZone, at)),
  });
}
