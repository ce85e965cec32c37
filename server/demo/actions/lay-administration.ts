import { addDays } from "../../kernel/day.ts";
import { deskDay, deskTimeZone } from "../../kernel/desk-day.ts";
import { atTime } from "../../kernel/zoned-time.ts";
import { changeEndpoint } from "../../notices/actions/change-endpoint.ts";
import { registerEndpoint } from "../../notices/actions/register-endpoint.ts";
import { planMaintenance } from "../../refunds/actions/plan-maintenance.ts";
import { stopMaintenance } from "../../refunds/actions/stop-maintenance.ts";
import type { ActionContext, House } from "../../request-context.ts";
import { changeSettings } from "../../settings/actions/change-settings.ts";
import { readSettings } from "../../settings/queries/read-settings.ts";
import { findStaffActor } from "../../staff/queries/find-actor.ts";
import { emailOf, lastPerson } from "../demo-staff.ts";
import { PastClock } from "./held-house.ts";

const minuteMs = 60_000;
const provider = "simulated-acquirer";

/** What the administrator has set and planned: how customers reach the desk, and when the acquirer was or will be closed. */
export async function layAdministration(house: House): Promise<void> {
  const now = house.clock.now();
  const today = deskDay(now);
  const at = (days: number, time: string) => atTime(addDays(today, days), time, deskTimeZone());
  await setContact(await contextAt(house, now));

  // A short upgrade some weeks ago that was over sooner than planned; nobody waited for it.
  const began = at(-19, "02:00");
  const past = await contextAt(house, new Date(began.getTime() - minuteMs));
  const upgrade = { zh: "收单机构核心系统升级", en: "The acquirer upgrades its core system" };
  const windowId = accepted(
    await planMaintenance(past, { provider, startsAt: began, endsAt: at(-19, "04:00"), reason: upgrade }),
  );
  const earlier = await contextAt(house, at(-19, "03:10"));
  accepted(await stopMaintenance(earlier, { windowId, expectedVersion: 1 }));

  const yearly = { zh: "收单机构季度切换演练", en: "The acquirer's quarterly switch-over drill" };
  const planned = { provider, startsAt: at(9, "01:00"), endsAt: at(9, "03:30"), reason: yearly };
  accepted(await planMaintenance(await contextAt(house, now), planned));
  await registerPaused(await contextAt(house, now));
}

/** How customers reach the demo; a number that no exchange gives out. */
async function setContact(ctx: ActionContext): Promise<void> {
  const { version, ...stored } = await readSettings(ctx.db);
  if (stored.phone !== null) return;
  const to = { ...stored, phone: "021-0555-0100", email: emailOf("desk") };
  accepted(await changeSettings(ctx, { expectedVersion: version, to }));
}

/** A shop's system that is not ready yet: paused, since nobody listens at an address of a demo. */
async function registerPaused(ctx: ActionContext): Promise<void> {
  const { merchant_id: merchantId } = await ctx.db
    .selectFrom("staff")
    .select("merchant_id")
    .where("email", "=", emailOf("merchant"))
    .executeTakeFirstOrThrow();
  const owner = { audience: "MERCHANT", merchantId } as const;
  const endpointId = accepted(await registerEndpoint(ctx, { owner, url: "https://hooks.shop.example/redress" }));
  accepted(await changeEndpoint(ctx, { endpointId, expectedVersion: 1, change: { kind: "PAUSED" } }));
}

async function contextAt(house: House, now: Date): Promise<ActionContext> {
  const { id } = await house.db
    .selectFrom("staff")
    .select("id")
    .where("email", "=", emailOf(lastPerson.address))
    .executeTakeFirstOrThrow();
  const actor = await findStaffActor(house.db, id, now);
  if (actor === null) throw new Error("The demo's administrator is not there");
  return { ...house, clock: new PastClock(now), actor, locale: "zh-CN" };
}

function accepted<T, E>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E },
): T {
  if (result.ok) return result.value;
  throw new Error(`The demo's administration was refused: ${JSON.stringify(result.error)}`);
}
