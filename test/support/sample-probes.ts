import { newId } from "../../server/kernel/ids.ts";
import type { ApiClient } from "./api-client.ts";
import { type Level, levelOf } from "./authorization-matrix.ts";
import type { SeededSample } from "./seed-sample.ts";

interface Seeds {
  readonly sample: SeededSample;
}
type Probe = (client: ApiClient, seeds: Seeds) => Promise<Level>;

const seen =
  (document: string, idsOf: (seeds: Seeds) => { readonly own: string; readonly other: string }): Probe =>
  async (client, seeds) => {
    const ids = idsOf(seeds);
    const sees = async (id: string) => JSON.stringify((await client.query(document, { id })).data).includes(id);
    return levelOf({ own: await sees(ids.own), other: await sees(ids.other) });
  };

const plan = { kind: "RANDOM", seed: "a-seed", size: 1, from: "2026-01-01", to: "2026-12-31" };

/** Samples are of the whole desk; findings are also their owners'. */
export const sampleProbes: Readonly<Record<string, Probe>> = {
  "Query.auditSamples": async (client) =>
    (await client.query<{ auditSamples: { edges: object[] } }>("{ auditSamples { edges { node { id } } } }")).data
      .auditSamples.edges.length > 0
      ? "yes"
      : "no",
  "Query.auditSample": seen("query ($id: ID!) { auditSample(id: $id) { id } }", ({ sample: { id } }) => ({
    own: id,
    other: id,
  })),
  "Query.sampleItem": seen("query ($id: ID!) { sampleItem(id: $id) { id } }", ({ sample }) => sample.items),
  "Query.accessLog": async (client) =>
    (await client.query<{ accessLog: { edges: object[] } }>("{ accessLog { edges { node { id } } } }")).data.accessLog
      .edges.length > 0
      ? "yes"
      : "no",
  "Query.samplePreview": async (client) => {
    const document = "query ($plan: SamplePlanInput!) { samplePreview(plan: $plan) { __typename } }";
    const { data } = await client.query<{ samplePreview: object | null }>(document, { plan });
    return data.samplePreview === null ? "no" : "yes";
  },
  "Query.auditFindings": async (client, { sample: { findings } }) => {
    const { data } = await client.query("{ auditFindings { edges { node { id } } } }");
    const text = JSON.stringify(data);
    return levelOf({ own: text.includes(findings.own), other: text.includes(findings.other) });
  },
};

type Told<P> = (level: Level, document: string, input: object) => P;

/** What they are told is wrong, so that they answer and do nothing. */
export function sampleMutationProbes<P>(told: Told<P>): Readonly<Record<string, P>> {
  return {
    "Mutation.drawSample": told(
      "yes",
      "mutation ($input: DrawSampleInput!) { drawSample(input: $input) { __typename } }",
      { title: "x", plan, asOf: "2999-01-01T00:00:00.000Z", populationHash: "x", idempotencyKey: newId() },
    ),
    "Mutation.reviewSampleItem": told(
      "yes",
      "mutation ($input: ReviewSampleItemInput!) { reviewSampleItem(input: $input) { __typename } }",
      { itemId: "x", expectedVersion: 1, answers: [] },
    ),
    "Mutation.raiseFinding": told(
      "yes",
      "mutation ($input: RaiseFindingInput!) { raiseFinding(input: $input) { __typename } }",
      {
        ...{ itemId: "x", severity: "LOW", what: "x", cause: "x", correction: "x", ownerId: "x" },
        ...{ dueOn: "2999-01-01", idempotencyKey: newId() },
      },
    ),
    "Mutation.changeFinding": told(
      "yes",
      "mutation ($input: ChangeFindingInput!) { changeFinding(input: $input) { __typename } }",
      { findingId: "x", expectedVersion: 1, severity: "LOW", ownerId: "x", dueOn: "2999-01-01" },
    ),
    "Mutation.moveFinding": told(
      "yes",
      "mutation ($input: MoveFindingInput!) { moveFinding(input: $input) { __typename } }",
      { findingId: "x", expectedVersion: 1, step: "START" },
    ),
  };
}
