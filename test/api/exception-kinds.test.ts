import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawCandidates } from "../../server/audit/queries/draw-candidates.ts";
import { exceptions } from "../../server/audit/queries/list-exceptions.ts";
import type { CaseMove } from "../../server/cases/domain/decide.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { findStaffActor } from "../../server/staff/queries/find-actor.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { actOn, type GivenCase } from "../support/given-case.ts";
import { givenVersion } from "../support/policy-room.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Found {
  readonly id: string;
  readonly at: string;
  readonly kinds: readonly string[];
  readonly standing: string;
  readonly case: { readonly id: string };
  readonly event: { readonly kind: string; readonly at: string };
}
/** What stands in the register of a case, as an officer reads it. */
async function registered({ id }: GivenCase, filter: object = {}): Promise<readonly Found[]> {
  const { data } = await api.as("COMPLIANCE_OFFICER").query<{ exceptions: { edges: { node: Found }[] } }>(
    `query ($filter: ExceptionFilter) { exceptions(first: 100, filter: $filter) { edges { node {
      id at kinds standing ownWork case { id } event { kind at actor { id } messages { thread body } } } } } }`,
    { filter },
  );
  return data.exceptions.edges.map(({ node }) => node).filter((node) => node.case.id === id);
}
const kindsOf = async (found: GivenCase) => (await registered(found)).map(({ kinds }) => kinds);

async function verdictOf({ caseId }: GivenCase) {
  const { db } = api.house;
  const { outcome } = await db
    .selectFrom("decision")
    .select("outcome")
    .where("case_id", "=", caseId)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return outcome;
}
const reason = "The slip is another shop's.";
const decline: CaseMove = { action: "DECLINE_REQUEST", input: { reason, overrideReason: reason } };

describe("in the register stands", () => {
  test("a decision against the policy's verdict, and none that follows it", async () => {
    const against = await stage.readyToApprove(api);
    expect(await verdictOf(against)).toBe("APPROVE");
    await stage.step(api, against, "SUPPORT_AGENT", decline);
    expect(await registered(against)).toMatchObject([
      { kinds: ["OVERRIDE"], standing: "OPEN", event: { kind: "DECLINE_REQUEST" } },
    ]);
    expect(await registered(against, { kind: "OVERRIDE" })).toHaveLength(1);
    expect(await registered(against, { kind: "OTHER_VERSION" })).toEqual([]);
    const along = await stage.refunding(api);
    expect(await kindsOf(along)).toEqual([]);
  });

  test("an offer against the verdict once it is taken, as the doing of whoever made it, with their reason", async () => {
    const [left, taken] = [await stage.offered(api), await stage.offered(api)];
    expect(await verdictOf(taken)).not.toBe("APPROVE");
    expect(await kindsOf(taken)).toEqual([]);
    const before = api.clock.now();
    api.clock.advance({ minutes: 1 });
    await stage.step(api, taken, "CUSTOMER", { action: "ACCEPT_OFFER", input: {} });
    const maker = api.as("SUPPORT_AGENT").staffId;
    const found = await registered(taken, { actorId: toGlobalId("Staff", maker) });
    expect(found).toMatchObject([
      {
        kinds: ["OVERRIDE"],
        standing: "OPEN",
        event: {
          kind: "MAKE_OFFER",
          actor: { id: toGlobalId("Staff", maker) },
          messages: expect.arrayContaining([{ thread: "INTERNAL", body: "seen at the counter" }]),
        },
      },
    ]);
    // It stands in the register where it was taken, not where it was made.
    for (const { at, event } of found)
      expect([event.at, at].map((each) => new Date(each) > before)).toEqual([false, true]);
    expect(await kindsOf(left)).toEqual([]);
    // A sample by risk counts it, and one that was drawn before it was taken still does not.
    const now = api.clock.now();
    const by = { kind: "RISK", stratifyBy: null, seed: "offers", from: new Date(0) } as const;
    const riskOf = async (asOf: Date) =>
      (await drawCandidates(api.house.db, { ...by, asOf }, 100)).candidates.find(
        ({ caseId }) => caseId === taken.caseId,
      )?.risk;
    expect(await riskOf(now)).toBe(1);
    expect(await riskOf(before)).toBe(0);
  });

  test("no offer that the policy would have approved", async () => {
    const found = await stage.readyToApprove(api);
    expect(await verdictOf(found)).toBe("APPROVE");
    await stage.step(api, found, "SUPPORT_AGENT", decline);
    await stage.step(api, found, "CUSTOMER", { action: "CONTEST_DECISION", input: { message: "But it is." } });
    const input = { amount: money(5_000n, "CNY"), message: "This much?", overrideReason: null };
    await stage.step(api, found, "SUPPORT_AGENT", { action: "MAKE_OFFER", input });
    await stage.step(api, found, "CUSTOMER", { action: "ACCEPT_OFFER", input: {} });
    expect((await registered(found)).map(({ event }) => event.kind)).toEqual(["DECLINE_REQUEST"]);
  });

  test("a decision by another version than the one that the case was first judged by", async () => {
    const [declinedBefore, declinedAfter] = [await stage.verifying(api), await stage.verifying(api)];
    await stage.step(api, declinedBefore, "SUPPORT_AGENT", decline);
    await givenVersion(api, (content) => ({ ...content, windowDays: 20 }));
    api.clock.advance({ minutes: 1 });
    // What is learned of a case has it judged anew, by what is in force then.
    const check = { check: "IDENTITY_CONFIRMED", outcome: "PASSED", reason: null } as const;
    await stage.step(api, declinedAfter, "SUPPORT_AGENT", { action: "RECORD_CHECK", input: check });
    await stage.step(api, declinedAfter, "SUPPORT_AGENT", decline);
    expect(await kindsOf(declinedBefore)).toEqual([]);
    expect(await kindsOf(declinedAfter)).toEqual([["OTHER_VERSION"]]);
    expect(await registered(declinedAfter, { kind: "OTHER_VERSION" })).toHaveLength(1);
  });
});

