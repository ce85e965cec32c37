import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expireRequests } from "../../server/approvals/actions/expire-requests.ts";
import { openForCustomer } from "../../server/cases/actions/open-for-customer.ts";
import { reassignOpenWork } from "../../server/cases/actions/reassign-open-work.ts";
import { sweepClocks } from "../../server/cases/jobs/sweep-clocks.ts";
import { deskDay, deskTimeZone } from "../../server/kernel/desk-day.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { endOfDay } from "../../server/kernel/zoned-time.ts";
import { decideInTransaction } from "../../server/platform/database/decide-in-transaction.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { builtInPermissions } from "../../server/staff/domain/permissions.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { actOn, caseRow, eventKinds, type GivenCase, staffActorOf } from "../support/given-case.ts";
import { givenPayment } from "../support/given-payment.ts";
import { giveRights } from "../support/role-rights.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const staffId = ({ staffId: id }: SignedIn) => toGlobalId("Staff", id);

async function givenTo(who: SignedIn | null, count = 1): Promise<readonly GivenCase[]> {
  const actor = await staffActorOf(api, "SUPERVISOR");
  const found: GivenCase[] = [];
  for (let at = 0; at < count; at++) {
    const one = await stage.newCase(api);
    await actOn(api, actor, one.caseId, { action: "ASSIGN", input: { assigneeId: who?.staffId ?? null } });
    found.push(one);
  }
  return found;
}

const LOAD =
  "{ deskLoad { staff { id } takesWork away open overdue dueToday averageAgeHours money { minor currency } } }";
interface Load {
  readonly staff: { readonly id: string } | null;
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
  readonly money: readonly { minor: string; currency: string }[];
}
async function loadOf(who: SignedIn | null): Promise<Load | undefined> {
  const { data } = await api.as("SUPERVISOR").query<{ deskLoad: Load[] }>(LOAD);
  return data.deskLoad.find(({ staff }) => (who === null ? staff === null : staff?.id === staffId(who)));
}

describe("who has what", () => {
  test("is counted for each person and for nobody, with the money by currency", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    expect(await loadOf(agent)).toMatchObject({ open: 0, overdue: 0, money: [] });
    await givenTo(agent, 2);
    await givenTo(null);
    expect(await loadOf(agent)).toMatchObject({ open: 2, overdue: 0, money: [{ minor: "25800", currency: "CNY" }] });
    expect((await loadOf(null))?.open).toBeGreaterThan(0);
  });

  test("is due tonight to the last moment of the day, as the queue has it", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const [last, tomorrow] = await givenTo(agent, 2);
    const night = endOfDay(deskDay(api.clock.now()), deskTimeZone());
    const dueAt = (found: GivenCase | undefined, due_at: Date) =>
      api.house.db
        .updateTable("cases")
        .set({ due_at })
        .where("id", "=", found?.caseId ?? "")
        .execute();
    await dueAt(last, night);
    await dueAt(tomorrow, new Date(night.getTime() + 1));
    expect(await loadOf(agent)).toMatchObject({ open: 2, overdue: 0, dueToday: 1 });
  });

  test("is the supervisor's to see, and nobody else's", async () => {
    for (const role of ["SUPPORT_AGENT", "MERCHANT_VERIFIER", "TRAINER"] as const) {
      const { data } = await api.as(role).query<{ deskLoad: unknown[] }>(LOAD);
      expect(data.deskLoad).toEqual([]);
    }
  });
});

