import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DecisionDifference, replayDecisions } from "../../server/cases/queries/replay-decisions.ts";
import type { ProofKind } from "../../server/evidence/domain/proof-kinds.ts";
import { newId } from "../../server/kernel/ids.ts";
import { publishDefaultPolicy } from "../../server/policies/actions/publish-default-policy.ts";
import { customerActor } from "../../server/staff/domain/actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { actOn, type GivenCase, givenCase, staffActorOf } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const DECISION = /* GraphQL */ `
  query ($id: ID!) {
    case(id: $id) {
      checks { kind outcome automatic }
      decision {
        outcome rowNumber straightThrough because facts
        trace { rowNumber hit text }
        policyVersion { version title }
      }
    }
  }`;

interface Judged {
  readonly case: {
    readonly checks: readonly { readonly kind: string; readonly outcome: string; readonly automatic: boolean }[];
    readonly decision: {
      readonly outcome: string;
      readonly rowNumber: number | null;
      readonly straightThrough: boolean;
      readonly because: string;
      readonly facts: readonly string[];
      readonly trace: readonly { readonly rowNumber: number | null; readonly hit: boolean; readonly text: string }[];
      readonly policyVersion: { readonly version: number; readonly title: string };
    } | null;
  };
}

async function judged({ id }: GivenCase, client = api.as("SUPPORT_AGENT")): Promise<Judged["case"]> {
  return (await client.query<Judged>(DECISION, { id })).data.case;
}

async function checkOf(given: GivenCase, kind: string) {
  return (await judged(given)).checks.find((check) => check.kind === kind);
}

async function decisionsOf({ caseId }: GivenCase) {
  return api.house.db.selectFrom("decision").selectAll().where("case_id", "=", caseId).orderBy("id").execute();
}

/** A proof comes onto the case without the road of an upload, which has tests of its own. */
async function attach({ caseId }: GivenCase, kind: ProofKind = "RECEIPT"): Promise<void> {
  const id = newId();
  const file = {
    id,
    case_id: caseId,
    kind,
    file_name: "slip.png",
    media_type: "image/png",
    bytes: 1,
    sha256: id,
  } as const;
  const by = { uploaded_by_role: "CUSTOMER", uploaded_by_id: null, created_at: api.clock.now() } as const;
  await api.house.db
    .insertInto("evidence")
    .values({ ...file, ...by })
    .execute();
  await actOn(api, customerActor(caseId, ""), caseId, {
    action: "ATTACH_EVIDENCE",
    input: { evidenceId: id, detail: {} },
  });
}

async function begin(given: GivenCase): Promise<void> {
  await actOn(api, await staffActorOf(api, "SUPPORT_AGENT"), given.caseId, { action: "BEGIN_VERIFICATION", input: {} });
}

async function answer({ caseId }: GivenCase, confirms: boolean): Promise<void> {
  const input = { confirms, message: "We looked." };
  await actOn(api, await staffActorOf(api, "SUPPORT_AGENT"), caseId, { action: "RECORD_MERCHANT_ANSWER", input });
}

describe("the policy in force", () => {
  const PUBLIC =
    "{ policyInForce { title publicText windowDays windows { reason days } acceptedProofs responsibilities { step who what } rows { conditions because } otherwise { because } approvalTiers { permission above { formatted } } } }";
  interface Published {
    readonly policyInForce: {
      readonly title: string;
      readonly publicText: string;
      readonly windowDays: number;
      readonly windows: readonly { readonly reason: string; readonly days: number }[];
      readonly acceptedProofs: readonly string[];
      readonly rows: readonly { readonly conditions: readonly string[] }[];
      readonly otherwise: object | null;
      readonly approvalTiers: readonly {
        readonly permission: string;
        readonly above: readonly { readonly formatted: string }[];
      }[];
    };
  }

  test("is open to everyone, without its table and limits", async () => {
    const { policyInForce } = (await api.asStranger().query<Published>(PUBLIC)).data;
    expect(policyInForce).toMatchObject({
      title: "Refunds of card-present sales",
      windowDays: 7,
      rows: [],
      otherwise: null,
      approvalTiers: [],
    });
    expect(policyInForce.windows).toContainEqual({ reason: "Charged twice", days: 180 });
    expect(policyInForce.acceptedProofs).toEqual(["receipt", "card slip", "invoice", "statement"]);
  });

  test("shows staff its table in words, and its limits as money", async () => {
    const { policyInForce } = (await api.as("TRAINER").query<Published>(PUBLIC)).data;
    expect(policyInForce.rows[4]?.conditions).toEqual(["the request is outside the window"]);
    expect(policyInForce.otherwise).not.toBeNull();
    expect(policyInForce.approvalTiers.map(({ permission }) => permission)).toEqual([
      "APPROVAL_FIRST",
      "APPROVAL_SECOND",
    ]);
    expect(policyInForce.approvalTiers[0]?.above.map(({ formatted }) => formatted)).toContain("CNY 1,000.00");
  });

  test("is read in the reader's language", async () => {
    const { body } = await api
      .asStranger()
      .send({ query: "{ policyInForce { title } }" }, { "accept-language": "zh-CN" });
    expect(body).toEqual({ data: { policyInForce: { title: "刷卡交易退款政策" } } });
  });

  test("is published once, however often a desk starts", async () => {
    await Promise.all([1, 2, 3].map(() => publishDefaultPolicy(api.house.db, api.clock.now())));
    const LIST = "{ policies(first: 10) { edges { node { version policy } } pageInfo { hasNextPage } } }";
    expect((await api.as("COMPLIANCE_OFFICER").query(LIST)).data).toEqual({
      policies: { edges: [{ node: { version: 1, policy: "default" } }], pageInfo: { hasNextPage: false } },
    });
  });
});

describe("a decision", () => {
  test("stands on the case with its trace in words, for the desk alone", async () => {
    const given = await givenCase(api, { merchantId: api.own.merchantId });
    const { decision } = await judged(given);
    expect(decision).toMatchObject({
      outcome: "REVIEW",
      rowNumber: 6,
      straightThrough: false,
      policyVersion: { version: 1 },
    });
    expect(decision?.because).toBe("Proof is missing: ask the customer for it.");
    expect(decision?.trace.at(-1)).toEqual({
      rowNumber: 6,
      hit: true,
      text: "Row 6 fits: Proof is missing: ask the customer for it.",
    });
    expect(decision?.facts).toContain("the amount is CNY 129.00");
    expect((await judged(given, api.as("MERCHANT_VERIFIER"))).decision).toBeNull();
  });

  test("is made again when a fact changes, and not when none does", async () => {
    const given = await givenCase(api);
    expect(await decisionsOf(given)).toHaveLength(1);
    await attach(given);
    expect(await decisionsOf(given)).toHaveLength(2);
    await attach(given, "PHOTO");
    expect(await decisionsOf(given)).toHaveLength(2);
    await begin(given);
    await answer(given, true);
    expect((await decisionsOf(given)).map(({ outcome }) => outcome)).toEqual(["REVIEW", "REVIEW", "REVIEW", "APPROVE"]);
    expect((await judged(given)).decision).toMatchObject({ outcome: "APPROVE", rowNumber: 9 });
  });

  test("is told by the event that brought it", async () => {
    const given = await givenCase(api);
    await attach(given);
    const [, second] = await decisionsOf(given);
    const event = await api.house.db
      .selectFrom("case_event")
      .select("data")
      .where("case_id", "=", given.caseId)
      .orderBy("sequence", "desc")
      .executeTakeFirstOrThrow();
    expect(event.data).toMatchObject({
      checks: { PROOF_PRESENT: "PASSED" },
      decision: { id: second?.id, policyVersion: 1 },
    });
  });

  test("is the same when it is made again, as long as nobody touches it", async () => {
    const given = await givenCase(api);
    await attach(given);
    const found = async () => {
      const differences: DecisionDifference[] = [];
      let replayed = 0;
      for await (const part of replayDecisions(api.house.db)) {
        if (part.kind === "PROGRESS") replayed = part.replayed;
        else differences.push(part);
      }
      return { differences, replayed };
    };
    const before = await found();
    expect(before.differences).toEqual([]);
    expect(before.replayed).toBeGreaterThanOrEqual(2);

    const [first, second] = await decisionsOf(given);
    if (first === undefined || second === undefined) throw new Error("The case has no two decisions");
    // The table takes no changes, so what somebody forged comes in as rows of its own.
    const forged = [
      { ...second, id: newId(), facts: { ...second.facts, withinWindow: false } },
      { ...second, id: newId(), outcome: "APPROVE" as const },
    ];
    await api.house.db.insertInto("decision").values(forged).execute();
    const { differences } = await found();
    expect(differences.map(({ decisionId }) => decisionId)).toEqual(forged.map(({ id }) => id));
    expect(differences).toMatchObject([
      { again: { outcome: "DECLINE" } },
      { kept: { outcome: "APPROVE" }, again: { outcome: "REVIEW" } },
    ]);
  });

  test("is never changed and never removed", async () => {
    const [decision] = await decisionsOf(await givenCase(api));
    const change = api.house.db
      .updateTable("decision")
      .set({ outcome: "APPROVE" })
      .where("id", "=", decision?.id ?? "");
    await expect(change.execute()).rejects.toThrow(/never changed or removed/);
    await expect(
      api.house.db
        .deleteFrom("decision")
        .where("id", "=", decision?.id ?? "")
        .execute(),
    ).rejects.toThrow(/never changed or removed/);
  });
});

describe("a check", () => {
  const RECORD = /* GraphQL */ `
    mutation ($input: RecordCheckInput!) {
      recordCheck(input: $input) { __typename ... on ActionRefused { reasons { code message } } }
    }`;

  async function record(
    given: GivenCase,
    check: string,
    outcome: string,
    reason: string | null,
    client = api.as("SUPPORT_AGENT"),
  ) {
    const { version } = await api.house.db
      .selectFrom("cases")
      .select("version")
      .where("id", "=", given.caseId)
      .executeTakeFirstOrThrow();
    const input = { caseId: given.id, expectedVersion: version, idempotencyKey: newId(), check, outcome, reason };
    return (await client.query<{ recordCheck: { __typename: string } }>(RECORD, { input })).data.recordCheck;
  }

  test("that a person passed stands while the fact under it does", async () => {
    const given = await givenCase(api);
    await begin(given);
    expect(await record(given, "PROOF_PRESENT", "PASSED", "Seen at the counter.")).toEqual({
      __typename: "CaseActionDone",
    });
    expect(await checkOf(given, "PROOF_PRESENT")).toMatchObject({ outcome: "PASSED", automatic: false });
    await answer(given, true);
    expect(await checkOf(given, "PROOF_PRESENT")).toMatchObject({ outcome: "PASSED", automatic: false });
  });

  test("that a person failed is asked again when new proof comes, and does not pass by itself", async () => {
    const given = await givenCase(api);
    await attach(given);
    await begin(given);
    await record(given, "PROOF_PRESENT", "FAILED", "Another shop's receipt.");
    await attach(given, "INVOICE");
    expect(await checkOf(given, "PROOF_PRESENT")).toMatchObject({ outcome: "PENDING", automatic: false });
    await attach(given, "STATEMENT");
    expect(await checkOf(given, "PROOF_PRESENT")).toMatchObject({ outcome: "PENDING", automatic: false });
  });

  test("is let go by nobody alone, by whatever name; a refusal writes nothing", async () => {
    const given = await givenCase(api);
    await begin(given);
    const before = await api.house.db
      .selectFrom("case_check")
      .selectAll()
      .where("case_id", "=", given.caseId)
      .orderBy("kind")
      .execute();
    for (const role of ["SUPPORT_AGENT", "SUPERVISOR"] as const) {
      for (const outcome of ["WAIVED", "NOT_NEEDED"]) {
        expect(await record(given, "PROOF_PRESENT", outcome, "Trust me.", api.as(role))).toMatchObject({
          __typename: "ActionRefused",
          reasons: [{ code: "WAIVER_NEEDS_APPROVAL" }],
        });
      }
    }
    expect(
      await api.house.db
        .selectFrom("case_check")
        .selectAll()
        .where("case_id", "=", given.caseId)
        .orderBy("kind")
        .execute(),
    ).toEqual(before);
    await stage.waive(api, given, "PROOF_PRESENT", "Known customer.");
    expect((await judged(given)).decision?.facts).toContain("proof is there");
  });
});