test("the register is read by the index that was made for it", async () => {
  const { rows } = await api.house.db.transaction().execute(async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx);
    return sql<{ "QUERY PLAN": string }>`explain ${exceptions(trx, systemActor)} order by e.at desc limit 50`.execute(
      trx,
    );
  });
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("case_event_may_be_exception");
});

describe("an exception is never reviewed by whoever made it", () => {
  const NOTE = `mutation ($input: NoteExceptionInput!) { noteException(input: $input) {
    __typename ... on ExceptionRefused { code } } }`;
  const note = (who: SignedIn, exceptionId: string) =>
    who.query<{ noteException: object }>(NOTE, {
      input: { exceptionId, expectedNotes: 0, disposition: "ACKNOWLEDGED", note: "Seen." },
    });

  test("nor by whoever granted it, or in whose place a colleague did", async () => {
    const found = await stage.newCase(api);
    await stage.step(api, found, "SUPPORT_AGENT", { action: "BEGIN_VERIFICATION", input: {} });
    await stage.waive(api, found, "GOODS_STATE");
    const id = (await registered(found)).at(0)?.id ?? "";
    const [granter, absent] = [await api.another("COMPLIANCE_OFFICER"), await api.another("COMPLIANCE_OFFICER")];
    const { db } = api.house;
    const request = await db
      .selectFrom("approval_request")
      .select("id")
      .where("case_id", "=", found.caseId)
      .executeTakeFirstOrThrow();
    const word = {
      staff_id: granter.staffId,
      for_id: absent.staffId,
      level: "approval.first",
      note: null,
    } as const;
    const made = { id: newId(), key: newId(), verdict: "GRANT", at: api.clock.now() } as const;
    await db
      .insertInto("approval_decision")
      .values({ ...word, ...made, request_id: request.id })
      .execute();
    for (const who of [granter, absent])
      expect((await note(who, id)).data.noteException).toMatchObject({ code: "EXCEPTION_IS_YOURS" });
    expect((await registered(found)).at(0)).toMatchObject({ standing: "OPEN", ownWork: false });
    expect((await note(api.as("COMPLIANCE_OFFICER"), id)).data.noteException).toEqual({ __typename: "ExceptionNoted" });
  });

  test("not even once they have changed sides to compliance; a colleague does it", async () => {
    const clerk = await api.another("SUPPORT_AGENT");
    const found = await stage.readyToApprove(api);
    const actor = await findStaffActor(api.house.db, clerk.staffId, api.house.clock.now());
    if (actor === null) throw new Error("The clerk is not there");
    await actOn(api, actor, found.caseId, decline);
    await api.house.db
      .updateTable("staff")
      .set({ role: "COMPLIANCE_OFFICER" })
      .where("id", "=", clerk.staffId)
      .execute();
    const id = (await registered(found)).at(0)?.id ?? "";
    expect((await note(clerk, id)).data.noteException).toEqual({
      __typename: "ExceptionRefused",
      code: "EXCEPTION_IS_YOURS",
    });
    expect((await registered(found)).at(0)?.standing).toBe("OPEN");
    const notes = api.house.db.selectFrom("exception_note").select("id").where("by_id", "=", clerk.staffId);
    expect(await notes.execute()).toEqual([]);
    expect((await note(api.as("COMPLIANCE_OFFICER"), id)).data.noteException).toEqual({ __typename: "ExceptionNoted" });
    expect((await registered(found)).at(0)?.standing).toBe("ACKNOWLEDGED");
  });
});