describe("whose role the desk gave the work of cases", () => {
  const built = builtInPermissions.TRAINER;
  afterEach(() => giveRights(api, "TRAINER", built));

  test("has a row of their own, can take over and be picked, and no case of theirs counts as nobody's", async () => {
    const [trainer, agent] = [await api.another("TRAINER"), await api.another("SUPPORT_AGENT")];
    const before = (await loadOf(null))?.open ?? 0;
    await giveRights(api, "TRAINER", [...built, "case.read", "case.work"]);
    await givenTo(trainer, 2);
    expect(await loadOf(trainer)).toMatchObject({ open: 2, takesWork: true });
    expect((await loadOf(null))?.open ?? 0).toBe(before);
    const { data } = await api.as("SUPERVISOR").query<{ deskLoad: Load[] }>(LOAD);
    expect(data.deskLoad.filter(({ staff }) => staff === null).length).toBeLessThanOrEqual(1);

    await givenTo(agent);
    const PLAN = "query ($input: ReassignmentPlanInput!) { reassignmentPlan(input: $input) { to { id } } }";
    const input = { fromId: staffId(agent), toIds: [staffId(trainer)] };
    const plan = await api.as("SUPERVISOR").query(PLAN, { input });
    expect(plan.data).toEqual({ reassignmentPlan: [{ to: { id: staffId(trainer) } }] });

    const PICK = "query ($filter: StaffFilter!) { staff(first: 20, filter: $filter) { edges { node { id } } } }";
    const filter = { text: trainer.email, permissions: ["CASE_WORK"] };
    const picked = () => api.as("SUPERVISOR").query(PICK, { filter });
    expect((await picked()).data).toEqual({ staff: { edges: [{ node: { id: staffId(trainer) } }] } });

    await giveRights(api, "TRAINER", built);
    expect(await loadOf(trainer)).toMatchObject({ open: 2, takesWork: false });
    expect((await picked()).data).toEqual({ staff: { edges: [] } });
  });
});

describe("work that changes hands", () => {
  const PLAN = `query ($input: ReassignmentPlanInput!) { reassignmentPlan(input: $input) {
    case { id version } to { id } reasons { code } } }`;
  interface Planned {
    readonly case: { readonly id: string; readonly version: number };
    readonly to: { readonly id: string };
    readonly reasons: readonly object[];
  }

  test("is shown before it happens, spread by what everybody has, and then goes through the door of each case", async () => {
    const [from, free, busy] = [
      await api.another("SUPPORT_AGENT"),
      await api.another("SUPPORT_AGENT"),
      await api.another("SUPPORT_AGENT"),
    ];
    await givenTo(busy, 2);
    await givenTo(from, 4);
    const input = { fromId: staffId(from), toIds: [staffId(free), staffId(busy), staffId(from)] };
    const { data } = await api.as("SUPERVISOR").query<{ reassignmentPlan: Planned[] }>(PLAN, { input });
    const plan = data.reassignmentPlan;
    const count = (who: SignedIn) => plan.filter(({ to }) => to.id === staffId(who)).length;
    expect([count(free), count(busy), count(from)]).toEqual([3, 1, 0]);
    expect(await loadOf(from)).toMatchObject({ open: 4 });
    const cases = plan.map((one) => ({
      caseId: one.case.id,
      expectedVersion: one.case.version,
      assigneeId: one.to.id,
    }));
    await api
      .as("SUPERVISOR")
      .query("mutation ($input: AssignCasesInput!) { assignCases(input: $input) { __typename } }", {
        input: { idempotencyKey: newId(), cases },
      });
    expect([await loadOf(from), await loadOf(free), await loadOf(busy)].map((load) => load?.open)).toEqual([0, 3, 3]);
  });

  test("of somebody who leaves goes in one transaction, or not at all", async () => {
    const [leaver, heir] = [await api.another("SUPPORT_AGENT"), await api.another("SUPPORT_AGENT")];
    const found = await givenTo(leaver, 3);
    const ctx = { ...api.house, actor: await staffActorOf(api, "SUPERVISOR"), locale: "en" } as const;
    const move = (to: readonly string[]) =>
      decideInTransaction(api.house.db, (trx) =>
        reassignOpenWork(ctx, trx, { staffId: leaver.staffId, to, key: newId() }),
      );

    // The second of the two cannot work cases, so that nothing at all changes hands.
    expect(await move([heir.staffId, api.as("TRAINER").staffId])).toMatchObject({
      ok: false,
      error: { kind: "REFUSED", reasons: [{ code: "ASSIGNEE_CANNOT_WORK" }] },
    });
    expect((await loadOf(leaver))?.open).toBe(3);

    expect(await move([heir.staffId])).toEqual({ ok: true, value: 3 });
    expect((await loadOf(heir))?.open).toBe(3);
    for (const { caseId } of found) {
      expect((await caseRow(api, caseId)).assignee_id).toBe(heir.staffId);
      expect((await eventKinds(api, caseId)).filter((kind) => kind === "ASSIGN")).toHaveLength(2);
    }
  });
});

