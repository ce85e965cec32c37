import { sql } from "kysely";
import { endWindows } from "../../cases/actions/end-windows.ts";
import type { Login } from "../../platform/login/login.ts";
import type { House } from "../../request-context.ts";
import { planDesk } from "../plan/plan-desk.ts";
import { findDeskOpening } from "../queries/find-desk-opening.ts";
import { findPeople } from "../queries/find-people.ts";
import { isFilled } from "../queries/is-filled.ts";
import { answerPastNotices } from "./answer-past-notices.ts";
import { deliverPastNotices } from "./deliver-past-notices.ts";
import { gatherScenes } from "./gather-scenes.ts";
import { heldHouse } from "./held-house.ts";
import { layAdministration } from "./lay-administration.ts";
import { layApiKeys } from "./lay-api-keys.ts";
import { layDesk } from "./lay-desk.ts";
import { layPeople } from "./lay-people.ts";
import { layPolicyRoom } from "./lay-policies.ts";
import { layRoleChange } from "./lay-role-change.ts";
import { laySample } from "./lay-sample.ts";
import { liveCase } from "./live-case.ts";
import type { Scene } from "./scene.ts";
import { someAtATime } from "./together.ts";
import { addLastPerson } from "./write-staff.ts";

/** While one case waits for the database, others think. */
const casesAtOnce = 4;

/** Fills the desk. Of several processes that start at once one does; the others wait for it and find it done. */
export async function fillDesk(house: House, login: Login): Promise<void> {
  await house.db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(hashtextextended('demo desk', 0))`.execute(held);
    try {
      if (!(await isFilled(house.db))) await fill(house, login);
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended('demo desk', 0))`.execute(held);
    }
  });
}

/**
 * Whatever moment this is cut off at, the next start goes on from there: shops, people and requests are one transaction,
 * each case's life is one, and who is added last says that all is there.
 */
async function fill(house: House, login: Login): Promise<void> {
  const began = performance.now();
  const laidAt = await findDeskOpening(house.db);
  const plan = planDesk(laidAt ?? house.clock.now());
  if (laidAt === null) await layDesk(house, login, plan);
  // Until the statistics know the rows, statements are planned for empty tables.
  await sql`analyze`.execute(house.db);
  await someAtATime(casesAtOnce, await gatherScenes(house, plan), liveInOne);
  while ((await endWindows(house, 100)) > 0);
  const people = await findPeople(house.db, plan.colleagues);
  await layPolicyRoom(house, people, people.verifierOf(0).merchantId ?? "");
  await laySample(house, people);
  await deliverPastNotices(house);
  await answerPastNotices(house, people);
  await sql`analyze`.execute(house.db);
  const administratorId = await addLastPerson(house.db, login, plan);
  await layPeople(house, administratorId);
  await layRoleChange(house, administratorId);
  await layApiKeys(house);
  await layAdministration(house);
  const counts = { transactions: plan.sales.length, cases: plan.cases.length };
  house.log.info({ counts, durationMs: Math.round(performance.now() - began) }, "The demo desk was filled");
}

function liveInOne(scene: Scene): Promise<void> {
  return scene.house.db.transaction().execute((trx) => liveCase({ ...scene, house: heldHouse(scene.house, trx) }));
}
