import { newId } from "../../../server/kernel/ids.ts";
import { levelOf } from "../authorization-matrix.ts";
import type { Seeds } from "../authorization-seeds.ts";
import { anything, listed, type Probe, type Probes, perCase, told } from "./probe.ts";

const plan = { kind: "RANDOM", seed: "a-seed", size: 1, from: "2026-01-01", to: "2026-12-31" };
const noFinding = { findingId: "x", expectedVersion: 1 };

function eachOf(document: string, idsOf: (seeds: Seeds) => { readonly own: string; readonly other: string }): Probe {
  return async (client, seeds) => {
    const ids = idsOf(seeds);
    const sees = async (id: string) => JSON.stringify((await client.query(document, { id })).data).includes(id);
    return levelOf({ own: await sees(ids.own), other: await sees(ids.other) });
  };
}

/** Samples are of the whole desk; findings are also their owners'. What the mutations are told is wrong, so that they do nothing. */
export const auditProbes: Probes = {
  "Query.auditLog": listed("{ auditLog(first: 100) { edges { node { case { id } } } } }", ({ id }) => id),
  "Query.chainOfCase": perCase("query ($id: ID!) { chainOfCase(caseId: $id) { id: head } }", ({ id }) => ({ id })),
  "Query.deskLog": anything("{ deskLog(first: 1) { edges { node { id } } } }"),
  "Query.accessLog": anything("{ accessLog { edges { node { id } } } }"),
  "Query.auditRuns": anything("{ auditRuns { id } }"),
  "Query.exceptions": listed("{ exceptions(first: 100) { edges { node { case { id } } } } }", ({ id }) => id),
  "Query.auditSamples": anything("{ auditSamples { edges { node { id } } } }"),
  "Query.auditSample": eachOf("query ($id: ID!) { auditSample(id: $id) { id } }", ({ sample: { id } }) => ({
    own: id,
    other: id,
  })),
  "Query.sampleItem": eachOf("query ($id: ID!) { sampleItem(id: $id) { id } }", ({ sample }) => sample.items),
  "Query.samplePreview": anything(
    "query ($plan: SamplePlanInput!) { samplePreview(plan: $plan) { id: __typename } }",
    () => ({ plan }),
  ),
  "Query.auditFindings": async (client, { sample: { findings } }) => {
    const text = JSON.stringify((await client.query("{ auditFindings { edges { node { id } } } }")).data);
    return levelOf({ own: text.includes(findings.own), other: text.includes(findings.other) });
  },
  "Mutation.noteException": told("yes", {
    ...{ exceptionId: "x", expectedNotes: 0, disposition: "ACKNOWLEDGED", note: "x" },
  }),
  "Mutation.drawSample": told("yes", {
    ...{ title: "x", plan, asOf: "2999-01-01T00:00:00.000Z", populationHash: "x", idempotencyKey: newId() },
  }),
  "Mutation.reviewSampleItem": told("yes", { itemId: "x", expectedVersion: 1, answers: [] }),
  "Mutation.raiseFinding": told("yes", {
    ...{ itemId: "x", severity: "LOW", what: "x", cause: "x", correction: "x", ownerId: "x" },
    ...{ dueOn: "2999-01-01", idempotencyKey: newId() },
  }),
  "Mutation.changeFinding": told("yes", { ...noFinding, severity: "LOW", ownerId: "x", dueOn: "2999-01-01" }),
  "Mutation.moveFinding": told("yes", { ...noFinding, step: "START" }),
};