test("what ran out of an approval names whoever had been told of it, and nobody who got the right afterwards", async () => {
  const found = await stage.awaitingApproval(api);
  const told = await api.house.db
    .selectFrom("notice")
    .select("staff_id")
    .where("case_id", "=", found.caseId)
    .where("kind", "=", "APPROVAL_WAITING")
    .execute();
  api.clock.advance({ days: 6 });
  await sweepClocks(api.house);
  api.clock.advance({ days: 2 });
  await expireRequests({ ...api.house, actor: systemActor, locale: "zh-CN" });
  api.clock.advance({ days: -8 });
  const later = await api.another("SUPERVISOR");
  const { data } = await api.as("SUPERVISOR").query<{
    clockBreaches: { edges: { node: { rule: string; approvers: { id: string }[]; case: { id: string } } }[] };
  }>("{ clockBreaches(first: 100) { edges { node { rule approvers { id } case { id } } } } }");
  const mine = data.clockBreaches.edges.flatMap(({ node }) => (node.case.id === found.id ? [node] : []));
  const asked = mine.find(({ rule }) => rule === "approval")?.approvers.map(({ id }) => id) ?? [];
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.sort()).toEqual([...new Set(told.map((row) => toGlobalId("Staff", row.staff_id ?? "")))].sort());
  expect(asked).not.toContain(staffId(later));
  expect(mine.filter(({ rule, approvers }) => rule !== "approval" && approvers.length > 0)).toEqual([]);
  const decided = await api.as("SUPERVISOR").query<{
    approvals: { edges: { node: { state: string; asked: { id: string }[]; case: { id: string } | null } }[] };
  }>("{ approvals(box: DECIDED, first: 100) { edges { node { state asked { id } case { id } } } } }");
  const lapsed = decided.data.approvals.edges.find(({ node }) => node.case?.id === found.id)?.node;
  expect(lapsed?.state).toBe("EXPIRED");
  expect(lapsed?.asked.map(({ id }) => id).sort()).toEqual(asked);
});

test("what ran out is the run that did, though one that was called off was to begin after it", async () => {
  const found = await stage.awaitingApproval(api);
  const { db } = api.house;
  const { id, due_at: due } = await db
    .selectFrom("case_clock")
    .select(["id", "due_at"])
    .where("case_id", "=", found.caseId)
    .where("rule", "=", "approval")
    .executeTakeFirstOrThrow();
  await sql`insert into case_clock (id, case_id, rule, rule_version, state, started_at, due_at, ended_at)
    select ${newId()}, case_id, rule, rule_version, 'CANCELLED', started_at + interval '1 day', due_at + interval '9 days', started_at
    from case_clock where id = ${id}`.execute(db);
  api.clock.advance({ days: 6 });
  await sweepClocks(api.house);
  const { data } = await api.as("SUPERVISOR").query<{
    clockBreaches: { edges: { node: { rule: string; dueAt: string; case: { id: string } } }[] };
  }>("{ clockBreaches(first: 100) { edges { node { rule dueAt case { id } } } } }");
  api.clock.advance({ days: -6 });
  const mine = data.clockBreaches.edges.find(({ node }) => node.case.id === found.id && node.rule === "approval");
  expect(mine?.node.dueAt).toBe(due?.toISOString());
});

