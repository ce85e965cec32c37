import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expireRequests } from "../../server/approvals/actions/expire-requests.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { findBarred } from "../../server/refunds/queries/find-barred.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { caseRow, type GivenCase } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const PROPOSE = `mutation ($input: ProposeCheckWaiverInput!) { proposeCheckWaiver(input: $input) {
  __typename ... on ActionRefused { reasons { code } } } }`;
const DECIDE = `mutation ($input: DecideApprovalsInput!) { decideApprovals(input: $input) { result { __typename
  ... on ApprovalRefused { reasons { code message } } ... on ApprovalDecided { request { state } } } } }`;

async function propose(who: SignedIn, found: GivenCase, more: object = {}) {
  const { version } = await caseRow(api, found.caseId);
  const said = { check: "GOODS_STATE", reason: "The shop has closed.", ...more };
  const input = { caseId: found.id, expectedVersion: version, idempotencyKey: newId(), ...said };
  return (await who.query<{ proposeCheckWaiver: object }>(PROPOSE, { input })).data.proposeCheckWaiver;
}

async function requestOf({ caseId }: GivenCase) {
  return api.house.db
    .selectFrom("approval_request")
    .selectAll()
    .where("case_id", "=", caseId)
    .where("subject_kind", "=", "CHECK_WAIVER")
    .executeTakeFirst();
}

async function decide(who: SignedIn, found: GivenCase, verdict: "GRANT" | "REJECT" = "GRANT") {
  const request = await requestOf(found);
  const item = {
    id: toGlobalId("ApprovalRequest", request?.id ?? ""),
    expectedVersion: request?.version ?? 0,
    idempotencyKey: newId(),
  };
  const input = { items: [item], verdict, note: verdict === "GRANT" ? null : "Ask the shop again." };
  return (await who.query<{ decideApprovals: { result: object }[] }>(DECIDE, { input })).data.decideApprovals[0]
    ?.result;
}

async function outcomeOf({ caseId }: GivenCase) {
  const found = await api.house.db
    .selectFrom("case_check")
    .select(["outcome", "by_id"])
    .where("case_id", "=", caseId)
    .where("kind", "=", "GOODS_STATE")
    .executeTakeFirstOrThrow();
  return found.outcome;
}

const agent = () => api.as("SUPPORT_AGENT");
const supervisor = () => api.as("SUPERVISOR");

