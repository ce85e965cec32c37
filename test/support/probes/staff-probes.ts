import { newId } from "../../../server/kernel/ids.ts";
import { anything, letsIn, type Probes, told } from "./probe.ts";

const nobody = { staffId: "x", expectedVersion: 1 };

/** Of nobody, of an older version, or without anything to do: they answer, and do nothing. */
export const staffProbes: Probes = {
  "Query.viewer": async (client) =>
    (await client.query<{ viewer: object | null }>("{ viewer { id } }")).data.viewer === null ? "no" : "own",
  "Query.staff": anything("{ staff { edges { node { id } } } }"),
  "Query.deskLoad": anything("{ deskLoad { staff { id } } }"),
  "Query.clockBreaches": anything("{ clockBreaches { edges { node { id } } } }"),
  "Query.reopenableCases": anything("{ reopenableCases { edges { node { case { id } } } } }"),
  "Query.apiKeys": async (client) => {
    const { data } = await client.query<{ apiKeys: { edges: { node: { mine: boolean } }[] } }>(
      "{ apiKeys { edges { node { mine } } } }",
    );
    const { edges } = data.apiKeys;
    return edges.length === 0 ? "no" : edges.every(({ node }) => node.mine) ? "own" : "yes";
  },
  "Query.apiKeyScopes": async (client) =>
    (await client.query<{ apiKeyScopes: object[] }>("{ apiKeyScopes { right } }")).data.apiKeyScopes.length > 0
      ? "own"
      : "no",
  "Query.rights": anything("{ rights { id: right } }"),
  "Query.roles": anything("{ roles { id } }"),
  "Query.roleChanges": anything("{ roleChanges { id } }"),
  "Query.previewRoleChange": anything("{ previewRoleChange(role: TRAINER, permissions: []) { id: count } }"),
  "Mutation.inviteStaff": told("yes", { email: "x", name: "x", locale: "EN", placement: { role: "TRAINER" } }),
  "Mutation.inviteStaffAgain": told("yes", nobody),
  "Mutation.changeStaffRole": told("yes", { ...nobody, placement: { role: "TRAINER" } }),
  "Mutation.suspendStaff": told("yes", nobody),
  "Mutation.reinstateStaff": told("yes", nobody),
  "Mutation.endStaff": told("yes", nobody),
  "Mutation.createApiKey": told("own", { name: "x", scopes: [], days: 0, idempotencyKey: newId() }),
  "Mutation.revokeApiKey": told("own", { id: "x" }),
  "Mutation.proposeRoleChange": told("yes", {
    ...{ role: "TRAINER", permissions: [], expectedVersion: 0, idempotencyKey: newId(), reason: "x" },
  }),
  "Mutation.withdrawRoleChange": letsIn("yes", { id: "x" }),
};
