import { newId } from "../../../server/kernel/ids.ts";
import { anything, letsIn, listed, oneByOne, type Probe, type Probes, told } from "./probe.ts";

function seesRequest(document: string, variables: (id: string) => object, seen: RegExp): Probe {
  return oneByOne(document, ({ approvalId }) => variables(approvalId), seen);
}

export const approvalProbes: Probes = {
  "Query.approvals": listed("{ approvals(box: OPEN) { edges { node { id } } } }", ({ approvalId }) => approvalId),
  "Query.approvalsForMe": async (client) =>
    ((await client.query<{ approvalsForMe: number | null }>("{ approvalsForMe }")).data.approvalsForMe ?? 0) > 0
      ? "yes"
      : "no",
  "Query.approvalPreview": seesRequest(
    "query ($id: ID!) { approvalPreview(ids: [$id]) { requests { id } } }",
    (id) => ({ id }),
    /"id":/,
  ),
  "Query.delegations": anything("{ delegations { id } }"),
  // At a version that no request has: who sees it is told so, and for the others it is not there.
  "Mutation.decideApprovals": seesRequest(
    "mutation ($input: DecideApprovalsInput!) { decideApprovals(input: $input) { result { __typename } } }",
    (id) => ({ input: { verdict: "GRANT", items: [{ id, expectedVersion: 0, idempotencyKey: newId() }] } }),
    /StaleApproval/,
  ),
  "Mutation.delegateApprovals": told("yes", {
    ...{ delegateId: "x", startsAt: "2026-01-02T00:00:00Z", endsAt: "2026-01-01T00:00:00Z" },
  }),
  "Mutation.endDelegation": letsIn("yes", { id: "x" }),
};
