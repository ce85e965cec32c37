import { issuerOfNetwork } from "../../disputes/actions/issuer-of-network.ts";
import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Login } from "../../platform/login/login.ts";
import { addStaff } from "../../staff/actions/add-staff.ts";
import { type Actor, staffActor } from "../../staff/domain/actor.ts";
import { demoPassword, emailOf } from "../demo-staff.ts";
import type { DemoColleague } from "../plan/demo-colleagues.ts";
import { longBefore } from "../plan/desk-time.ts";
import type { DeskPlan } from "../plan/plan-desk.ts";
import { together } from "./together.ts";
import type { WrittenShops } from "./write-shops.ts";

/** Who acts in the histories: the desk's own by address, the others by what they answer for. */
export interface WrittenStaff {
  person(address: string): Actor;
  verifierOf(merchant: number): Actor;
  officerOf(network: string): Actor;
}

export async function writeStaff(db: Db, login: Login, plan: DeskPlan, shops: WrittenShops): Promise<WrittenStaff> {
  const joinedAt = longBefore(plan.openedAt);
  const people = await together(
    plan.colleagues.map(async (colleague) => {
      const scope = await scopeOf(db, colleague, shops, joinedAt);
      const id = colleague.signsIn
        ? await addStaff(db, login, { ...newStaff(colleague), password: demoPassword, ...scope }, joinedAt)
        : await addWithoutLogin(db, { ...newStaff(colleague), ...scope }, joinedAt);
      const { merchantId = null, institutionId = null } = scope;
      return {
        colleague,
        actor: staffActor({ id, name: colleague.name, role: colleague.role, merchantId, institutionId }),
      };
    }),
  );
  const find = (wanted: (colleague: DemoColleague) => boolean): Actor => {
    const found = people.find(({ colleague }) => wanted(colleague));
    if (found === undefined) throw new Error("The demo has nobody for that");
    return found.actor;
  };
  return {
    person: (address) => find((one) => one.address === address),
    verifierOf: (merchant) => find((one) => one.merchant === merchant),
    officerOf: (network) => find((one) => one.network === network),
  };
}

function newStaff({ address, name, role }: DemoColleague) {
  return { email: emailOf(address), name, role };
}

type Scope = Partial<Readonly<Record<"merchantId" | "institutionId", string>>>;

async function scopeOf(db: Db, { merchant, network }: DemoColleague, shops: WrittenShops, at: Date): Promise<Scope> {
  if (merchant !== undefined) return { merchantId: shops.merchantId(merchant) };
  return network === undefined ? {} : { institutionId: await issuerOfNetwork(db, network, at) };
}

/** Somebody whose log-in nobody has made yet. */
async function addWithoutLogin(db: Db, person: ReturnType<typeof newStaff> & Scope, at: Date): Promise<string> {
  const id = newId();
  const { email, name, role, merchantId = null, institutionId = null } = person;
  await db
    .insertInto("staff")
    .values({
      id,
      login_id: null,
      email,
      name,
      role,
      merchant_id: merchantId,
      institution_id: institutionId,
      active: true,
      created_at: at,
    })
    .execute();
  return id;
}
