import { issuerOfNetwork } from "../../disputes/actions/issuer-of-network.ts";
import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Login } from "../../platform/login/login.ts";
import { addStaff } from "../../staff/actions/add-staff.ts";
import { demoPassword, emailOf, lastPerson } from "../demo-staff.ts";
import type { DemoColleague } from "../plan/demo-colleagues.ts";
import { shopId } from "../plan/demo-ids.ts";
import { longBefore } from "../plan/desk-time.ts";
import type { DeskPlan } from "../plan/plan-desk.ts";
import { inOrder, together } from "./together.ts";

/** Adds the demo's people but for the last, whom nobody needs for a story. */
export async function writeStaff(db: Db, login: Login, { colleagues, openedAt }: DeskPlan): Promise<void> {
  const joinedAt = longBefore(openedAt);
  const people = colleagues.filter(({ address }) => address !== lastPerson.address);
  await together(
    people
      .filter(({ signsIn }) => signsIn)
      .map(async (colleague) => {
        const scope = await scopeOf(db, colleague, joinedAt);
        await addStaff(db, login, { ...newStaff(colleague), ...scope, password: demoPassword }, joinedAt);
      }),
  );
  const others = people.filter(({ signsIn }) => !signsIn);
  const scopes = await inOrder(others, (colleague) => scopeOf(db, colleague, joinedAt));
  // People whose log-in nobody has made yet.
  await db
    .insertInto("staff")
    .values(
      others.map((colleague, index) => ({
        id: newId(),
        login_id: null,
        ...newStaff(colleague),
        merchant_id: scopes[index]?.merchantId ?? null,
        institution_id: scopes[index]?.institutionId ?? null,
        active: true,
        created_at: joinedAt,
      })),
    )
    .execute();
  await writeAbsence(db, openedAt);
}

/** One supervisor is away this week, and an agent stands in: what she may decide for him, and what she proposed herself. */
async function writeAbsence(db: Db, openedAt: Date): Promise<void> {
  const day = 86_400_000;
  const idOf = (address: string) =>
    db.selectFrom("staff").select("id").where("email", "=", emailOf(address)).executeTakeFirstOrThrow();
  const [away, deputy] = await Promise.all([idOf("supervisor2"), idOf("agent2")]);
  const startsAt = new Date(openedAt.getTime() - day);
  await db
    .insertInto("delegation")
    .values({
      id: newId(),
      staff_id: away.id,
      delegate_id: deputy.id,
      starts_at: startsAt,
      ends_at: new Date(openedAt.getTime() + 5 * day),
      created_at: startsAt,
    })
    .execute();
}

/** With them the desk is complete, so they come when everything else is there. */
export async function addLastPerson(db: Db, login: Login, { openedAt }: DeskPlan): Promise<string> {
  return addStaff(db, login, { ...newStaff(lastPerson), password: demoPassword }, longBefore(openedAt));
}

function newStaff({ address, name, role }: Pick<DemoColleague, "address" | "name" | "role">) {
  return { email: emailOf(address), name, role };
}

type Scope = Partial<Readonly<Record<"merchantId" | "institutionId", string>>>;

async function scopeOf(db: Db, { merchant, network }: DemoColleague, at: Date): Promise<Scope> {
  if (merchant !== undefined) return { merchantId: shopId(merchant) };
  return network === undefined ? {} : { institutionId: await issuerOfNetwork(db, network, at) };
}
