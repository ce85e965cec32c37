import { sql } from "kysely";
import { endWindows } from "../../cases/actions/end-windows.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Login } from "../../platform/login/login.ts";
import type { House } from "../../request-context.ts";
import type { CasePlan } from "../plan/plan-case.ts";
import { planDesk } from "../plan/plan-desk.ts";
import { isFilled } from "../queries/is-filled.ts";
import { heldHouse } from "./held-house.ts";
import { liveCase } from "./live-case.ts";
import { openPlannedCase } from "./open-planned-case.ts";
import type { Scene } from "./scene.ts";
import { inOrder, someAtATime, together } from "./together.ts";
import { writeShops } from "./write-shops.ts";
import { writeStaff } from "./write-staff.ts";

/** While one case waits for the database, another thinks. */
const casesAtOnce = 6;
/** How many are opened while as many others live. */
const chapter = 60;

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
  await sql`analyze`.execute(trx);
  const open = async (told: CasePlan): Promise<Scene> => {
    const caseId = await openPlannedCase(held, told, shops, staff);
    return { house: held, staff, plan: told, caseId, openedAt: plan.openedAt };
  };
  // Cases are opened one after the other, so that they are numbered as they came; meanwhile those before live their lives.
  let before: readonly Scene[] = [];
  for (let first = 0; first < plan.cases.length; first += chapter) {
    const [scenes] = await together([
      inOrder(plan.cases.slice(first, first + chapter), open),
      someAtATime(casesAtOnce, before, liveCase),
    ]);
    before = scenes;
    if (first === 0) await sql`analyze`.execute(trx);
  }
  await someAtATime(casesAtOnce, before, liveCase);
  while ((await endWindows(held, 100)) > 0);
  return { merchants: shops.count, transactions: plan.sales.length, cases: plan.cases.length };
}