test("what ran out was from the first with whoever had taken the request down", async () => {
  const agent = await api.another("SUPPORT_AGENT");
  const { transactionId } = await givenPayment(api.house.db);
  const opened = await agent.query<{ openCaseForCustomer: { case: { id: string } } }>(
    `mutation ($input: OpenCaseForCustomerInput!) {
      openCaseForCustomer(input: $input) { ... on CaseOpened { case { id } } } }`,
    {
      input: {
        ...{ transactionId: toGlobalId("Transaction", transactionId), channel: "PHONE", reason: "OTHER" },
        ...{ amount: { minor: "5000", currency: "CNY" }, message: "Called.", idempotencyKey: newId() },
        contact: { name: "Wang", email: "wang@example.com", phone: null, locale: "ZH_CN" },
      },
    },
  );
  api.clock.advance({ days: 12 });
  await sweepClocks(api.house);
  const { data } = await api
    .as("SUPERVISOR")
    .query<{ clockBreaches: { edges: { node: { case: { id: string } } }[] } }>(
      "{ clockBreaches(first: 100) { edges { node { case { id } assignee { id } holdings { staff { id } } } } } }",
    );
  const { id } = opened.data.openCaseForCustomer.case;
  const theirs = { case: { id }, assignee: { id: staffId(agent) }, holdings: [{ staff: { id: staffId(agent) } }] };
  expect(data.clockBreaches.edges.filter(({ node }) => node.case.id === id)).toContainEqual({ node: theirs });
});

test("what ran out was nobody's where whoever brought the file works no cases", async () => {
  const { transactionId } = await givenPayment(api.house.db);
  const ctx = { ...api.house, actor: await staffActorOf(api, "ADMINISTRATOR"), locale: "en" } as const;
  const opened = await openForCustomer(ctx, {
    ...{ transactionId, origin: "CUSTOMER", channel: "FILE", reason: "OTHER", message: null, despiteOpenCase: false },
    ...{ amount: money(5_000n, "CNY"), idempotencyKey: newId() },
    contact: { name: "Wang", email: "wang@example.com", phone: null, locale: "zh-CN" },
  });
  if (!opened.ok) throw new Error("The request was not taken");
  const id = toGlobalId("Case", opened.value.caseId);
  const nobodys = { case: { id }, assignee: null, holdings: [{ staff: null }] };
  expect(await ranOut(id, "assignee { id } holdings { staff { id } }")).toContainEqual({ node: nobodys });
});

test("what ran out was nobody's where whoever had the case was gone when it was opened again", async () => {
  const agent = await api.another("SUPPORT_AGENT");
  const [found] = await givenTo(agent);
  if (found === undefined) throw new Error("no case");
  await stage.step(api, found, "SUPPORT_AGENT", { action: "WITHDRAW", input: { message: null } });
  await api.house.db.updateTable("staff").set({ active: false }).where("id", "=", agent.staffId).execute();
  await stage.step(api, found, "SUPERVISOR", { action: "REOPEN", input: { reason: "They asked again." } });
  const unowned = { case: { id: found.id }, assignee: null };
  expect(await ranOut(found.id, "assignee { id }")).toContainEqual({ node: unowned });
});

/** What has run out of a case twelve days on, with these fields of each. */
async function ranOut(caseId: string, fields: string) {
  api.clock.advance({ days: 12 });
  await sweepClocks(api.house);
  // The calendar of next year may not be published yet.
  api.clock.advance({ days: -12 });
  const { data } = await api
    .as("SUPERVISOR")
    .query<{ clockBreaches: { edges: { node: { case: { id: string } } }[] } }>(
      `{ clockBreaches(first: 100) { edges { node { case { id } ${fields} } } } }`,
    );
  return data.clockBreaches.edges.filter(({ node }) => node.case.id === caseId);
}

