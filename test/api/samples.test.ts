import { createHash } from "node:crypto";
import { sql } from "kysely";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleQuestions } from "../../server/audit/domain/checklist.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { caseRow, type GivenCase } from "../support/given-case.ts";
import { aPlan, type GivenSample, givenSample } from "../support/given-sample.ts";

let api: TestApi;
let decided: readonly GivenCase[];
let waived: GivenCase;
beforeAll(async () => {
  api = await startTestApi();
  waived = await stage.verifying(api);
  await stage.waive(api, waived, "GOODS_STATE", "The shop has closed.");
  const no = { reason: "seen at the counter", overrideReason: "seen" };
  await stage.step(api, waived, "SUPPORT_AGENT", { action: "DECLINE_REQUEST", input: no });
  decided = [waived, await stage.declined(api), await stage.declined(api), await stage.refunding(api)];
  await stage.newCase(api);
});
afterAll(() => api.close());

const PREVIEW = `query ($plan: SamplePlanInput!) { samplePreview(plan: $plan) { __typename
  ... on SamplePreview { asOf populationSize populationHash strata { name label population drawn } method }
  ... on AuditRefused { message reasons { code } } } }`;
const DRAW = `mutation ($input: DrawSampleInput!) { drawSample(input: $input) { __typename
  ... on SampleDrawn { sample { id title itemCount populationSize items { caseNumber risk } chainHead eventCount
    proof { sameSample chainIntact populationSize } } }
  ... on AuditRefused { reasons { code } } } }`;
const REVIEW = `mutation ($input: ReviewSampleItemInput!) { reviewSampleItem(input: $input) { __typename
  ... on SampleItemReviewed { item { id version reviewedAt machine { question answer } reviewedBy { id } } }
  ... on AuditRefused { message reasons { code } } } }`;

const officer = () => api.as("COMPLIANCE_OFFICER");
const wirePlan = (change: Parameters<typeof aPlan>[1] = {}) => {
  const { fromOn, toOn, ...plan } = aPlan(api, change);
  return { ...plan, from: fromOn, to: toOn };
};

interface Preview {
  readonly asOf: string;
  readonly populationSize: number;
  readonly populationHash: string;
  readonly strata: readonly { readonly name: string; readonly population: number; readonly drawn: number }[];
}
async function previewOf(change: Parameters<typeof aPlan>[1] = {}): Promise<Preview> {
  const { data } = await officer().query<{ samplePreview: Preview }>(PREVIEW, { plan: wirePlan(change) });
  return data.samplePreview;
}

interface Drawn {
  readonly __typename: string;
  readonly sample: {
    readonly id: string;
    readonly itemCount: number;
    readonly items: readonly { readonly caseNumber: string; readonly risk: number }[];
    readonly proof: object;
  };
}
async function draw(change: Parameters<typeof aPlan>[1] = {}, over: object = {}) {
  const { asOf, populationHash } = await previewOf(change);
  const input = { title: "Q4", plan: wirePlan(change), asOf, populationHash, idempotencyKey: newId(), ...over };
  return (await officer().query<{ drawSample: Drawn }>(DRAW, { input })).data.drawSample;
}

