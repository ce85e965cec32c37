import { toGlobalId } from "../../server/kernel/ids.ts";
import type { SignedIn, TestApi } from "./api.ts";

interface Attempt {
  readonly client: SignedIn;
  readonly variables: Readonly<Record<string, unknown>>;
}

let invited = 0;

/** Mutations on people, asked as they are when nothing is wrong; each on a colleague of its own. */
export function staffAttempts(api: TestApi): Readonly<Record<string, () => Promise<Attempt>>> {
  const administrator = () => api.as("ADMINISTRATOR");
  const invitation = () => ({
    email: `attempt${++invited}@redress.test`,
    name: "新来的",
    locale: "ZH_CN",
    placement: { role: "SUPPORT_AGENT" },
  });
  const asked = (input: object): Attempt => ({ client: administrator(), variables: { input } });
  async function newcomer() {
    const { data } = await administrator().query<{ inviteStaff: { staff: { id: string; version: number } } }>(
      "mutation ($input: InviteStaffInput!) { inviteStaff(input: $input) { ... on StaffMoved { staff { id version } } } }",
      { input: invitation() },
    );
    const { id, version } = data.inviteStaff.staff;
    return { staffId: id, expectedVersion: version };
  }
  async function colleague() {
    const { staffId } = await api.another("SUPPORT_AGENT");
    return { staffId: toGlobalId("Staff", staffId), expectedVersion: 1, reason: "As agreed." };
  }
  return {
    inviteStaff: async () => asked(invitation()),
    inviteStaffAgain: async () => asked(await newcomer()),
    changeStaffRole: async () => asked({ ...(await colleague()), placement: { role: "SUPERVISOR" } }),
    suspendStaff: async () => asked(await colleague()),
    reinstateStaff: async () => {
      const one = await colleague();
      await administrator().query(
        "mutation ($input: SuspendStaffInput!) { suspendStaff(input: $input) { __typename } }",
        {
          input: one,
        },
      );
      return asked({ ...one, expectedVersion: 2 });
    },
    endStaff: async () => asked(await colleague()),
  };
}