test("what ran out says which rule, who had it then, how late it got, and what happened next", async () => {
  const [agent, other] = [await api.another("SUPPORT_AGENT"), await api.another("SUPPORT_AGENT")];
  const [found] = await givenTo(agent);
  if (found === undefined) throw new Error("no case");
  await stage.step(api, found, "SUPPORT_AGENT", { action: "BEGIN_VERIFICATION", input: {} });
  const supervisor = await staffActorOf(api, "SUPERVISOR");
  api.clock.advance({ days: 1 });
  await actOn(api, supervisor, found.caseId, { action: "ASSIGN", input: { assigneeId: null } });
  api.clock.advance({ days: 29 });
  await sweepClocks(api.house);
  await actOn(api, supervisor, found.caseId, { action: "ASSIGN", input: { assigneeId: other.staffId } });
  const { data } = await api.as("SUPERVISOR").query<{ clockBreaches: { edges: { node: object }[] } }>(
    `{ clockBreaches(rule: "merchant-answer", first: 100) { edges { node {
      rule dueAt at metAt nextKind assignee { id } case { id }
      clock { rule proof { length unit } } holdings { staff { id } } } } } }`,
  );
  const everything = await api
    .as("SUPERVISOR")
    .query<{ clockBreaches: { edges: object[] } }>("{ clockBreaches { edges { node { id } } } }");
  expect(everything.data.clockBreaches.edges.length).toBeGreaterThanOrEqual(data.clockBreaches.edges.length);
  // What runs out of the customer's own time is nobody's lateness; whoever asks for that rule is told of it.
  const theirs = await stage.newCase(api);
  await stage.step(api, theirs, "SUPPORT_AGENT", { action: "REQUEST_INFORMATION", input: { message: "The slip?" } });
  api.clock.advance({ days: 30 });
  await sweepClocks(api.house);
  const namesTheirs = async (of: string) =>
    JSON.stringify(
      await api.as("SUPERVISOR").query(`{ clockBreaches${of} { edges { node { rule case { id } } } } }`),
    ).includes(`"rule":"customer-information","case":{"id":"${theirs.id}"}`);
  expect([await namesTheirs("(first: 100)"), await namesTheirs('(rule: "customer-information")')]).toEqual([
    false,
    true,
  ]);
  const mine = data.clockBreaches.edges
    .map(({ node }) => node)
    .filter((node) => JSON.stringify(node).includes(found.id));
  expect(mine).toEqual([
    expect.objectContaining({
      rule: "merchant-answer",
      metAt: null,
      nextKind: "ASSIGN",
      assignee: null,
      clock: { rule: "merchant-answer", proof: { length: 3, unit: "WORKING_DAYS" } },
      holdings: [{ staff: { id: staffId(agent) } }, { staff: null }],
      dueAt: expect.any(String),
    }),
  ]);
});

