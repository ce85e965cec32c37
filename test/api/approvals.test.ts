import { type RootOperationNode, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decideApproval } from "../../server/approvals/actions/decide-approval.ts";
import { expireRequests } from "../../server/approvals/actions/expire-requests.ts";
import { standingToAgree } from "../../server/approvals/domain/may-decide.ts";
import { askingOf, findRequests, toFacts } from "../../server/approvals/queries/find-request.ts";
import { countForMe, listRequests } from "../../server/approvals/queries/list-requests.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { findBarred } from "../../server/refunds/queries/find-barred.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { findStaffActor } from "../../server/staff/queries/find-actor.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { actOn, caseRow, eventKinds, type GivenCase, staffActorOf } from "../support/given-case.ts";
import { meanwhile, naming } from "../support/meanwhile.ts";
import { givenUntrained } from "../support/trained.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const DECIDE = `mutation ($input: DecideApprovalsInput!) { decideApprovals(input: $input) { id result { __typename
  ... on ApprovalDecided { request { state version levels { next decision { verdict by { name } inPlaceOf { name } } } } }
  ... on ApprovalRefused { reasons { code message } }
  ... on StaleApproval { request { version } } } } }`;
const INBOX = `query ($box: ApprovalBox!) { approvals(box: $box, first: 100) { edges { node {
  id version state mayDecide inPlaceOf reasons { code } deciders { staff { id } away { endsAt delegate { id active } } inPlaceOf reasons { code } } case { id } } } } }`;

interface BatchRow {
  readonly id: string;
  readonly result: { readonly __typename: string; readonly reasons?: readonly { code: string; message: string }[] };
}
interface Listed {
  readonly id: string;
  readonly mayDecide: boolean;
  readonly inPlaceOf: string | null;
  readonly reasons: readonly { code: string }[];
  readonly deciders: readonly {
    staff: { id: string };
    away: { endsAt: string; delegate: { id: string; active: boolean } } | null;
    inPlaceOf: string | null;
    reasons: readonly { code: string }[];
  }[];
  readonly case: { readonly id: string } | null;
}

async function requestOf({ caseId }: GivenCase) {
  return api.house.db
    .selectFrom("approval_request")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("opened_at", "desc")
    .executeTakeFirstOrThrow();
}

async function itemOf(found: GivenCase) {
  const { id, version } = await requestOf(found);
  return { id: toGlobalId("ApprovalRequest", id), expectedVersion: version, idempotencyKey: newId() };
}

async function decide(who: SignedIn, items: readonly object[], verdict = "GRANT", note: string | null = null) {
  const { data, errors } = await who.query<{ decideApprovals: BatchRow[] }>(DECIDE, {
    input: { items, verdict, note },
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.decideApprovals.map(({ result }) => result);
}

async function inbox(who: SignedIn, box: string): Promise<readonly Listed[]> {
  const { data } = await who.query<{ approvals: { edges: { node: Listed }[] } }>(INBOX, { box });
  return data.approvals.edges.map(({ node }) => node);
}

/** Above the second limit, checked: a supervisor and then compliance have to agree. */
const awaitingTwo = async (): Promise<GivenCase> => {
  const found = await stage.fresh({ amount: money(100n, "CNY") })(api);
  await api.house.db
    .updateTable("transaction")
    .set({ captured_minor: 9_000_000n })
    .where("id", "=", found.transactionId)
    .execute();
  await api.house.db.updateTable("cases").set({ amount_minor: 2_000_000n }).where("id", "=", found.caseId).execute();
  await stage.step(api, found, "SUPPORT_AGENT", { action: "BEGIN_VERIFICATION", input: {} });
  await stage.step(api, found, "MERCHANT_VERIFIER", {
    action: "RECORD_MERCHANT_ANSWER",
    input: { confirms: true, message: "Yes." },
  });
  for (const check of ["PROOF_PRESENT", "IDENTITY_CONFIRMED", "GOODS_STATE"] as const)
    await stage.step(api, found, "SUPPORT_AGENT", {
      action: "RECORD_CHECK",
      input: { check, outcome: "PASSED", reason: null },
    });
  await stage.step(api, found, "SUPPORT_AGENT", {
    action: "APPROVE_REFUND",
    input: { amount: money(2_000_000n, "CNY"), reason: "Seen.", messageToCustomer: null },
  });
  return found;
};

describe("a refund above the agent's limit", () => {
  test("opens a request in the transaction of its proposal, and the grant by the case closes it", async () => {
    const found = await stage.awaitingApproval(api);
    expect(await requestOf(found)).toMatchObject({
      subject_kind: "REFUND",
      state: "OPEN",
      needs: ["approval.first"],
      proposer_id: api.as("SUPPORT_AGENT").staffId,
      amount_minor: 120_000n,
    });
    await actOn(api, await staffActorOf(api, "SUPERVISOR"), found.caseId, {
      action: "GRANT_APPROVAL",
      input: { note: null },
    });
    expect(await requestOf(found)).toMatchObject({ state: "GRANTED", missing: [] });
  });

  test("is granted from the inbox through the door of its case: state, event and request in one", async () => {
    const found = await stage.awaitingApproval(api);
    expect(await decide(api.as("SUPERVISOR"), [await itemOf(found)])).toMatchObject([
      { __typename: "ApprovalDecided", request: { state: "GRANTED", levels: [{ decision: { verdict: "GRANT" } }] } },
    ]);
    expect((await caseRow(api, found.caseId)).state).toBe("REFUNDING");
    expect(await eventKinds(api, found.caseId)).toContain("GRANT_APPROVAL");
  });

  test("is turned down with a reason that the proposer reads, and its money is free", async () => {
    const found = await stage.awaitingApproval(api);
    const item = await itemOf(found);
    expect(await decide(api.as("SUPERVISOR"), [item], "REJECT")).toMatchObject([
      { __typename: "ApprovalRefused", reasons: [{ code: "REASON_MISSING" }] },
    ]);
    expect((await requestOf(found)).state).toBe("OPEN");
    expect(await decide(api.as("SUPERVISOR"), [item], "REJECT", "Wrong sale.")).toMatchObject([
      { __typename: "ApprovalDecided", request: { state: "REJECTED" } },
    ]);
    const { in_flight_minor } = await api.house.db
      .selectFrom("transaction")
      .select("in_flight_minor")
      .where("id", "=", found.transactionId)
      .executeTakeFirstOrThrow();
    expect(in_flight_minor).toBe(0n);
  });

  test("is called off when the case goes another way", async () => {
    const found = await stage.awaitingApproval(api);
    await stage.step(api, found, "CUSTOMER", { action: "WITHDRAW", input: { message: null } });
    expect((await requestOf(found)).state).toBe("CALLED_OFF");
  });
});

describe("who may not", () => {
  const refusedFor = async (who: SignedIn, found: GivenCase, message: RegExp) => {
    const before = await requestOf(found);
    const [answer] = await decide(who, [await itemOf(found)]);
    expect(answer).toMatchObject({ __typename: "ApprovalRefused" });
    expect(answer?.reasons?.map((reason) => reason.message).join()).toMatch(message);
    expect(await requestOf(found)).toEqual(before);
  };

  test("an agent has not the level", async () => {
    const other = await api.another("SUPPORT_AGENT");
    await refusedFor(other, await stage.awaitingApproval(api), /supervisor/i);
  });

  test("compliance waits for its turn, and then has it", async () => {
    const found = await awaitingTwo();
    await refusedFor(api.as("COMPLIANCE_OFFICER"), found, /supervisor/i);
    const listed = (await inbox(api.as("COMPLIANCE_OFFICER"), "OPEN")).find(({ case: of }) => of?.id === found.id);
    expect(listed?.reasons).toEqual([{ code: "OUT_OF_TURN" }]);
    await decide(api.as("SUPERVISOR"), [await itemOf(found)]);
    expect((await requestOf(found)).missing).toEqual(["approval.second"]);
    await refusedFor(api.as("SUPERVISOR"), found, /approved this refund already/);
    expect(await decide(api.as("COMPLIANCE_OFFICER"), [await itemOf(found)])).toMatchObject([
      { __typename: "ApprovalDecided", request: { state: "GRANTED" } },
    ]);
    expect((await caseRow(api, found.caseId)).state).toBe("REFUNDING");
  });

  test("nobody grants what they proposed, also after they have become a supervisor", async () => {
    const found = await stage.awaitingApproval(api);
    const { staffId } = api.as("SUPPORT_AGENT");
    await api.house.db.updateTable("staff").set({ role: "SUPERVISOR" }).where("id", "=", staffId).execute();
    await refusedFor(api.as("SUPPORT_AGENT"), found, /You proposed this/);
    await api.house.db.updateTable("staff").set({ role: "SUPPORT_AGENT" }).where("id", "=", staffId).execute();
  });

  test("nobody grants what would be paid to them", async () => {
    const supervisor = await api.another("SUPERVISOR");
    const { email } = await api.house.db
      .selectFrom("staff")
      .select("email")
      .where("id", "=", supervisor.staffId)
      .executeTakeFirstOrThrow();
    const found = await stage.awaitingApproval(api);
    const { id } = await requestOf(found);
    const { customer_id } = await caseRow(api, found.caseId);
    await api.house.db
      .updateTable("customer")
      .set({ email: email.toUpperCase() })
      .where("id", "=", customer_id)
      .execute();
    // Proposed again, now that the address is known.
    await decide(api.as("SUPERVISOR"), [await itemOf(found)], "REJECT", "Again, please.");
    await stage.step(api, found, "SUPPORT_AGENT", {
      action: "APPROVE_REFUND",
      input: { amount: money(120_000n, "CNY"), reason: "Seen.", messageToCustomer: null },
    });
    expect((await requestOf(found)).id).not.toBe(id);
    await refusedFor(supervisor, found, /would go to you/);
  });

  test("nobody grants what they took for the customer: not the refund, nor that it was paid by hand", async () => {
    const found = await stage.fresh({ amount: money(120_000n, "CNY") })(api);
    await api.house.db
      .updateTable("cases")
      .set({ state: "NEGOTIATING", merchant_answer: "CONTESTED" })
      .where("id", "=", found.caseId)
      .execute();
    const offer = { amount: money(120_000n, "CNY"), message: "All of it.", overrideReason: "To end it." };
    await stage.step(api, found, "SUPPORT_AGENT", { action: "MAKE_OFFER", input: offer });
    await stage.step(api, found, "SUPERVISOR", { action: "ACCEPT_OFFER", input: {} });
    await refusedFor(api.as("SUPERVISOR"), found, /decided in this case|part in it/);
    const both = [api.as("SUPPORT_AGENT"), api.as("SUPERVISOR")].map(({ staffId }) => staffId);
    const barred = await findBarred(api.house.db, found.caseId);
    expect(barred.map(({ staffId }) => staffId).toSorted()).toEqual(both.toSorted());
  });

  test("the database refuses one person on both sides, whatever program writes it", async () => {
    const found = await stage.awaitingApproval(api);
    const { id, proposer_id } = await requestOf(found);
    const write = (staffId: string | null, forId: string | null) =>
      api.house.db
        .insertInto("approval_decision")
        .values({
          id: newId(),
          request_id: id,
          staff_id: staffId ?? "",
          for_id: forId,
          level: "approval.first",
          verdict: "GRANT",
          key: newId(),
          at: new Date(),
        })
        .execute();
    await expect(write(proposer_id, null)).rejects.toThrow(/both sides/);
    await expect(write(api.as("SUPERVISOR").staffId, proposer_id)).rejects.toThrow(/both sides/);
  });
});

describe("twice, and at once", () => {
  test("two supervisors at once: one grants, the other is told that it has moved on", async () => {
    const found = await stage.awaitingApproval(api);
    const second = await api.another("SUPERVISOR");
    const [left, right] = [await itemOf(found), await itemOf(found)];
    const answers = (await Promise.all([decide(api.as("SUPERVISOR"), [left]), decide(second, [right])])).flat();
    const names = answers.map(({ __typename }) => __typename).sort();
    expect(names[0]).toBe("ApprovalDecided");
    expect(["ApprovalRefused", "StaleApproval"]).toContain(names[1]);
    expect((await eventKinds(api, found.caseId)).filter((kind) => kind === "GRANT_APPROVAL")).toHaveLength(1);
  });

  test("a version that somebody has seen is the one they decide", async () => {
    const found = await awaitingTwo();
    const stale = await itemOf(found);
    await decide(api.as("SUPERVISOR"), [await itemOf(found)]);
    expect(await decide(api.as("COMPLIANCE_OFFICER"), [stale])).toMatchObject([
      { __typename: "StaleApproval", request: { version: 2 } },
    ]);
  });

  test("a request that has ended decides nothing of the one that came after it on the same case", async () => {
    const found = await stage.awaitingApproval(api);
    await decide(api.as("SUPERVISOR"), [await itemOf(found)], "REJECT", "Half of it.");
    const ended = await itemOf(found);
    await stage.step(api, found, "SUPPORT_AGENT", {
      action: "APPROVE_REFUND",
      input: { amount: money(110_000n, "CNY"), reason: "Seen again.", messageToCustomer: null },
    });
    const later = await requestOf(found);
    expect(later).toMatchObject({ state: "OPEN", amount_minor: 110_000n });
    const second = await api.another("SUPERVISOR");
    expect(await decide(second, [ended])).toMatchObject([
      { __typename: "ApprovalRefused", reasons: [{ code: "NOT_OPEN" }] },
    ]);
    expect((await requestOf(found)).state).toBe("OPEN");
    expect((await caseRow(api, found.caseId)).state).toBe("AWAITING_APPROVAL");
  });

  test("an answer that was lost on its way is given again under the same key", async () => {
    const found = await stage.awaitingApproval(api);
    const item = await itemOf(found);
    for (let time = 0; time < 2; time++)
      expect(await decide(api.as("SUPERVISOR"), [item])).toMatchObject([{ __typename: "ApprovalDecided" }]);
    expect((await eventKinds(api, found.caseId)).filter((kind) => kind === "GRANT_APPROVAL")).toHaveLength(1);
  });

  test("a key that was used on an earlier request of the case says nothing of a later one, in the same words even", async () => {
    const found = await stage.awaitingApproval(api);
    const first = await itemOf(found);
    await decide(api.as("SUPERVISOR"), [first], "REJECT", "Half of it.");
    await stage.step(api, found, "SUPPORT_AGENT", {
      action: "APPROVE_REFUND",
      input: { amount: money(110_000n, "CNY"), reason: "Seen again.", messageToCustomer: null },
    });
    const later = { ...(await itemOf(found)), idempotencyKey: first.idempotencyKey };
    expect(await decide(api.as("SUPERVISOR"), [later], "REJECT", "Half of it.")).toMatchObject([
      { __typename: "ApprovalKeyReused" },
    ]);
    expect((await requestOf(found)).state).toBe("OPEN");
    expect(await decide(api.as("SUPERVISOR"), [first], "REJECT", "Half of it.")).toMatchObject([
      { __typename: "ApprovalDecided" },
    ]);
  });

  test("a request out of sight and one that is not there answer alike", async () => {
    const found = await stage.awaitingApproval(api);
    const item = await itemOf(found);
    for (const who of [api.as("MERCHANT_VERIFIER"), api.as("TRAINER"), api.as("BANK_OFFICER")]) {
      expect(await decide(who, [item, { ...item, id: toGlobalId("ApprovalRequest", newId()) }])).toMatchObject([
        { __typename: "ApprovalNotFound" },
        { __typename: "ApprovalNotFound" },
      ]);
      expect(await inbox(who, "OPEN")).toEqual([]);
    }
  });
});

describe("a batch", () => {
  test("shows what it would do and the money, then does what it may and says of each row what came of it", async () => {
    const supervisor = api.as("SUPERVISOR");
    const [one, two, own] = [
      await stage.awaitingApproval(api),
      await stage.awaitingApproval(api),
      await stage.awaitingApproval(api),
    ];
    await api.house.db
      .updateTable("cases")
      .set({ proposed_by_id: supervisor.staffId })
      .where("id", "=", own.caseId)
      .execute();
    await api.house.db
      .updateTable("approval_request")
      .set({ proposer_id: supervisor.staffId })
      .where("case_id", "=", own.caseId)
      .execute();
    const items = [await itemOf(one), await itemOf(own), await itemOf(two)];
    const { data } = await supervisor.query<{ approvalPreview: object }>(
      "query ($ids: [ID!]!) { approvalPreview(ids: $ids) { totals { minor currency } requests { mayDecide reasons { code } } } }",
      { ids: items.map(({ id }) => id) },
    );
    expect(data.approvalPreview).toEqual({
      totals: [{ minor: "240000", currency: "CNY" }],
      requests: [
        { mayDecide: true, reasons: [] },
        { mayDecide: false, reasons: [{ code: "OWN_PROPOSAL" }] },
        { mayDecide: true, reasons: [] },
      ],
    });
    const answers = await decide(supervisor, items);
    expect(answers.map(({ __typename }) => __typename)).toEqual([
      "ApprovalDecided",
      "ApprovalRefused",
      "ApprovalDecided",
    ]);
    expect((await requestOf(own)).state).toBe("OPEN");
  });

  test("asks before each who speaks: whoever was suspended in the middle of it decides no more of it", async () => {
    const { staffId } = await api.another("SUPERVISOR");
    const actor = await findStaffActor(api.house.db, staffId, api.clock.now());
    if (actor === null) throw new Error("They are not at work");
    const [refund, waiver] = [await stage.awaitingApproval(api), await stage.verifying(api)];
    const input = { check: "GOODS_STATE", outcome: "WAIVED", reason: "The shop has closed." } as const;
    const agent = await staffActorOf(api, "SUPPORT_AGENT");
    await actOn(api, agent, waiver.caseId, { action: "PROPOSE_CHECK_WAIVER", input });
    const suspended = { active: false, suspended_at: api.clock.now() };
    await api.house.db.updateTable("staff").set(suspended).where("id", "=", staffId).execute();
    for (const found of [refund, waiver]) {
      const { id: requestId, version: expectedVersion } = await requestOf(found);
      const said = { verdict: "GRANT", note: null, idempotencyKey: newId() } as const;
      for (const [key, code] of [
        [null, "NOT_AT_WORK"],
        [{ id: newId(), scopes: [] }, "KEY_ENDED"],
      ] as const) {
        const ctx = { ...api.house, actor: { ...actor, key }, locale: "en" } as const;
        expect(await decideApproval(ctx, { requestId, expectedVersion, ...said })).toEqual({
          ok: false,
          error: { kind: "REFUSED", reasons: [{ code }] },
        });
      }
      expect((await requestOf(found)).state).toBe("OPEN");
    }
    // By somebody who is at work it is decided, and nothing waits for whoever comes after.
    await stage.agreeTo(api, waiver, "CHECK_WAIVER");
  });

  test.each([
    ["suspended", { active: false, suspended_at: new Date() }, { kind: "REFUSED", reasons: [{ code: "NOT_AT_WORK" }] }],
    ["no supervisor", { role: "SUPPORT_AGENT" }, { kind: "REFUSED", reasons: [{ code: "SUBJECT_REFUSES" }] }],
  ] as const)(
    "hears nobody on a refund who is %s by the time that its case is locked",
    async (_what, change, error) => {
      const found = await stage.awaitingApproval(api);
      const { staffId } = await api.another("SUPERVISOR");
      const actor = await findStaffActor(api.house.db, staffId, api.clock.now());
      if (actor === null) throw new Error("They are not at work");
      const { id: requestId, version: expectedVersion } = await requestOf(found);
      const said = { verdict: "GRANT", note: null, idempotencyKey: newId() } as const;
      // The key is looked for at first, and claimed at the case's door.
      let named = 0;
      const claims = (statement: RootOperationNode) => naming(said.idempotencyKey)(statement) && ++named === 2;
      const db = meanwhile(api.house.db, claims, () =>
        api.house.db.updateTable("staff").set(change).where("id", "=", staffId).execute(),
      );
      const ctx = { ...api.house, db, actor, locale: "en" } as const;
      expect(await decideApproval(ctx, { requestId, expectedVersion, ...said })).toMatchObject({ ok: false, error });
      expect((await requestOf(found)).state).toBe("OPEN");
    },
  );

  test("that breaks half-way has decided what came before, does not say otherwise, and goes on when it is sent again", async () => {
    const supervisor = api.as("SUPERVISOR");
    const [one, two] = [await stage.awaitingApproval(api), await stage.awaitingApproval(api)];
    const input = { items: [await itemOf(one), await itemOf(two)], verdict: "GRANT", note: null };
    const { id } = await requestOf(two);
    await sql`create function break_off() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$`.execute(
      api.house.db,
    );
    await sql`create trigger break_off before insert on approval_decision for each row
      when (new.request_id = ${sql.lit(id)}) execute function break_off()`.execute(api.house.db);
    const { body } = await supervisor.send({ query: DECIDE, variables: { input } });
    expect(body).toMatchObject({
      data: null,
      errors: [{ message: expect.stringMatching(/whether it was done is not known/), path: ["decideApprovals"] }],
    });
    expect([(await requestOf(one)).state, (await requestOf(two)).state]).toEqual(["GRANTED", "OPEN"]);
    await sql`drop function break_off() cascade`.execute(api.house.db);
    expect(await decide(supervisor, input.items)).toMatchObject([
      { __typename: "ApprovalDecided" },
      { __typename: "ApprovalDecided" },
    ]);
    for (const found of [one, two])
      expect((await eventKinds(api, found.caseId)).filter((kind) => kind === "GRANT_APPROVAL")).toHaveLength(1);
  });

  test("of none, or of more than somebody looks over, is the caller's mistake", async () => {
    const { errors } = await api.as("SUPERVISOR").query(DECIDE, { input: { items: [], verdict: "GRANT" } });
    expect(errors[0]?.extensions?.code).toBe("BAD_USER_INPUT");
  });
});

describe("a colleague who is away", () => {
  const DELEGATE = `mutation ($input: DelegateApprovalsInput!) { delegateApprovals(input: $input) { __typename
    ... on DelegationMade { delegation { id inForce mine delegate { id } } } ... on DelegationRefused { reasons } } }`;
  const away = (delegate: SignedIn, from: number, to: number) => ({
    input: {
      delegateId: toGlobalId("Staff", delegate.staffId),
      startsAt: new Date(api.clock.now().getTime() + from * 86_400_000).toISOString(),
      endsAt: new Date(api.clock.now().getTime() + to * 86_400_000).toISOString(),
    },
  });

  test("lends their approvals for just that time: the inbox, the rule and the record say for whom", async () => {
    const [boss, deputy] = [await api.another("SUPERVISOR"), await api.another("SUPPORT_AGENT")];
    const found = await stage.awaitingApproval(api);
    const ofCase = ({ case: of }: Listed) => of?.id === found.id;
    expect((await inbox(deputy, "FOR_ME")).some(ofCase)).toBe(false);

    const made = await boss.query<{ delegateApprovals: { delegation: { id: string } } }>(
      DELEGATE,
      away(deputy, -1 / 24, 2),
    );
    expect(made.data).toMatchObject({ delegateApprovals: { delegation: { inForce: true, mine: true } } });
    const { name } = await api.house.db
      .selectFrom("staff")
      .select("name")
      .where("id", "=", boss.staffId)
      .executeTakeFirstOrThrow();
    expect((await inbox(deputy, "FOR_ME")).find(ofCase)).toMatchObject({ mayDecide: true, inPlaceOf: name });
    expect(await decide(deputy, [await itemOf(found)])).toMatchObject([
      { __typename: "ApprovalDecided", request: { levels: [{ decision: { inPlaceOf: { name } } }] } },
    ]);
    expect((await caseRow(api, found.caseId)).approved_by_ids).toEqual([deputy.staffId, boss.staffId]);

    const own = await stage.awaitingApproval(api);
    const proposed = (by: string) =>
      Promise.all([
        api.house.db.updateTable("cases").set({ proposed_by_id: by }).where("id", "=", own.caseId).execute(),
        api.house.db
          .updateTable("approval_request")
          .set({ proposer_id: by })
          .where("case_id", "=", own.caseId)
          .execute(),
      ]);
    await proposed(boss.staffId);
    const [answer] = await decide(deputy, [await itemOf(own)]);
    expect(answer?.reasons?.map(({ message }) => message).join()).toContain(name);

    const ended = await boss.query("mutation ($id: ID!) { endDelegation(id: $id) }", {
      id: made.data.delegateApprovals.delegation.id,
    });
    expect(ended.data).toEqual({ endDelegation: true });
    await proposed(api.as("SUPPORT_AGENT").staffId);
    expect((await inbox(deputy, "OPEN")).find(({ case: of }) => of?.id === own.id)).toMatchObject({ mayDecide: false });
  });

  test("is stood in for by somebody of whom it is known beforehand what training they lack for it", async () => {
    const deputy = await api.another("SUPPORT_AGENT");
    const lacking = async () => {
      const { data } = await api
        .as("SUPERVISOR")
        .query("query ($id: ID!) { node(id: $id) { ... on Staff { standInGaps { code } } } }", {
          id: toGlobalId("Staff", deputy.staffId),
        });
      return data;
    };
    expect(await lacking()).toEqual({ node: { standInGaps: [] } });
    await givenUntrained(api.house.db, deputy.staffId);
    expect(await lacking()).toEqual({ node: { standInGaps: [{ code: "above-limit-approval" }] } });
  });

  test("is said beside their name, with until when and who stands in, for as long as it holds and no longer", async () => {
    const [boss, deputy] = [await api.another("SUPERVISOR"), await api.another("SUPPORT_AGENT")];
    const found = await stage.awaitingApproval(api);
    const decider = async ({ staffId }: SignedIn) => {
      const listed = (await inbox(api.as("SUPERVISOR"), "OPEN")).find(({ case: of }) => of?.id === found.id);
      return listed?.deciders.find(({ staff }) => staff.id === toGlobalId("Staff", staffId));
    };
    const notYet = away(deputy, 1, 2);
    await boss.query(DELEGATE, notYet);
    expect(await decider(boss)).toMatchObject({ away: null, reasons: [] });

    const now = away(deputy, -1 / 24, 1 / 2);
    const made = await boss.query<{ delegateApprovals: { delegation: { id: string } } }>(DELEGATE, now);
    const delegate = { id: toGlobalId("Staff", deputy.staffId), active: true };
    expect(await decider(boss)).toEqual({
      staff: { id: toGlobalId("Staff", boss.staffId) },
      away: { endsAt: now.input.endsAt, delegate },
      inPlaceOf: null,
      reasons: [],
    });
    expect(await decider(deputy)).toMatchObject({ away: null, inPlaceOf: expect.any(String), reasons: [] });

    await api.house.db.updateTable("staff").set({ active: false }).where("id", "=", deputy.staffId).execute();
    expect(await decider(boss)).toMatchObject({ away: { delegate: { active: false } } });
    expect(await decider(deputy)).toBeUndefined();

    const { id } = made.data.delegateApprovals.delegation;
    await boss.query("mutation ($id: ID!) { endDelegation(id: $id) }", { id });
    expect(await decider(boss)).toMatchObject({ away: null });
  });

  test("can be neither oneself, nor somebody outside the desk, nor handed on by a deputy, nor twice at once", async () => {
    const boss = await api.another("SUPERVISOR");
    const refusals = async (who: SignedIn, variables: object) => {
      const { data } = await who.query<{ delegateApprovals: { reasons?: string[] } }>(DELEGATE, variables);
      return data.delegateApprovals.reasons ?? [];
    };
    expect(await refusals(boss, away(boss, 0, 1))).toHaveLength(1);
    expect(await refusals(boss, away(api.as("MERCHANT_VERIFIER"), 0, 1))).toHaveLength(1);
    expect(await refusals(boss, away(api.as("SUPPORT_AGENT"), 2, 1))).toHaveLength(1);
    expect(await refusals(api.as("SUPPORT_AGENT"), away(boss, 0, 1))).toHaveLength(1);
    const twice = await Promise.all([
      refusals(boss, away(api.as("SUPPORT_AGENT"), 5, 7)),
      refusals(boss, away(api.as("COMPLIANCE_OFFICER"), 6, 8)),
    ]);
    expect(twice.map((reasons) => reasons.length).sort()).toEqual([0, 1]);
  });
});

test("whoever has not learned what agreeing needs is offered nothing, told the course and who could, and may turn it down", async () => {
  const untaught = await api.another("SUPERVISOR");
  await givenUntrained(api.house.db, untaught.staffId);
  const found = await stage.awaitingApproval(api);
  const item = await itemOf(found);
  const ROOM = `query ($ids: [ID!]!) { approvalsForMe approvalPreview(ids: $ids) { totals { minor } requests { mayDecide mayReject
    reasons { code course { code } colleagues { id } } deciders { staff { id } reasons { code } } } } }`;
  const { data } = await untaught.query<{
    approvalsForMe: number;
    approvalPreview: { requests: { deciders: { staff: { id: string }; reasons: object[] }[] }[] };
  }>(ROOM, { ids: [item.id] });
  const missing = { code: "TRAINING_MISSING", course: { code: "above-limit-approval" } };
  const taught = toGlobalId("Staff", api.as("SUPERVISOR").staffId);
  const reason = { ...missing, colleagues: expect.arrayContaining([{ id: expect.any(String) }]) };
  expect(data).toMatchObject({
    approvalsForMe: 0,
    approvalPreview: { totals: [], requests: [{ mayDecide: false, mayReject: true, reasons: [reason] }] },
  });
  const deciders = data.approvalPreview.requests[0]?.deciders ?? [];
  const id = toGlobalId("Staff", untaught.staffId);
  expect(deciders.find(({ staff }) => staff.id === id)?.reasons).toEqual([{ code: "TRAINING_MISSING" }]);
  expect(deciders.find(({ staff }) => staff.id === taught)?.reasons).toEqual([]);
  const TO_REJECT = "query ($ids: [ID!]!) { approvalPreview(ids: $ids, verdict: REJECT) { totals { minor } } }";
  const toReject = await untaught.query<{ approvalPreview: object }>(TO_REJECT, { ids: [item.id] });
  expect(toReject.data.approvalPreview).toEqual({ totals: [{ minor: "120000" }] });
  expect(await inbox(untaught, "FOR_ME")).toEqual([]);
  const refusal = { __typename: "ApprovalRefused", reasons: [{ code: "TRAINING_MISSING" }] };
  expect(await decide(untaught, [item])).toMatchObject([refusal]);
  expect(await decide(untaught, [await itemOf(found)], "REJECT", "Not this shop.")).toMatchObject([
    { __typename: "ApprovalDecided" },
  ]);
});

test("who could instead are those at the level that is next and on no side of it, on the case as in the room", async () => {
  const found = await awaitingTwo();
  await decide(api.as("SUPERVISOR"), [await itemOf(found)]);
  const [untaught, free] = [await api.another("COMPLIANCE_OFFICER"), await api.another("COMPLIANCE_OFFICER")];
  await givenUntrained(api.house.db, untaught.staffId);
  const { id } = await requestOf(found);
  const barred = JSON.stringify([{ staffId: api.as("COMPLIANCE_OFFICER").staffId, because: "DECIDED_THE_CASE" }]);
  await api.house.db
    .updateTable("approval_request")
    .set({ barred: sql`${barred}::jsonb` })
    .where("id", "=", id)
    .execute();
  const colleagues = "reasons { code colleagues { id } }";
  const NAMED = `query ($case: ID!, $ids: [ID!]!) { case(id: $case) { availableActions { action ${colleagues} } }
    approvalPreview(ids: $ids) { requests { ${colleagues} } } }`;
  const item = await itemOf(found);
  interface Reasoned {
    readonly action?: string;
    readonly reasons: readonly { readonly code: string; readonly colleagues: readonly { readonly id: string }[] }[];
  }
  const { data } = await untaught.query<{
    case: { availableActions: readonly Reasoned[] };
    approvalPreview: { requests: readonly Reasoned[] };
  }>(NAMED, { case: found.id, ids: [item.id] });
  const onCase = data.case.availableActions.find(({ action }) => action === "GRANT_APPROVAL");
  const others = [{ code: "TRAINING_MISSING", colleagues: [{ id: toGlobalId("Staff", free.staffId) }] }];
  expect(onCase?.reasons).toEqual(others);
  expect(data.approvalPreview.requests).toEqual([{ reasons: others }]);
  const grant =
    "mutation ($input: DecideApprovalsInput!) { decideApprovals(input: $input) { result { ... on ApprovalRefused { reasons { code colleagues { id } } } } } }";
  const refused = await untaught.query<{ decideApprovals: readonly { result: Reasoned }[] }>(grant, {
    input: { items: [item], verdict: "GRANT", note: null },
  });
  expect(refused.data.decideApprovals).toEqual([{ result: { reasons: others } }]);
});

test("the tray is what the rule lets through, for everybody", async () => {
  await awaitingTwo();
  const held = await stage.verifying(api);
  const waiver = { check: "GOODS_STATE", outcome: "WAIVED", reason: "The shop has closed." } as const;
  await stage.step(api, held, "SUPPORT_AGENT", { action: "PROPOSE_CHECK_WAIVER", input: waiver });
  await stage.step(api, held, "SUPPORT_AGENT", { action: "REQUEST_INFORMATION", input: { message: "A slip?" } });
  const untaught = await api.another("SUPERVISOR");
  await givenUntrained(api.house.db, untaught.staffId);
  const { db } = api.house;
  const now = api.clock.now();
  const all = (await db.selectFrom("approval_request").select("id").execute()).map(({ id }) => id);
  const people = await db.selectFrom("staff").select("id").execute();
  let seen = 0;
  for (const { id } of people) {
    const actor = await findStaffActor(db, id, now);
    if (actor === null) continue;
    const asked = { actor, now, rules: api.house.approvalSubjects };
    const tray = await listRequests(db, { ...asked, box: "FOR_ME" }, { first: 100, after: null });
    const allowed = (await findRequests({ ...api.house, actor }, all)).filter((row) => {
      const asking = askingOf(row, api.house.approvalSubjects);
      return standingToAgree(toFacts(row), asking, actor, now).reasons.length === 0;
    });
    expect(await countForMe(db, asked)).toBe(tray.length);
    expect(tray.map((row) => row.id).sort()).toEqual(allowed.map((row) => row.id).sort());
    seen += tray.length;
  }
  expect(seen).toBeGreaterThan(0);
});

test("what waits too long is raised, and what nobody decides lapses: the money is free and the case is back at work", async () => {
  const found = await stage.awaitingApproval(api);
  const system = { ...api.house, actor: systemActor, locale: "en" } as const;
  api.clock.advance({ days: 2 });
  await expireRequests(system);
  expect(await requestOf(found)).toMatchObject({ state: "OPEN", escalated_at: expect.any(Date) });
  api.clock.advance({ days: 6 });
  expect(await decide(api.as("SUPERVISOR"), [await itemOf(found)])).toMatchObject([
    { __typename: "ApprovalRefused", reasons: [{ message: expect.stringContaining("ended on") }] },
  ]);
  await Promise.all([expireRequests(system), expireRequests(system)]);
  expect(await requestOf(found)).toMatchObject({ state: "EXPIRED" });
  expect((await caseRow(api, found.caseId)).state).toBe("VERIFYING");
  expect((await eventKinds(api, found.caseId)).filter((kind) => kind === "EXPIRE_APPROVAL")).toHaveLength(1);
  expect(await expireRequests(system)).toEqual({ escalated: 0, expired: 0 });
});
