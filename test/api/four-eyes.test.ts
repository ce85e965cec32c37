import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MachineQuestion } from "../../server/audit/domain/checklist.ts";
import { machineAnswers } from "../../server/audit/queries/machine-answers.ts";
import { performOnLatest } from "../../server/cases/actions/perform-on-latest.ts";
import type { CaseMove } from "../../server/cases/domain/decide.ts";
import { newId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { type Actor, systemActor } from "../../server/staff/domain/actor.ts";
import { findStaffActor } from "../../server/staff/queries/find-actor.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { actOn, caseRow, type GivenCase, staffActorOf } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

async function actorOf({ staffId }: SignedIn): Promise<Actor> {
  const actor = await findStaffActor(api.house.db, staffId, api.house.clock.now());
  if (actor === null) throw new Error("They are not there");
  return actor;
}
/** What the door answers; the codes of a refusal. */
async function tryTo(actor: Actor, { caseId }: GivenCase, move: CaseMove): Promise<readonly string[]> {
  const answer = await performOnLatest({ ...api.house, actor, locale: "en" }, { caseId, move, key: newId() });
  if (answer.ok) return [];
  if (answer.error.kind !== "REFUSED") throw new Error(answer.error.kind);
  return answer.error.reasons.map(({ code }) => code);
}
const approve = (minor: bigint): CaseMove => ({
  action: "APPROVE_REFUND",
  input: { amount: money(minor, "CNY"), reason: "Seen.", messageToCustomer: null },
});
const grant: CaseMove = { action: "GRANT_APPROVAL", input: { note: null } };
const turnDown: CaseMove = { action: "REJECT_APPROVAL", input: { reason: "Again, please." } };

async function isOf({ staffId }: SignedIn, { caseId }: GivenCase): Promise<void> {
  const { db } = api.house;
  const { email } = await db.selectFrom("staff").select("email").where("id", "=", staffId).executeTakeFirstOrThrow();
  const { customer_id } = await caseRow(api, caseId);
  await db.updateTable("customer").set({ email: email.toUpperCase() }).where("id", "=", customer_id).execute();
}

describe("a case whose money would go to one of the staff", () => {
  const ACTIONS = `query ($id: ID!) { case(id: $id) { availableActions { action allowed reasons { code message } } } }`;
  interface Offered {
    readonly case: { readonly availableActions: readonly { action: string; allowed: boolean; reasons: object[] }[] };
  }

  test("is not approved by them though one hand is enough; a colleague does it", async () => {
    const payee = await api.another("SUPPORT_AGENT");
    const found = await stage.readyToApprove(api);
    await isOf(payee, found);
    const { data } = await payee.query<Offered>(ACTIONS, { id: found.id });
    expect(data.case.availableActions.find(({ action }) => action === "APPROVE_REFUND")).toMatchObject({
      allowed: false,
      reasons: [{ code: "OWN_CASE", message: expect.stringContaining("would go to you") }],
    });
    expect(await tryTo(await actorOf(payee), found, approve(12_900n))).toEqual(["OWN_CASE"]);
    expect((await caseRow(api, found.caseId)).state).toBe("VERIFYING");
    expect(await tryTo(await staffActorOf(api, "SUPPORT_AGENT"), found, approve(12_900n))).toEqual([]);
    expect((await caseRow(api, found.caseId)).state).toBe("REFUNDING");
  });
});

describe("whoever proposed the money of an earlier round", () => {
  const lapse = async ({ caseId }: GivenCase) => {
    const over = { expires_at: new Date(api.clock.now().getTime() - 1) };
    await api.house.db.updateTable("approval_request").set(over).where("case_id", "=", caseId).execute();
    await actOn(api, systemActor, caseId, { action: "EXPIRE_APPROVAL", input: {} });
  };

  test.each(["is turned down", "lapses"])(
    "does not grant it when that round %s and a colleague proposes it again",
    async (how) => {
      const [proposer, other] = [await actorOf(await api.another("SUPERVISOR")), await staffActorOf(api, "SUPERVISOR")];
      const found = await stage.awaitingApproval(api);
      await actOn(api, other, found.caseId, turnDown);
      await actOn(api, proposer, found.caseId, approve(120_000n));
      await (how === "lapses" ? lapse(found) : actOn(api, other, found.caseId, turnDown));
      await actOn(api, await staffActorOf(api, "SUPPORT_AGENT"), found.caseId, approve(120_000n));
      expect(await tryTo(proposer, found, grant)).toEqual(["DECIDED_THE_CASE"]);
      expect(await tryTo(await staffActorOf(api, "SUPPORT_AGENT"), found, grant)).toContain("OWN_PROPOSAL");
      expect(await tryTo(other, found, grant)).toEqual([]);
    },
  );

  test("is found by the audit among all who spoke, also in whose place somebody did", async () => {
    const [proposer, other] = [await actorOf(await api.another("SUPERVISOR")), await staffActorOf(api, "SUPERVISOR")];
    const found = await stage.awaitingApproval(api);
    await actOn(api, other, found.caseId, turnDown);
    await actOn(api, proposer, found.caseId, approve(120_000n));
    await actOn(api, other, found.caseId, turnDown);
    await actOn(api, await staffActorOf(api, "SUPPORT_AGENT"), found.caseId, approve(120_000n));
    await actOn(api, other, found.caseId, grant);
    const { db } = api.house;
    const { id: eventId } = await db
      .selectFrom("case_event")
      .select("id")
      .where("case_id", "=", found.caseId)
      .where("kind", "=", "APPROVE_REFUND")
      .orderBy("sequence", "desc")
      .executeTakeFirstOrThrow();
    const answerTo = async (asked: MachineQuestion) => {
      const [answers = []] = await machineAnswers(db, [{ caseId: found.caseId, eventId }]);
      return answers.find(({ question }) => question === asked)?.answer;
    };
    const fourEyes = () => answerTo("FOUR_EYES");
    expect(await fourEyes()).toBe("YES");
    const { customer_id } = await caseRow(api, found.caseId);
    const { email } = await db
      .selectFrom("customer")
      .select("email")
      .where("id", "=", customer_id)
      .executeTakeFirstOrThrow();
    expect(await answerTo("PAID_TO_OTHERS")).toBe("YES");
    await isOf({ staffId: other.id ?? "" } as SignedIn, found);
    expect(await answerTo("PAID_TO_OTHERS")).toBe("NO");
    expect(await fourEyes()).toBe("YES");
    await db.updateTable("customer").set({ email }).where("id", "=", customer_id).execute();
    // The words of a request are never changed: another is written beside them, as if the wall had not been there.
    const { request_id } = await db
      .selectFrom("approval_decision")
      .innerJoin("approval_request", "approval_request.id", "approval_decision.request_id")
      .where("case_id", "=", found.caseId)
      .where("verdict", "=", "GRANT")
      .select("request_id")
      .executeTakeFirstOrThrow();
    const { staffId } = await api.another("COMPLIANCE_OFFICER");
    const said = { staff_id: staffId, for_id: proposer.id, level: "approval.second", verdict: "GRANT" } as const;
    const word = { id: newId(), request_id, note: null, key: newId(), at: api.clock.now(), ...said };
    await db
      .updateTable("approval_request")
      .set({ barred: "[]" as never })
      .where("id", "=", request_id)
      .execute();
    await db.insertInto("approval_decision").values(word).execute();
    expect(await fourEyes()).toBe("NO");
  });
});