const STORY = `query ($id: ID!) {
  node(id: $id) { ... on Case { id events(first: 50) { edges { node { id kind facts { name value } } } } } }
}`;
interface Story {
  readonly events: { readonly edges: readonly { readonly node: Told }[] };
}
interface Told {
  readonly kind: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

describe("closed cases that may have to be opened again", () => {
  const LIST = `{ reopenableCases(first: 100) { edges { node {
    ranOut complainedAt case { id availableActions { action allowed } } } } } }`;
  interface Listed {
    readonly ranOut: readonly string[];
    readonly complainedAt: string | null;
    readonly case: { readonly id: string; readonly availableActions: readonly { action: string; allowed: boolean }[] };
  }
  const ask = async (role: Parameters<TestApi["as"]>[0] = "SUPERVISOR") =>
    (await api.as(role).query<{ reopenableCases: { edges: { node: Listed }[] } }>(LIST)).data.reopenableCases.edges.map(
      ({ node }) => node,
    );
  const listed = async ({ id }: GivenCase) => (await ask()).find(({ case: of }) => of.id === id);
  const withdrawn = async (inTime: "LATE" | "IN_TIME", of: SignedIn | null = null) => {
    const [found = await stage.newCase(api)] = of === null ? [] : await givenTo(of);
    if (inTime === "LATE")
      await api.house.db
        .updateTable("case_clock")
        .set({ due_at: new Date(api.clock.now().getTime() - 1000) })
        .where("case_id", "=", found.caseId)
        .execute();
    await sweepClocks(api.house);
    await stage.step(api, found, "CUSTOMER", { action: "WITHDRAW", input: { message: null } });
    return found;
  };

  test("are those on which a deadline of the desk's ran out, and go through the case's own door once more", async () => {
    const found = await withdrawn("LATE");
    const shown = await listed(found);
    expect(shown).toMatchObject({ complainedAt: null });
    expect(shown?.ranOut).toHaveLength(1);
    expect(shown?.case.availableActions).toContainEqual({ action: "REOPEN", allowed: true });
    const { version } = await caseRow(api, found.caseId);
    const input = { caseId: found.id, expectedVersion: version, idempotencyKey: newId(), reason: "We were too late." };
    const { data } = await api
      .as("SUPERVISOR")
      .query<{ reopenCase: { __typename: string } }>(
        "mutation ($input: ReasonActionInput!) { reopenCase(input: $input) { __typename } }",
        { input },
      );
    expect(data.reopenCase.__typename).toBe("CaseActionDone");
    expect(await listed(found)).toBeUndefined();
  });

  const staffRow = (who: SignedIn) =>
    api.house.db.selectFrom("staff").select("name").where("id", "=", who.staffId).executeTakeFirstOrThrow();

  /** Whom the story of the reopened case names as having had it. */
  const saidFrom = async ({ id }: GivenCase): Promise<string | undefined> => {
    const { data } = await api.as("SUPERVISOR").query<{ node: Story }>(STORY, { id });
    const reopened = data.node.events.edges.find(({ node }) => node.kind === "REOPEN");
    return reopened?.node.facts.find(({ name }) => name === "fromAssignee")?.value;
  };

  test("are nobody's where whoever had them has left meanwhile, and theirs where not", async () => {
    const [stays, leaves] = [await api.another("SUPPORT_AGENT"), await api.another("SUPPORT_AGENT")];
    const reopenedOf = async (who: SignedIn) => {
      const found = await withdrawn("LATE", who);
      if (who === leaves)
        await api.house.db.updateTable("staff").set({ active: false }).where("id", "=", who.staffId).execute();
      await stage.step(api, found, "SUPERVISOR", { action: "REOPEN", input: { reason: "We were too late." } });
      return { nowOf: (await caseRow(api, found.caseId)).assignee_id, saidFrom: await saidFrom(found) };
    };
    expect(await reopenedOf(stays)).toEqual({ nowOf: stays.staffId, saidFrom: undefined });
    const { name } = await staffRow(leaves);
    expect(await reopenedOf(leaves)).toEqual({ nowOf: null, saidFrom: name });
  });

  test("are those about which the customer has written since, and no others", async () => {
    const found = await withdrawn("IN_TIME");
    expect(await listed(found)).toBeUndefined();
    const words = { thread: "CUSTOMER", message: "You never answered me." } as const;
    await stage.step(api, found, "SUPPORT_AGENT", { action: "SEND_MESSAGE", input: words });
    expect(await listed(found)).toBeUndefined();
    await stage.step(api, found, "CUSTOMER", { action: "SEND_MESSAGE", input: words });
    expect(await listed(found)).toMatchObject({ ranOut: [], complainedAt: expect.any(String) });
  });

  test("are listed no longer than they can be opened again, nor to anybody but who leads the desk", async () => {
    const found = await withdrawn("LATE");
    expect(await listed(found)).toBeDefined();
    expect(await ask("SUPPORT_AGENT")).toEqual([]);
    api.clock.advance({ days: 31 });
    expect(await listed(found)).toBeUndefined();
  });
});
