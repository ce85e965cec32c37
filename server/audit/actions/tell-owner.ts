import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { House } from "../../request-context.ts";

export interface OwnedFinding {
  readonly id: string;
  /** What comes back to somebody after others had it is told anew. */
  readonly version: number;
  readonly caseNumber: string;
  readonly ownerId: string;
  readonly dueOn: Day;
}

/** The owner of a finding hears of it when it becomes theirs, when it is sent back, and once its day has gone by. Each is told once. */
export async function tellOwner(
  trx: Db,
  house: Pick<House, "writeNotice" | "clock" | "jobs">,
  { id, version, caseNumber, ownerId, dueOn }: OwnedFinding,
  kind: "FINDING_ASSIGNED" | "FINDING_SENT_BACK" | "FINDING_OVERDUE" = "FINDING_ASSIGNED",
): Promise<void> {
  await house.writeNotice(trx, house, {
    kind,
    reader: { staffId: ownerId },
    fields: { caseNumber, dueOn },
    link: { path: "/audit/findings?mine=1" },
    writeKey: `${kind} ${id} ${ownerId} ${dueOn} ${version}`,
  });
}
