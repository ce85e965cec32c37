import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { toShutReason } from "../cases/available-action.type.ts";
import { toCase } from "../cases/case.type.ts";
import { previewBulk } from "../cases/queries/preview-bulk.ts";
import { badInput } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import { money } from "../kernel/money.ts";
import type { RequestContext } from "../request-context.ts";
import { staffById } from "../staff/queries/find-staff.ts";
import { StaffType, staffOf, toStaff } from "../staff/staff.type.ts";
import { spreadCases } from "./domain/spread-cases.ts";
import { type AgentLoad, deskLoad } from "./queries/desk-load.ts";
import { listOpenWork } from "./queries/open-work.ts";
import { AgentLoadType, ReassignmentPlanInput, ReassignmentType } from "./supervisor.type.ts";

const mostTakers = 20;

/** The supervisor's desk: who has what, what is late and why, and work that changes hands. */
@Resolver(() => AgentLoadType)
export class SupervisorResolver {
  @Query(() => [AgentLoadType], {
    description: "What each person of the desk has in hand, the latest first; what nobody has stands at the top.",
  })
  async deskLoad(@Ctx() { db, clock }: RequestContext): Promise<readonly AgentLoadType[]> {
    return (await deskLoad(db, clock.now())).map(toLoad);
  }

  @Query(() => [ReassignmentType], {
    description:
      "How somebody's open cases would be spread, the most urgent first, up to 100: nothing is written. `assignCases` does it.",
  })
  async reassignmentPlan(
    @Arg("input", () => ReassignmentPlanInput) { fromId, toIds }: ReassignmentPlanInput,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly ReassignmentType[]> {
    if (toIds.length < 1 || toIds.length > mostTakers)
      throw badInput(`Between 1 and ${mostTakers} people can take over.`);
    const from = fromId == null ? null : rowId(fromId, "Staff");
    // An id that names nobody is not the desk's unassigned work.
    if (fromId != null && from === null) return [];
    const wanted = new Set(toIds.flatMap((id) => rowId(id, "Staff") ?? []));
    const takers = (await deskLoad(ctx.db, ctx.clock.now())).flatMap(({ staff_id, open, takes_work }) =>
      staff_id !== null && takes_work && staff_id !== from && wanted.has(staff_id) ? [{ staffId: staff_id, open }] : [],
    );
    const plan = spreadCases(await listOpenWork(ctx.db, from), takers);
    const taken = new Map(plan.map(({ caseId, staffId }) => [caseId, staffId]));
    const previews = await previewBulk(ctx, "ASSIGN", [...taken.keys()]);
    const rows = await Promise.all(
      previews.map(async ({ row, reasons }) => {
        const to = await ctx.loaders.load(staffById, taken.get(row.id) ?? "");
        if (to === null) return [];
        return [{ case: toCase(row), to: toStaff(to), reasons: reasons.map((reason) => toShutReason(reason, ctx)) }];
      }),
    );
    return rows.flat();
  }

  @FieldResolver(() => StaffType, { nullable: true, description: "Who gives their approvals while they are away." })
  standIn(@Root() { standInId }: AgentLoadType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, standInId);
  }
}

function toLoad(load: AgentLoad): AgentLoadType {
  const { staff_id, name, email, role, active } = load;
  const isSomebody = staff_id !== null && name !== null && email !== null && role !== null && active !== null;
  return {
    staff: isSomebody ? toStaff({ id: staff_id, name, email, role, active }) : null,
    takesWork: load.takes_work,
    standInId: load.stand_in_id,
    away: load.stand_in_id !== null,
    open: load.open,
    overdue: load.overdue,
    dueToday: load.due_today,
    averageAgeHours: load.average_age_hours,
    money: load.money.map(({ currency, minor }) => money(BigInt(minor), currency)),
  };
}
