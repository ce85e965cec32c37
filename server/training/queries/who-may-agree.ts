import { type ApprovalFacts, standingToAgree } from "../../approvals/domain/may-decide.ts";
import { approversOf } from "../../approvals/queries/request-parts.ts";
import type { RequestContext } from "../../request-context.ts";
import type { GateCourse } from "../../staff/domain/gate-courses.ts";
import type { StaffRow } from "../../staff/queries/find-staff.ts";
import { mostNames } from "./find-capable.ts";

/** Who else may give the word that is next, by the rule that would let them: on no side, in their turn, and taught. */
export async function whoMayAgree(
  ctx: RequestContext,
  approval: ApprovalFacts,
  course: GateCourse,
): Promise<readonly StaffRow[]> {
  const [next] = approval.missing;
  if (next === undefined) return [];
  const [now, asking] = [ctx.clock.now(), { training: [course], notNow: null }];
  return (await ctx.loaders.load(approversOf, next))
    .filter(
      (person) => person.id !== ctx.actor.id && standingToAgree(approval, asking, person, now).reasons.length === 0,
    )
    .slice(0, mostNames);
}
