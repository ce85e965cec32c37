import { afterAll, beforeAll, expect, test } from "vitest";
import { expireRequests } from "../../server/approvals/actions/expire-requests.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import type { NoticeKind } from "../../server/notices/domain/words.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { actOn, staffActorOf } from "../support/given-case.ts";
import { approve, ask, draftOf, save, start, submit } from "../support/policy-room.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** Who was told so on the console, one line a notice. */
async function toldOf(kind: NoticeKind): Promise<readonly (string | null)[]> {
  const rows = await api.house.db
    .selectFrom("notice")
    .select("staff_id")
    .where("kind", "=", kind)
    .where("channel", "=", "CONSOLE")
    .orderBy("created_at")
    .execute();
  return rows.map(({ staff_id }) => staff_id);
}

const people = (role: "SUPERVISOR" | "COMPLIANCE_OFFICER" | "ADMINISTRATOR") =>
  api.house.db.selectFrom("staff").select("id").where("role", "=", role).where("active", "=", true).execute();
const idsOf = async (...roles: Parameters<typeof people>[0][]) =>
  (await Promise.all(roles.map(people))).flat().map(({ id }) => id);
const system = () => ({ ...api.house, actor: systemActor, locale: "en" }) as const;

async function decide(who: SignedIn, verdict: "GRANT" | "REJECT"): Promise<void> {
  const { id, version } = await api.house.db
    .selectFrom("approval_request")
    .select(["id", "version"])
    .where("state", "=", "OPEN")
    .executeTakeFirstOrThrow();
  const item = { id: toGlobalId("ApprovalRequest", id), expectedVersion: version, idempotencyKey: newId() };
  const { data } = await who.query(
    "mutation ($input: DecideApprovalsInput!) { decideApprovals(input: $input) { result { __typename } } }",
    { input: { items: [item], verdict, note: "Not like this." } },
  );
  expect(data).toEqual({ decideApprovals: [{ result: { __typename: "ApprovalDecided" } }] });
}

async function proposeWaiver(): Promise<void> {
  const found = await stage.verifying(api);
  const input = { check: "GOODS_STATE", outcome: "WAIVED", reason: "The shop has closed." } as const;
  await actOn(api, await staffActorOf(api, "SUPPORT_AGENT"), found.caseId, { action: "PROPOSE_CHECK_WAIVER", input });
}

test("what waits too long is told to whoever leads the desk, once, also of a refund", async () => {
  const before = (await toldOf("AGREEMENT_RAISED")).length;
  const found = await stage.awaitingApproval(api);
  api.clock.advance({ hours: 25 });
  await Promise.all([expireRequests(system()), expireRequests(system())]);
  await expireRequests(system());
  expect([...(await toldOf("AGREEMENT_RAISED")).slice(before)].sort()).toEqual((await idsOf("SUPERVISOR")).sort());
  await actOn(api, await staffActorOf(api, "SUPERVISOR"), found.caseId, {
    action: "GRANT_APPROVAL",
    input: { note: null },
  });
});

test("a change of a role: those who gain by it are not asked, and its proposer hears that it was agreed to", async () => {
  const [before, given] = [(await toldOf("AGREEMENT_WAITING")).length, (await toldOf("AGREEMENT_GIVEN")).length];
  const role = await api.house.db
    .selectFrom("role")
    .selectAll()
    .where("name", "=", "COMPLIANCE_OFFICER")
    .executeTakeFirstOrThrow();
  const permissions = [...role.permissions, "template.write"].map((right) =>
    right.replaceAll(/\.|(?=[A-Z])/g, "_").toUpperCase(),
  );
  await api.another("ADMINISTRATOR");
  const input = {
    role: role.name,
    permissions,
    expectedVersion: role.version,
    idempotencyKey: newId(),
    reason: "As agreed.",
  };
  await api
    .as("ADMINISTRATOR")
    .query("mutation ($input: ProposeRoleChangeInput!) { proposeRoleChange(input: $input) { __typename } }", { input });
  const proposer = api.as("ADMINISTRATOR").staffId;
  const others = (await idsOf("ADMINISTRATOR")).filter((id) => id !== proposer);
  expect([...(await toldOf("AGREEMENT_WAITING")).slice(before)].sort()).toEqual(others.sort());
  const [other] = others;
  const decider = await api.another("ADMINISTRATOR");
  expect(other).toBeDefined();
  await decide(decider, "GRANT");
  expect((await toldOf("AGREEMENT_GIVEN")).slice(given)).toEqual([proposer]);
});

test("the draft of a policy: everybody who wrote none of it is asked, again for the second word, and sent back its proposer hears", async () => {
  const [second, officer] = [await api.another("COMPLIANCE_OFFICER"), api.as("COMPLIANCE_OFFICER")];
  const draft = await start(officer);
  const saved = draftOf(await save(officer, draft, { ...draft.content, windowDays: 11 }));
  const [before, refused] = [(await toldOf("AGREEMENT_WAITING")).length, (await toldOf("AGREEMENT_REFUSED")).length];
  const submitted = draftOf(await submit(officer, saved));
  const asked = (await idsOf("COMPLIANCE_OFFICER", "SUPERVISOR")).filter((id) => id !== officer.staffId);
  expect([...(await toldOf("AGREEMENT_WAITING")).slice(before)].sort()).toEqual(asked.sort());
  const once = draftOf(await approve(second, submitted));
  const again = asked.filter((id) => id !== second.staffId);
  expect([...(await toldOf("AGREEMENT_WAITING")).slice(before + asked.length)].sort()).toEqual(again.sort());
  const sentBack = { draftId: once.id, expectedRevision: once.revision, note: "Read row 3 again." };
  await ask(api.as("SUPERVISOR"), "sendBackPolicyDraft", "SendBackPolicyDraftInput", sentBack);
  expect((await toldOf("AGREEMENT_REFUSED")).slice(refused)).toEqual([officer.staffId]);
});

test("a waiver: whoever may decide is told, and whoever proposed it hears that it was turned down, or lapsed", async () => {
  const agent = api.as("SUPPORT_AGENT").staffId;
  const [before, refused] = [(await toldOf("AGREEMENT_WAITING")).length, (await toldOf("AGREEMENT_REFUSED")).length];
  await proposeWaiver();
  expect([...(await toldOf("AGREEMENT_WAITING")).slice(before)].sort()).toEqual((await idsOf("SUPERVISOR")).sort());
  await decide(api.as("SUPERVISOR"), "REJECT");
  expect((await toldOf("AGREEMENT_REFUSED")).slice(refused)).toEqual([agent]);
  await proposeWaiver();
  api.clock.advance({ days: 8 });
  await Promise.all([expireRequests(system()), expireRequests(system())]);
  await expireRequests(system());
  expect(await toldOf("AGREEMENT_LAPSED")).toEqual([agent]);
});
