import type { Db } from "../../platform/database/database.ts";
import type { CaseCommand } from "../case-command.ts";
import type { EffectName } from "../domain/transition.ts";
import { workflow } from "../domain/workflow.ts";

const asksWhoWorksIt: ReadonlySet<EffectName> = new Set<EffectName>(["CHECK_ASSIGNEE", "RELEASE_GONE_ASSIGNEE"]);

/**
 * Keeps whoever a case is about to be theirs, and whose it is, as they are: people before cases, and in the order of ids, as
 * whoever moves somebody and gives their cases away does (`moveStaff`). The other way round the two wait for each other.
 */
export async function holdAssignees(db: Db, { action, caseId, input }: CaseCommand): Promise<void> {
  if (!workflow[action].effects.some((effect) => asksWhoWorksIt.has(effect))) return;
  const given = "assigneeId" in input ? input.assigneeId : null;
  await db
    .selectFrom("staff")
    .select("id")
    .where(({ eb, or, selectFrom }) =>
      or([
        eb("id", "=", given),
        eb("id", "=", selectFrom("cases").select("assignee_id").where("cases.id", "=", caseId)),
      ]),
    )
    .orderBy("id")
    .forShare()
    .execute();
}
