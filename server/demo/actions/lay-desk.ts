import type { Login } from "../../platform/login/login.ts";
import { publishDefaultPolicy } from "../../policies/actions/publish-default-policy.ts";
import type { House } from "../../request-context.ts";
import { publishDefaultCourses } from "../../training/actions/publish-default-courses.ts";
import { longBefore } from "../plan/desk-time.ts";
import type { DeskPlan } from "../plan/plan-desk.ts";
import { findPeople } from "../queries/find-people.ts";
import { heldHouse } from "./held-house.ts";
import { editionDaysAgo, layPolicyHistory } from "./lay-policies.ts";
import { openPlannedCase } from "./open-planned-case.ts";
import { learnEdition, teachStaff } from "./teach-staff.ts";
import { inOrder } from "./together.ts";
import { writeShops } from "./write-shops.ts";
import { writeStaff } from "./write-staff.ts";
import { writeTemplates } from "./write-templates.ts";

/** Writes everything that the stories are about, and opens the cases in the order in which they came: all of it or nothing. */
export async function layDesk(house: House, login: Login, plan: DeskPlan): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const before = longBefore(plan.openedAt);
    // The policy a day earlier: the rules of training ask nobody to learn anew what came out before them.
    await publishDefaultPolicy(trx, new Date(before.getTime() - 86_400_000));
    await publishDefaultCourses(heldHouse(house, trx).db, before);
    await writeShops(trx, plan);
    await writeStaff(trx, login, plan);
    await teachStaff(heldHouse(house, trx), plan.openedAt);
    const people = await findPeople(trx, plan.colleagues);
    await writeTemplates(heldHouse(house, trx), people.person("supervisor"));
    await layPolicyHistory(heldHouse(house, trx), people, plan.openedAt);
    await learnEdition(heldHouse(house, trx), new Date(plan.openedAt.getTime() - editionDaysAgo * 86_400_000));
    await inOrder(plan.cases, (told) => openPlannedCase(heldHouse(house, trx), told, people));
  });
}
