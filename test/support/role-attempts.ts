import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { builtInPermissions, type Permission } from "../../server/staff/domain/permissions.ts";
import type { SignedIn, TestApi } from "./api.ts";

interface Attempt {
  readonly client: SignedIn;
  readonly variables: Readonly<Record<string, unknown>>;
}

const inSchema = (right: Permission) => right.replaceAll(/\.|(?=[A-Z])/g, "_").toUpperCase();

/** Mutations on roles, asked as they are when nothing is wrong. */
export function roleAttempts(api: TestApi): Readonly<Record<string, () => Promise<Attempt>>> {
  const client = api.as("ADMINISTRATOR");

  /** Whatever waited before is out of the way. */
  async function proposal() {
    const { db } = api.house;
    const settled = { state: "WITHDRAWN", settled_at: api.clock.now() } as const;
    await db.updateTable("role_change").set(settled).where("state", "=", "PROPOSED").execute();
    const { version } = await db
      .selectFrom("role")
      .select("version")
      .where("name", "=", "TRAINER")
      .executeTakeFirstOrThrow();
    const permissions = [...builtInPermissions.TRAINER, "template.write"] as const;
    return {
      ...{ role: "TRAINER", permissions: permissions.map(inSchema), expectedVersion: version },
      ...{ idempotencyKey: newId(), reason: "They write the replies." },
    };
  }

  return {
    proposeRoleChange: async () => ({ client, variables: { input: await proposal() } }),
    withdrawRoleChange: async () => {
      await client.query(
        "mutation ($input: ProposeRoleChangeInput!) { proposeRoleChange(input: $input) { __typename } }",
        {
          input: await proposal(),
        },
      );
      const { id } = await api.house.db
        .selectFrom("role_change")
        .select("id")
        .where("state", "=", "PROPOSED")
        .executeTakeFirstOrThrow();
      return { client, variables: { id: toGlobalId("RoleChange", id) } };
    },
  };
}
