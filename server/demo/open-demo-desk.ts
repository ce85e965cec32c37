import type { Login } from "../platform/login/login.ts";
import type { House } from "../request-context.ts";
import { demoPassword, demoStaff, emailOf } from "./demo-staff.ts";
import type { DeskLogIn } from "./desk-log-in.ts";
import { isFilled } from "./queries/is-filled.ts";

/** Fills an empty desk with the demo, and says how to sign in to it. Where it is filled already, that is one small question. */
export async function openDemoDesk(house: House, login: Login): Promise<readonly DeskLogIn[]> {
  if (!(await isFilled(house.db))) {
    // What draws and tells the stories is large, and needed once in the life of a desk.
    const { fillDesk } = await import("./actions/fill-desk.ts");
    await fillDesk(house, login);
  }
  return demoStaff.map(({ address, role }) => ({ role, email: emailOf(address), password: demoPassword }));
}
