import type { Result } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { displacedBy } from "../domain/timeline.ts";
import { withdrawRefusals } from "../domain/version-life.ts";
import type { PolicyFailure } from "./change-draft.ts";
import { type EndVersion, endVersion } from "./end-version.ts";
import { setVersionEnd } from "./set-version-end.ts";

/** Takes back a version that has not begun: it decides nothing, ever, and what it was to take over from goes on. */
export function withdrawVersion(ctx: ActionContext, command: EndVersion): Promise<Result<string, PolicyFailure>> {
  return endVersion(ctx, command, {
    action: "WITHDRAW",
    refusals: ({ facts }, at) => withdrawRefusals(facts, ctx.actor, at),
    write: async (db, { version, others }) => {
      await setVersionEnd(db, version.id, version.effectiveFrom);
      const before = displacedBy(version, others);
      if (before !== null) await setVersionEnd(db, before.id, version.effectiveUntil);
    },
  });
}