describe("drawing", () => {
  beforeAll(() => api.clock.advance({ minutes: 2 }));

  test("previews the decided cases and nothing else, with a hash that anybody can make again", async () => {
    const numbers = await Promise.all(decided.map(async ({ caseId }) => (await caseRow(api, caseId)).number));
    const hash = createHash("sha256").update(numbers.sort().join("\n")).digest("hex");
    expect(await previewOf()).toMatchObject({ populationSize: 4, populationHash: hash });
  });

  test("takes the smallest SHA-256 of seed and number, and says the same again", async () => {
    const numbers = await Promise.all(decided.map(async ({ caseId }) => (await caseRow(api, caseId)).number));
    const rank = (number: string) => createHash("sha256").update(`2026-q4:${number}`).digest("hex");
    const expected = numbers.sort((left, right) => (rank(left) < rank(right) ? -1 : 1)).slice(0, 2);
    const first = await draw({ size: 2 });
    expect(first.sample.items.map(({ caseNumber }) => caseNumber)).toEqual(expected);
    expect((await draw({ size: 2 })).sample.items).toEqual(first.sample.items);
    expect(first.sample.proof).toEqual({ sameSample: true, chainIntact: true, populationSize: 4 });
  });

  test("by groups gives each its share; by risk the exceptions come first", async () => {
    const { strata } = await previewOf({ kind: "STRATIFIED", stratifyBy: "OUTCOME", size: 2 });
    expect(strata.map(({ name, population, drawn }) => [name, population, drawn])).toEqual([
      ["APPROVE_REFUND", 1, 1],
      ["DECLINE_REQUEST", 3, 1],
    ]);
    expect((await previewOf({ kind: "STRATIFIED", stratifyBy: "AMOUNT", size: 4 })).strata).toHaveLength(4);
    const [riskiest] = (await draw({ kind: "RISK", size: 1 })).sample.items;
    expect(riskiest).toEqual({ caseNumber: (await caseRow(api, waived.caseId)).number, risk: expect.any(Number) });
    expect(riskiest?.risk).toBeGreaterThan(0);
  });

  test("twice with one key draws once, also at once", async () => {
    const idempotencyKey = newId();
    const { asOf, populationHash } = await previewOf();
    const same = { idempotencyKey, asOf, populationHash };
    const both = await Promise.all([draw({}, same), draw({}, same)]);
    expect(new Set(both.map(({ sample }) => sample.id)).size).toBe(1);
    expect(both[0]?.sample.itemCount).toBe(4);
    for (const [change, over] of [
      [{}, { title: "Another" }],
      [{ size: 1 }, {}],
    ] as const)
      expect(await draw(change, { ...same, ...over })).toMatchObject({ reasons: [{ code: "KEY_REUSED" }] });
  });

  test("is refused, with nothing written, of a population that has changed, too new a boundary and a bad plan", async () => {
    const before = await count("audit_sample");
    expect(await draw({}, { populationHash: "x" })).toMatchObject({ reasons: [{ code: "POPULATION_CHANGED" }] });
    const now = api.clock.now().toISOString();
    expect(await draw({}, { asOf: now })).toMatchObject({ reasons: [{ code: "NOT_SETTLED_YET" }] });
    expect(await draw({}, { plan: { ...wirePlan(), size: 0, seed: "?" } })).toMatchObject({
      reasons: [{ code: "SEED_UNFIT" }, { code: "SIZE_UNFIT" }],
    });
    expect(await count("audit_sample")).toBe(before);
  });

  test("is proven wrong when somebody exchanges a case behind its back", async () => {
    const { sample } = await draw({ size: 2 });
    await api.house.db
      .updateTable("audit_item")
      .set({ case_id: decided[0]?.caseId ?? "", position: 9 })
      .where("position", "=", 1)
      .where("sample_id", "=", sql<string>`(select id from audit_sample order by drawn_at desc, id desc limit 1)`)
      .execute();
    const proofs = await officer().query<{ auditSamples: { edges: { node: { proof: { sameSample: boolean } } }[] } }>(
      "{ auditSamples { edges { node { id proof { sameSample chainIntact } } } } }",
    );
    expect(JSON.stringify(proofs.data)).toContain('"sameSample":false');
    expect(sample.itemCount).toBe(2);
  });
});

describe("reviewing", () => {
  let sample: GivenSample;
  beforeAll(async () => {
    sample = await givenSample(api);
  });
  const all = sampleQuestions.map((question) => ({ question, answer: "YES" }));
  const review = (itemId: string, expectedVersion: number, answers: readonly object[], role = officer()) =>
    role.query<{ reviewSampleItem: { __typename: string } | null }>(REVIEW, {
      input: { itemId, expectedVersion, answers },
    });
  const at = (index: number) => sample.items[index]?.id ?? "";

  test("keeps the answers and what the records say; it is reviewed once all are given", async () => {
    const half = await review(at(0), 1, all.slice(0, 2));
    expect(half.data.reviewSampleItem).toMatchObject({ item: { version: 2, reviewedAt: null } });
    const whole = await review(at(0), 2, all);
    expect(whole.data.reviewSampleItem).toMatchObject({ item: { version: 3, reviewedAt: expect.any(String) } });
    expect(JSON.stringify(whole.data)).toContain('{"question":"CHAIN_INTACT","answer":"YES"}');
    expect(JSON.stringify(whole.data)).toContain('{"question":"DECISION_REPLAYS","answer":"YES"}');
    const { data } = await officer().query(
      "query ($id: ID!) { auditSample(id: $id) { reviewedCount proof { sameSample chainIntact } log { kind } } }",
      { id: sample.id },
    );
    expect(data).toEqual({
      auditSample: {
        reviewedCount: 1,
        proof: { sameSample: true, chainIntact: true },
        log: ["DRAW_SAMPLE", "REVIEW_ITEM", "REVIEW_ITEM"].map((kind) => ({ kind })),
      },
    });
  });

  test("of two at once keeps one, and tells the other", async () => {
    const both = await Promise.all([review(at(1), 1, all), review(at(1), 1, all.slice(1))]);
    const kinds = both.map(({ data }) => data.reviewSampleItem?.__typename).sort();
    expect(kinds).toEqual(["AuditRefused", "SampleItemReviewed"]);
    expect((await review(at(1), 1, all)).data).toMatchObject({
      reviewSampleItem: { reasons: [{ code: "AUDIT_STALE" }] },
    });
  });

  test("is refused of a no without a word, of two answers to one question, and to whoever worked on the case", async () => {
    const twice = [...all, { question: "RIGHT_POLICY", answer: "NO" }];
    expect((await review(at(2), 1, twice)).data).toMatchObject({
      reviewSampleItem: { reasons: [{ code: "ANSWERED_TWICE" }, { code: "NO_NEEDS_NOTE" }] },
    });
    const item = sample.items[2];
    const worked = decided.find(({ caseId }) => caseId === item?.caseId);
    if (worked === undefined) throw new Error("not drawn");
    await stage.step(api, worked, "COMPLIANCE_OFFICER", { action: "ADD_NOTE", input: { message: "Mine too." } });
    expect((await review(at(2), 1, all)).data).toMatchObject({
      reviewSampleItem: { reasons: [{ code: "OWN_WORK" }], message: expect.stringContaining("yourself") },
    });
    const colleague = await api.another("COMPLIANCE_OFFICER");
    expect((await review(at(2), 1, all, colleague)).data.reviewSampleItem?.__typename).toBe("SampleItemReviewed");
  });

  test("is nobody's who is no compliance officer, and of nothing that is not there", async () => {
    expect((await review(at(3), 1, all, api.as("SUPERVISOR"))).data?.reviewSampleItem ?? null).toBeNull();
    expect((await review("x", 1, all)).data).toMatchObject({
      reviewSampleItem: { reasons: [{ code: "SAMPLE_NOT_FOUND" }] },
    });
  });

  test("is told of in a chain that nobody can change unseen", async () => {
    await expect(api.house.db.updateTable("audit_event").set({ data: {} }).execute()).rejects.toThrow(/never changed/);
    await api.house.db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`update audit_event set data = '{}' where sample_id = ${sample.sampleId} and sequence = 2`.execute(trx);
    });
    const { data } = await officer().query("query ($id: ID!) { auditSample(id: $id) { proof { chainIntact } } }", {
      id: sample.id,
    });
    expect(data).toEqual({ auditSample: { proof: { chainIntact: false } } });
  });
});