describe("letting a check go", () => {
  test("is asked for by one and agreed to by another; until then the check stays as it is", async () => {
    const found = await stage.verifying(api);
    expect(await propose(agent(), found)).toEqual({ __typename: "CaseActionDone" });
    expect(await outcomeOf(found)).toBe("PENDING");
    expect(await requestOf(found)).toMatchObject({
      state: "OPEN",
      proposer_id: agent().staffId,
      reason: "The shop has closed.",
      detail: { check: "GOODS_STATE", outcome: "WAIVED" },
    });
    expect(await decide(supervisor(), found)).toMatchObject({ request: { state: "GRANTED" } });
    expect(await outcomeOf(found)).toBe("WAIVED");
  });

  test("is not agreed to by whoever asked, and nothing changes", async () => {
    const found = await stage.verifying(api);
    await propose(supervisor(), found);
    expect(await decide(supervisor(), found)).toMatchObject({ reasons: [{ code: "OWN_PROPOSAL" }] });
    expect(await outcomeOf(found)).toBe("PENDING");
    expect(await requestOf(found)).toMatchObject({ state: "OPEN" });
  });

  test("is asked for once at a time, with a reason, of a check that stands in the way", async () => {
    const found = await stage.verifying(api);
    expect(await propose(agent(), found, { check: "TRANSACTION_FOUND" })).toMatchObject({
      reasons: [{ code: "CHECK_NOT_OPEN" }],
    });
    await propose(agent(), found);
    expect(await propose(supervisor(), found)).toMatchObject({ reasons: [{ code: "WAIVER_WAITS" }] });
  });

  test("turned down or lapsed, the check stays as it is", async () => {
    const [refused, lapsed] = [await stage.verifying(api), await stage.verifying(api)];
    await propose(agent(), refused);
    expect(await decide(supervisor(), refused, "REJECT")).toMatchObject({ request: { state: "REJECTED" } });
    await propose(agent(), lapsed);
    await api.house.db
      .updateTable("approval_request")
      .set({ expires_at: new Date(api.clock.now().getTime() - 1) })
      .where("case_id", "=", lapsed.caseId)
      .execute();
    await expireRequests({ ...api.house, actor: systemActor, locale: "en" });
    expect(await requestOf(lapsed)).toMatchObject({ state: "EXPIRED" });
    const decided = await supervisor().query<{
      approvals: { edges: { node: { state: string; asked: unknown[]; case: { id: string } | null } }[] };
    }>("{ approvals(box: DECIDED, first: 100) { edges { node { state asked { id } case { id } } } } }");
    const askedOf = ({ id }: GivenCase) =>
      decided.data.approvals.edges.find(({ node }) => node.case?.id === id)?.node.asked.length ?? 0;
    expect([askedOf(refused), askedOf(lapsed) > 0]).toEqual([0, true]);
    for (const found of [refused, lapsed]) expect(await outcomeOf(found)).toBe("PENDING");
    const story =
      "query ($id: ID!) { case(id: $id) { events(last: 1) { edges { node { kind actorRole actor { name } facts { name value } messages { thread body } } } } } }";
    const last = async ({ id }: GivenCase) => (await agent().query(story, { id })).data;
    const check = expect.arrayContaining([{ name: "check", value: "GOODS_STATE" }]);
    const told = (node: object) => ({ case: { events: { edges: [{ node: { facts: check, ...node } }] } } });
    expect(await last(refused)).toMatchObject(
      told({
        ...{ kind: "REJECT_CHECK_WAIVER", actorRole: "SUPERVISOR" },
        messages: [{ thread: "INTERNAL", body: "Ask the shop again." }],
      }),
    );
    expect(await last(lapsed)).toMatchObject(
      told({ kind: "EXPIRE_CHECK_WAIVER", actorRole: "SYSTEM", actor: null, messages: [] }),
    );
  });

  test("is turned down or lapses also while the customer is asked, and no merchant hears of it", async () => {
    const [refused, lapsed] = [await stage.verifying(api), await stage.verifying(api)];
    for (const found of [refused, lapsed]) {
      await propose(agent(), found);
      await stage.step(api, found, "SUPPORT_AGENT", { action: "REQUEST_INFORMATION", input: { message: "A slip?" } });
    }
    expect(await decide(supervisor(), refused, "REJECT")).toMatchObject({ request: { state: "REJECTED" } });
    const over = { expires_at: new Date(api.clock.now().getTime() - 1) };
    await api.house.db.updateTable("approval_request").set(over).where("case_id", "=", lapsed.caseId).execute();
    await expireRequests({ ...api.house, actor: systemActor, locale: "en" });
    expect(await requestOf(lapsed)).toMatchObject({ state: "EXPIRED" });
    for (const found of [refused, lapsed]) {
      expect(await caseRow(api, found.caseId)).toMatchObject({ state: "AWAITING_CUSTOMER" });
      const { data } = await api
        .as("MERCHANT_VERIFIER")
        .query<{ case: { events: { edges: { node: { kind: string } }[] } } | null }>(
          "query ($id: ID!) { case(id: $id) { events(last: 20) { edges { node { kind } } } } }",
          { id: found.id },
        );
      const kinds = data.case?.events.edges.map(({ node }) => node.kind) ?? [];
      expect(kinds.filter((kind) => kind.endsWith("_CHECK_WAIVER"))).toEqual([]);
    }
  });

  test("is called off when the case leaves verification, and waits while the customer is asked", async () => {
    const found = await stage.verifying(api);
    await propose(agent(), found);
    await stage.step(api, found, "SUPPORT_AGENT", { action: "REQUEST_INFORMATION", input: { message: "A slip?" } });
    expect(await requestOf(found)).toMatchObject({ state: "OPEN" });
    expect(await decide(supervisor(), found)).toMatchObject({ reasons: [{ code: "SUBJECT_REFUSES" }] });
    await stage.step(api, found, "CUSTOMER", { action: "WITHDRAW", input: { message: null } });
    expect(await requestOf(found)).toMatchObject({ state: "CALLED_OFF" });
  });

  test("is agreed to by nobody while the customer is asked, and every place says so; turning it down it can be", async () => {
    const found = await stage.verifying(api);
    await propose(agent(), found);
    const id = toGlobalId("ApprovalRequest", (await requestOf(found))?.id ?? "");
    const ROOM = `query ($ids: [ID!]!) { approvalsForMe approvals(box: FOR_ME, first: 100) { edges { node { id } } }
      approvalPreview(ids: $ids) { requests { mayDecide mayReject reasons { code message } deciders { reasons { code } } } } }`;
    interface Room {
      readonly approvalsForMe: number;
      readonly approvals: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
      readonly approvalPreview: {
        readonly requests: readonly { readonly deciders: readonly { reasons: object[] }[] }[];
      };
    }
    const room = async () => (await supervisor().query<Room>(ROOM, { ids: [id] })).data;
    const before = await room();
    expect(before.approvals.edges.map(({ node }) => node.id)).toContain(id);
    expect(before.approvalPreview.requests).toMatchObject([{ mayDecide: true, mayReject: true, reasons: [] }]);
    await stage.step(api, found, "SUPPORT_AGENT", { action: "REQUEST_INFORMATION", input: { message: "A slip?" } });
    const held = await room();
    expect(held.approvalsForMe).toBe(before.approvalsForMe - 1);
    expect(held.approvals.edges.map(({ node }) => node.id)).not.toContain(id);
    const reasons = [{ code: "SUBJECT_REFUSES", message: expect.stringContaining("waits for the customer") }];
    expect(held.approvalPreview.requests).toMatchObject([{ mayDecide: false, mayReject: true, reasons }]);
    const [request] = held.approvalPreview.requests;
    expect(request?.deciders.length).toBeGreaterThan(0);
    expect(request?.deciders.filter((one) => one.reasons.length === 0)).toEqual([]);
    await stage.step(api, found, "CUSTOMER", { action: "PROVIDE_INFORMATION", input: { message: "Here." } });
    expect(await room()).toMatchObject({ approvalsForMe: before.approvalsForMe });
    expect(await decide(supervisor(), found)).toMatchObject({ request: { state: "GRANTED" } });
  });

  test("bars both who asked and who agreed from agreeing to the money afterwards", async () => {
    const found = await stage.verifying(api);
    await stage.waive(api, found, "GOODS_STATE");
    const barred = await findBarred(api.house.db, found.caseId);
    expect(barred.map(({ staffId }) => staffId).toSorted()).toEqual([agent().staffId, supervisor().staffId].toSorted());
  });
});
