import type { House } from "../../request-context.ts";
import { inviteStaff } from "../../staff/actions/invite-staff.ts";
import { moveStaff } from "../../staff/actions/move-staff.ts";
import { findStaffActor } from "../../staff/queries/find-actor.ts";
import { emailOf } from "../demo-staff.ts";

/** What the administrator has begun: somebody is invited and has not joined yet, and somebody is shut out for now. */
export async function layPeople(house: House, administratorId: string): Promise<void> {
  const actor = await findStaffActor(house.db, administratorId, house.clock.now());
  if (actor === null) throw new Error("The demo's administrator is not there");
  const ctx = { ...house, actor, locale: "en" as const };
  const desk = { role: "SUPPORT_AGENT", merchantId: null, institutionId: null } as const;
  await inviteStaff(ctx, { email: emailOf("newcomer"), name: "何雨桐", locale: "zh-CN", ...desk });
  await shutOut(ctx, "agent4");
}

async function shutOut(ctx: Parameters<typeof moveStaff>[0], address: string): Promise<void> {
  const person = await ctx.db
    .selectFrom("staff")
    .select(["id", "version"])
    .where("email", "=", emailOf(address))
    .executeTakeFirstOrThrow();
  const reason = "笔记本电脑遗失，找回前停用";
  await moveStaff(ctx, { kind: "SUSPEND", staffId: person.id, expectedVersion: person.version, reason });
}
