import { sql } from "kysely";
import { endWindows } from "../../cases/actions/end-windows.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Login } from "../../platform/login/login.ts";
import type { House } from "../../request-context.ts";
import { planDesk } from "../plan/plan-desk.ts";
import { isFilled } from "../queries/is-filled.ts";
import { heldHouse } from "./held-house.ts";
import { liveCase } from "./live-case.ts";
import { openPlannedCase } from "./open-planned-case.ts";
import type { Scene } from "./scene.ts";
import { writeShops } from "./write-shops.ts";
import { writeStaff } from "./write-staff.ts";

/** While one case waits for the database, another thinks. */
const casesAtOnce = 6;

/**
 * Fills the desk in one transaction: it is there as a whole or, when the filling is cut off, not at all, and the next start
 * begins again. Of several processes one fills, the others wait for it and find it done.
 */
export async function fillDesk(house: House, login: Login): Promise<void> {
  const began = performance.now();
  const filled = await house.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('demo desk', 0))`.execute(trx);
    if (await isFilled(trx)) return null;
    return fill(house, login, trx);
  });
  if (filled === null) return;
  // Until the statistics know the rows, the first lists would be planned for empty tables.
  await sql`analyze`.execute(house.db);
  house.log.info({ ...filled, tookMs: Math.round(performance.now() - began) }, "The demo desk was filled");
}

async function fill(house: House, login: Login, trx: Db) {
  const held = heldHouse(house, trx);
  const plan = planDesk(house.clock.now());
  const shops = await writeShops(trx, plan);
  const staff = await writeStaff(trx, login, plan, shops);
  const scenes: Scene[] = [];
  for (const told of plan.cases) {
    const caseId = await openPlannedCase(held, told, shops, staff);
    scenes.push({ house: held, staff, plan: told, caseId, openedAt: plan.openedAt });
  }
  await sql`analyze`.execute(trx);
  await eachOf(scenes, liveCase);
  while ((await endWindows(held, 100)) > 0);
  return { merchants: shops.count, transactions: plan.sales.length, cases: scenes.length };
}

/** Some at a time, each as soon as there is room. */
async function eachOf<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = list.values();
  await Promise.all(
    Array.from({ length: casesAtOnce }, async () => {
      for (const one of left) await work(one);
    }),
  );
}
