import { newId, toGlobalId } from "../../../server/kernel/ids.ts";
import { levelOf } from "../authorization-matrix.ts";
import { letsIn, listed, oneByOne, type Probe, type Probes, perCase, permitted, told } from "./probe.ts";

/** What is told of cases that are asked for together: which of the two are among them. */
function amongBoth(document: string): Probe {
  return async (client, { own, other, assigneeId }) => {
    const text = JSON.stringify((await client.query(document, { ids: [own.id, other.id], assigneeId })).data);
    return levelOf({ own: text.includes(`"${own.id}"`), other: text.includes(`"${other.id}"`) });
  };
}

const payment = ({ transactionId }: { readonly transactionId: string }) => ({
  id: toGlobalId("Transaction", transactionId),
});

export const caseProbes: Probes = {
  "Query.case": perCase("query ($id: ID!) { case(id: $id) { id } }", ({ id }) => ({ id })),
  "Query.node": perCase("query ($id: ID!) { node(id: $id) { id } }", ({ id }) => ({ id })),
  // Transactions too, for whoever runs the imports.
  "Query.search": listed('{ search(text: "1111", first: 50) { transaction { id } } }', (target) => payment(target).id),
  "Query.cases": listed("{ cases { edges { node { id } } } }", ({ id }) => id),
  "Query.actionOutlook": perCase(
    "query ($id: ID!) { actionOutlook(caseId: $id, input: { action: ADD_NOTE }) { goesTo } }",
    ({ id }) => ({ id }),
  ),
  "Query.caseCounts": async (client) => {
    const { data } = await client.query<{ caseCounts: { count: number }[] }>("{ caseCounts { count } }");
    const total = data.caseCounts.reduce((sum, { count }) => sum + count, 0);
    return total === 0 ? "no" : total === 1 ? "own" : "yes";
  },
  "Query.bulkPreview": amongBoth(
    "query ($ids: [ID!]!) { bulkPreview(action: ADD_NOTE, caseIds: $ids) { case { id } } }",
  ),
  "Query.reassignmentPlan": async (client, { assigneeId, own, other }) => {
    const document = "query ($input: ReassignmentPlanInput!) { reassignmentPlan(input: $input) { case { id } } }";
    const everybody = await client.query<{ staff: { edges: { node: { id: string; role: string } }[] } }>(
      "{ staff { edges { node { id role } } } }",
    );
    const takers = everybody.data.staff.edges
      .filter(({ node }) => node.role === "SUPERVISOR")
      .map(({ node }) => node.id);
    const input = { fromId: assigneeId, toIds: takers.length === 0 ? ["x"] : takers };
    const text = JSON.stringify((await client.query(document, { input })).data);
    return levelOf({ own: text.includes(`"${own.id}"`), other: text.includes(`"${other.id}"`) });
  },
  "Query.referrals": listed("{ referrals { edges { node { id } } } }", ({ referralId }) =>
    toGlobalId("Referral", referralId),
  ),
  "Query.disputes": listed("{ disputes { edges { node { id } } } }", ({ disputeId }) =>
    toGlobalId("Dispute", disputeId),
  ),
  "Query.refunds": listed("{ refunds { edges { node { id } } } }", ({ refundId }) => toGlobalId("Refund", refundId)),
  // Whoever holds the link is the customer; nobody finds another's without it.
  "Query.trackedCase": perCase("query ($token: String!) { trackedCase(token: $token) { id } }", (target, { own }) => ({
    token: target === own ? target.linkToken : target.caseId,
  })),
  "Query.duplicatesOf": perCase("query ($id: ID!) { duplicatesOf(transactionId: $id) { id } }", payment),
  "Query.previewRequest": perCase(
    `query ($id: ID!) {
      previewRequest(input: { transactionId: $id, amount: { minor: "1", currency: "CNY" }, reason: OTHER }) { id: because } }`,
    payment,
  ),
  // Only what calls the asker; the seeds call everyone who reads notes.
  "Query.mentions": listed("{ mentions { edges { node { case { id } } } } }", ({ id }) => id),
  "Query.filledTemplate": perCase(
    "query ($t: ID!, $c: ID!) { filledTemplate(templateId: $t, caseId: $c) { zh { text } } }",
    ({ id }, { templateId }) => ({ t: templateId, c: id }),
  ),
  // Open to everyone, and what comes back is the case that they began by it.
  "Mutation.submitRequest": permitted("own", {
    ...{ slip: { cardLast4: "1" }, amount: { minor: "1", currency: "CNY" }, reason: "OTHER", contact: { name: "x" } },
  }),
  // Open to everyone, and what it sends goes to the case's own customer.
  "Mutation.resendCaseLink": told("own", { number: "", contact: "x" }),
  "Mutation.openCaseForCustomer": permitted("yes", {
    ...{ transactionId: "x", channel: "PHONE", amount: { minor: "1", currency: "CNY" }, reason: "OTHER" },
    contact: { name: "x" },
  }),
  // Which of many cases somebody sees is tested where they are.
  "Mutation.assignCases": onMany({}),
  "Mutation.addNoteToCases": onMany({ message: "x" }),
  "Mutation.requestInformationOnCases": onMany({ message: "x" }),
  "Mutation.closeCases": onMany({ reason: "x" }),
  // Of what is the asker's own; nobody's own is refused to them.
  "Mutation.takeBackMessage": letsIn("own", { id: "x" }),
  "Mutation.readMentions": letsIn("own", { caseId: "x" }),
  "Mutation.reportPresence": oneByOne(
    "mutation ($c: ID!, $p: UUID!) { reportPresence(caseId: $c, page: $p) }",
    ({ id }) => ({ c: id, p: newId() }),
    /true/,
  ),
};

function onMany(input: object): Probe {
  return permitted("yes", { ...input, cases: [{ caseId: "x", expectedVersion: 1 }] });
}
