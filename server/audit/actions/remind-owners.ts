import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import type { House } from "../../request-context.ts";
import { tellOwner } from "./tell-owner.ts";

/** Whoever is not reached at one turn is at the next. */
const mostAtOnce = 200;

interface Late {
  readonly id: string;
  readonly version: number;
  readonly ownerId: string;
  readonly dueOn: Day;
  readonly caseNumber: string;
}

/**
 * Tells the owners of findings whose day has gone by, once for each day that was set; whoever is not at work is told once
 * they are back. Done again it does nothing more.
 */
export function remindOwners(house: House): Promise<number> {
  const today = deskDay(house.clock.now());
  return house.db.transaction().execute(async (trx) => {
    const { rows } = await sql<Late>`
      with late as (
        select open.id from audit_finding open join staff owner on owner.id = open.owner_id and owner.active
        where open.state in ('OPEN', 'IN_PROGRESS') and open.due_on < ${today}::date
          and open.told_due_on is distinct from open.due_on
        order by open.id limit ${sql.lit(mostAtOnce)} for update of open skip locked
      )
      update audit_finding finding set told_due_on = finding.due_on from late, cases
      where finding.id = late.id and cases.id = finding.case_id
      returning finding.id, finding.version, finding.owner_id as "ownerId", finding.due_on as "dueOn", cases.number as "caseNumber"`.execute(
      trx,
    );
    for (const late of rows) await tellOwner(trx, house, late, "FINDING_OVERDUE");
    return rows.length;
  });
}
