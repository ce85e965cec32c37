import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import { isProviderId } from "../../providers/domain/provider-rules.ts";
import type { ActionContext } from "../../request-context.ts";
import { judgePlan, keptReason, type MaintenancePlan, type MaintenanceRefusal } from "../domain/maintenance.ts";
import { lockAgainstSending } from "./lock-sending.ts";
import { writeMaintenanceEvent } from "./write-maintenance-event.ts";

export interface NewMaintenance extends MaintenancePlan {
  readonly provider: string;
}

/** Plans a time in which a provider is sent nothing. Sent twice, the second overlaps the first and is told so. */
export function planMaintenance(
  ctx: ActionContext,
  { provider, startsAt: asked, endsAt, reason }: NewMaintenance,
): Promise<Result<string, readonly MaintenanceRefusal[]>> {
  return decideInTransaction<string, readonly MaintenanceRefusal[]>(ctx.db, async (db) => {
    await lockAgainstSending(db, provider);
    const at = ctx.clock.now();
    // What was sent before now was sent: a window that was to begin earlier begins now.
    const startsAt = asked < at ? at : asked;
    const [zh, en] = [keptReason(reason.zh), keptReason(reason.en)];
    const against: readonly MaintenanceRefusal[] = [
      ...(isProviderId(provider) ? [] : (["PROVIDER_UNKNOWN"] as const)),
      ...judgePlan({ startsAt: asked, endsAt, reason }, at),
      ...((await overlaps(db, provider, startsAt, endsAt)) ? (["OVERLAPS"] as const) : []),
    ];
    if (against.length > 0 || zh === null || en === null) return refused(against);
    const id = newId();
    await db
      .insertInto("provider_maintenance")
      .values({
        ...{ id, provider, starts_at: startsAt, ends_at: endsAt, created_at: at },
        ...{ reason_zh: zh, reason_en: en },
      })
      .execute();
    const by = { maintenanceId: id, actorId: ctx.actor.id, startsAt, endsAt, at };
    await writeMaintenanceEvent(db, { ...by, kind: "PLANNED" });
    return done(id);
  });
}

async function overlaps(db: Db, provider: string, startsAt: Date, endsAt: Date): Promise<boolean> {
  const other = await db
    .selectFrom("provider_maintenance")
    .select("id")
    .where("provider", "=", provider)
    .where("cancelled_at", "is", null)
    .where("starts_at", "<", endsAt)
    .where("ends_at", ">", startsAt)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
