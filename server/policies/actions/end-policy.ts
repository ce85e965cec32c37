import type { Result } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { endRefusals, soonestChange } from "../domain/version-life.ts";
import type { PolicyFailure } from "./change-draft.ts";
import { type EndVersion, endVersion } from "./end-version.ts";
import { setVersionEnd } from "./set-version-end.ts";

export interface EndPolicy extends EndVersion {
  /** The first moment without it; null: the soonest. */
  readonly from: Date | null;
}

/** Ends a narrower policy with the version that decides by it now; the next wider one decides from then on. */
export function endPolicy(ctx: ActionContext, { from, ...command }: EndPolicy): Promise<Result<string, PolicyFailure>> {
  const endsAt = (at: Date) => from ?? soonestChange(at);
  return endVersion(ctx, command, {
    action: "END",
    refusals: ({ facts }, at) => endRefusals(facts, ctx.actor, endsAt(at), at),
    write: (db, { version }, at) => setVersionEnd(db, version.id, endsAt(at)),
  });
}