test("an item shows what the policy said when the case was decided, whatever it has said since", async () => {
  const { items } = await givenSample(api, { seed: "said-since" });
  const [item] = items;
  const ASK = `query ($id: ID!) { sampleItem(id: $id) {
    decision { id at policyVersion { name title } trace { hit } } case { decision { id } } } }`;
  interface Told {
    readonly sampleItem: { readonly decision: { readonly id: string }; readonly case: { readonly decision: object } };
  }
  const before = (await officer().query<Told>(ASK, { id: item?.id })).data.sampleItem;
  expect(before.case.decision).toEqual({ id: before.decision.id });
  const since = newId();
  await sql`insert into decision select (jsonb_populate_record(d, jsonb_build_object('id', ${since}::text, 'at', ${api.clock.now().toISOString()}::text))).*
    from decision d where case_id = ${item?.caseId ?? ""}::uuid order by at desc limit 1`.execute(api.house.db);
  const after = (await officer().query<Told>(ASK, { id: item?.id })).data.sampleItem;
  expect(after.decision).toEqual(before.decision);
  expect(after.case.decision).toEqual({ id: toGlobalId("Decision", since) });
});

describe("the report", () => {
  const of = (id: string, who = officer(), lang = "en") =>
    api.app.inject({ url: `/audit/samples/${id}/report.pdf?lang=${lang}`, headers: { cookie: who.cookie } });

  test("says seed, population, results and the chain's head, on numbered pages, in the reader's language", async () => {
    const { id, sampleId, items } = await givenSample(api, { seed: "report-seed" });
    const answers = sampleQuestions.map((question) => ({ question, answer: "NO", note: "Not seen." }));
    const colleague = await api.another("COMPLIANCE_OFFICER");
    const input = { itemId: items[0]?.id, expectedVersion: 1, answers };
    expect(JSON.stringify((await colleague.query(REVIEW, { input })).data)).toContain("SampleItemReviewed");
    const { chain_head } = await api.house.db
      .selectFrom("audit_sample")
      .select("chain_head")
      .where("id", "=", sampleId)
      .executeTakeFirstOrThrow();
    const response = await of(id);
    expect(response.headers).toMatchObject({ "content-type": "application/pdf", "cache-control": "no-store" });
    const pages = await pagesOf(response.rawPayload);
    pages.forEach((text, index) => {
      expect(text).toContain(chain_head);
      expect(text).toContain(`${index + 1} / ${pages.length}`);
    });
    const text = pages.join(" ");
    for (const said of ["report-seed", "Not seen.", "The right policy was applied", "Head of compliance"])
      expect(text).toContain(said);
    expect((await pagesOf((await of(id, officer(), "zh-CN")).rawPayload)).join(" ")).toContain("抽样审查报告");
    expect((await of(id, api.as("SUPPORT_AGENT"))).statusCode).toBe(404);
    expect((await of("x")).statusCode).toBe(404);
  });
});

async function pagesOf(content: Buffer): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(content), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const texts: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    texts.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await task.destroy();
  return texts;
}

async function count(table: "audit_sample" | "audit_finding"): Promise<number> {
  return (await api.house.db.selectFrom(table).select("id").execute()).length;
}
