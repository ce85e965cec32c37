import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holdPeople } from "../../server/audit/actions/hold-people.ts";
import { toGlobalId } from "../../server/kernel/ids.ts";
import type { Db } from "../../server/platform/database/database.ts";
import { moveStaff } from "../../server/staff/actions/move-staff.ts";
import { builtInPermissions } from "../../server/staff/domain/permissions.ts";
import { lockManagers } from "../../server/staff/queries/lock-managers.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { actOn, caseRow, staffActorOf } from "../support/given-case.ts";
import { meanwhile, naming } from "../support/meanwhile.ts";
import { staffPassword } from "../support/open-test-desk.ts";
import { giveRights } from "../support/role-rights.ts";
import { until } from "../support/until.ts";
import { Visitor } from "../support/visitor.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const idOf = ({ staffId }: SignedIn) => toGlobalId("Staff", staffId);
const ANSWER = "__typename ... on StaffMoved { staff { id state role version } } ... on StaffRefused { reasons }";

interface Answer {
  readonly __typename: string;
  readonly staff?: { readonly id: string; readonly state: string; readonly role: string; readonly version: number };
  readonly reasons?: readonly string[];
}

type Verb = "inviteStaff" | "inviteStaffAgain" | "changeStaffRole" | "suspendStaff" | "reinstateStaff" | "endStaff";
const inputs: Readonly<Record<Verb, string>> = {
  inviteStaff: "InviteStaffInput",
  inviteStaffAgain: "MoveStaffInput",
  changeStaffRole: "ChangeStaffRoleInput",
  suspendStaff: "SuspendStaffInput",
  reinstateStaff: "MoveStaffInput",
  endStaff: "EndStaffInput",
};

async function ask(verb: Verb, input: object, as: Pick<SignedIn, "query"> = api.as("ADMINISTRATOR")): Promise<Answer> {
  const document = `mutation ($input: ${inputs[verb]}!) { answer: ${verb}(input: $input) { ${ANSWER} } }`;
  const { data, errors } = await as.query<{ answer: Answer } | null>(document, { input });
  if (data === null) throw new Error(errors[0]?.extensions?.code ?? "no answer");
  return data.answer;
}

let count = 0;
function anInvitation(more: object = {}) {
  const email = `newcomer${++count}@redress.test`;
  return { email, name: "新来的", locale: "ZH_CN", placement: { role: "SUPPORT_AGENT" }, ...more };
}

const rowOf = (id: string) =>
  api.house.db.selectFrom("staff").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const historyOf = async (id: string) =>
  (
    await api.house.db
      .selectFrom("staff_event")
      .select("kind")
      .where("staff_id", "=", id)
      .orderBy("at")
      .orderBy("id")
      .execute()
  ).map(({ kind }) => kind);

/** The link as the mail carries it: made again from the words that the outbox keeps. */
async function tokenFor(email: string): Promise<string> {
  const { link } = await api.house.db
    .selectFrom("notice")
    .select("link")
    .where("kind", "=", "STAFF_INVITED")
    .where("address", "=", email)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  if (link?.token === undefined) throw new Error("the invitation has no link");
  return api.house.signing.sign(link.token.purpose, ...link.token.words);
}

const join = (token: string, password: string) =>
  api.app.inject({ method: "POST", url: "/api/join", payload: { token, password } });
const signIn = (email: string, password: string) =>
  new Visitor(api.app, api.login.publicUrl).post("/api/auth/sign-in/email", { email, password });

describe("whoever is invited", () => {
  test("sets their own password by a link that is good once, and is at work from then on", async () => {
    const input = anInvitation();
    const invited = await ask("inviteStaff", input);
    expect(invited.staff).toMatchObject({ state: "INVITED", role: "SUPPORT_AGENT" });
    const token = await tokenFor(input.email);
    const kept = await api.house.db.selectFrom("staff_invitation").selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(token);

    const looked = await api.app.inject({ method: "POST", url: "/api/join/look", payload: { token } });
    expect(looked.json()).toEqual({ email: input.email, name: "新来的", role: "SUPPORT_AGENT" });
    expect((await join(token, "short")).statusCode).toBe(400);
    const answers = await Promise.all([join(token, "a first long password"), join(token, "a second long password")]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
    const taken = answers[0]?.statusCode === 200 ? "a first long password" : "a second long password";
    expect((await signIn(input.email, taken)).status).toBe(200);
    expect((await join(token, "a third long password")).statusCode).toBe(404);
  });

  test("cannot use a link that has expired or was replaced, and can use the new one", async () => {
    const input = anInvitation();
    const { staff } = await ask("inviteStaff", input);
    const first = await tokenFor(input.email);
    await ask("inviteStaffAgain", { staffId: staff?.id, expectedVersion: staff?.version });
    const second = await tokenFor(input.email);
    expect(second).not.toBe(first);
    expect((await join(first, "a long enough password")).statusCode).toBe(404);
    await api.house.db
      .updateTable("staff_invitation")
      .set({ expires_at: api.clock.now() })
      .where("used_at", "is", null)
      .execute();
    expect((await join(second, "a long enough password")).statusCode).toBe(404);
  });

  test("has their link by their own mail alone: whoever invited them reads no part of it, and two logs say who that was", async () => {
    const admin = await api.another("ADMINISTRATOR");
    const input = anInvitation();
    const { staff } = await ask("inviteStaff", input, admin);
    const again = await ask("inviteStaffAgain", { staffId: staff?.id, expectedVersion: staff?.version }, admin);
    const token = await tokenFor(input.email);
    expect((await api.app.inject({ method: "POST", url: "/api/join/look", payload: { token } })).statusCode).toBe(200);

    const sent = await api.house.db
      .selectFrom("notice")
      .select(["channel", "address"])
      .where("kind", "=", "STAFF_INVITED")
      .where("address", "=", input.email)
      .execute();
    expect(sent).toEqual([0, 1].map(() => ({ channel: "EMAIL", address: input.email })));

    type Told = { notices: { edges: { node: { kind: string } }[] } };
    const { data } = await api
      .as("SUPERVISOR")
      .query<Told>(
        "{ notices(first: 100) { edges { node { kind to text { subject body sms } tries { code happened todo } } } } }",
      );
    expect(data.notices.edges.map(({ node }) => node.kind)).not.toContain("STAFF_INVITED");
    const history = await admin.query(
      "query ($id: ID!) { node(id: $id) { ... on Staff { id name email state version invitedUntil invitation { state text { subject body sms } } history { id kind by { id } } } } }",
      { id: staff?.id },
    );
    const log = await admin.query(
      "{ deskLog(first: 100) { edges { node { id action about by { id } facts { field before after } } } } }",
    );
    for (const answer of [staff, again, data, history, log])
      for (const part of token.split(".")) expect(JSON.stringify(answer)).not.toContain(part);

    const by = { id: idOf(admin) };
    expect(history.data).toMatchObject({
      node: {
        invitation: { state: "WAITING", text: { body: expect.stringContaining("〔本人专属链接〕") } },
        history: [
          { kind: "INVITE_AGAIN", by },
          { kind: "INVITED", by },
        ],
      },
    });
    expect(log.data).toMatchObject({
      deskLog: { edges: expect.arrayContaining([{ node: expect.objectContaining({ action: "PEOPLE_INVITED", by }) }]) },
    });
  });

  test("has their mail read by who may invite alone, also in a demo, where its link works", async () => {
    const input = anInvitation();
    const { staff } = await ask("inviteStaff", input);
    const written = await api.house.db
      .updateTable("notice")
      .set({ state: "DELIVERED", next_try_at: null, ended_at: api.clock.now() })
      .where("kind", "=", "STAFF_INVITED")
      .where("address", "=", input.email)
      .returning("id")
      .executeTakeFirstOrThrow();
    const document = "query ($id: ID!) { node(id: $id) { ... on Staff { id invitation { state text { body } } } } }";
    const link = `/join/${await tokenFor(input.email)}`;
    const { data } = await api.as("ADMINISTRATOR").query(document, { id: staff?.id });
    const text = { body: expect.stringContaining(link) };
    expect(data).toMatchObject({ node: { invitation: { state: "DELIVERED", text } } });
    for (const role of ["SUPPORT_AGENT", "SUPERVISOR", "COMPLIANCE_OFFICER"] as const) {
      expect(JSON.stringify(await api.as(role).query(document, { id: staff?.id }))).not.toContain("/join/");
      const notice = { id: toGlobalId("Notice", written.id) };
      const one = await api.as(role).query("query ($id: ID!) { node(id: $id) { id } }", notice);
      expect(one.data).toEqual({ node: null });
    }
  });

  test("is invited once, even by two at once, and only to a place that is whole", async () => {
    const input = anInvitation();
    const answers = await Promise.all([ask("inviteStaff", input), ask("inviteStaff", input)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["StaffMoved", "StaffRefused"]);
    for (const placement of [
      { role: "MERCHANT_VERIFIER" },
      { role: "BANK_OFFICER" },
      { role: "TRAINER", merchantId: toGlobalId("Merchant", api.own.merchantId) },
    ])
      expect((await ask("inviteStaff", anInvitation({ placement }))).reasons).toHaveLength(1);
    const refused = anInvitation({ email: "no address", placement: { role: "BANK_OFFICER" } });
    expect((await ask("inviteStaff", refused)).reasons).toHaveLength(2);
  });
});

describe("a change of duties", () => {
  test("counts from the next request on, and a change by somebody slower is told", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const input = { staffId: idOf(agent), expectedVersion: 1, placement: { role: "SUPERVISOR" } };
    const answers = await Promise.all([ask("changeStaffRole", input), ask("changeStaffRole", input)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["StaffMoved", "StaleStaff"]);
    expect((await agent.query<{ viewer: object }>("{ viewer { role } }")).data.viewer).toEqual({ role: "SUPERVISOR" });
    expect(await historyOf(agent.staffId)).toEqual(["CHANGE_ROLE"]);
  });

  test("is nobody's own to make, also not the pause or the end", async () => {
    const admin = await api.another("ADMINISTRATOR");
    for (const [verb, more] of [
      ["changeStaffRole", { placement: { role: "TRAINER" } }],
      ["suspendStaff", {}],
      ["endStaff", {}],
    ] as const) {
      const answer = await ask(verb, { staffId: idOf(admin), expectedVersion: 1, ...more }, admin);
      expect(answer).toMatchObject({ __typename: "StaffRefused", reasons: [expect.stringMatching(/自己|own/)] });
    }
    expect(await historyOf(admin.staffId)).toEqual([]);
  });

  test("to which two administrators put each other at once leaves one of them", async () => {
    const [one, other] = [await api.another("ADMINISTRATOR"), await api.another("ADMINISTRATOR")];
    const away = (who: SignedIn) => ({ staffId: idOf(who), expectedVersion: 1, placement: { role: "TRAINER" } });
    // Whoever comes in after the other is done is not let in at all.
    const answers = await Promise.allSettled([
      ask("changeStaffRole", away(other), one),
      ask("changeStaffRole", away(one), other),
    ]);
    const done = answers.filter((answer) => answer.status === "fulfilled" && answer.value.__typename === "StaffMoved");
    expect(done).toHaveLength(1);
  });

  test.each(["SUPPORT_AGENT", "SUPERVISOR", "COMPLIANCE_OFFICER", "TRAINER"] as const)(
    "is not for a %s to make",
    async (role) => {
      const agent = await api.another("SUPPORT_AGENT");
      const input = { staffId: idOf(agent), expectedVersion: 1 };
      await expect(ask("suspendStaff", input, api.as(role))).rejects.toThrow("FORBIDDEN");
      expect((await rowOf(agent.staffId)).version).toBe(1);
    },
  );
});

async function withWork(agent: SignedIn) {
  const found = await stage.newCase(api);
  const actor = await staffActorOf(api, "SUPERVISOR");
  await actOn(api, actor, found.caseId, { action: "ASSIGN", input: { assigneeId: agent.staffId } });
  return found.caseId;
}

/** Until so many transactions wait for a lock that another holds. */
async function untilWaiting(many: number): Promise<void> {
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  const count = async () => (await waiting.execute(api.house.db)).rows.length;
  await until("those who wait for a lock", count, (found) => found >= many, 20_000);
}
const untilOneWaits = (): Promise<void> => untilWaiting(1);

describe("whoever moves to other duties", () => {
  test("has the case that is given to them at that moment, where they may work it there too", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const found = await stage.newCase(api);
    const supervisor = await staffActorOf(api, "SUPERVISOR");
    let given: Promise<unknown> = Promise.resolve();
    const db = meanwhile(api.house.db, naming("loginId"), async () => {
      given = actOn(api, supervisor, found.caseId, { action: "ASSIGN", input: { assigneeId: agent.staffId } });
      given.catch(() => undefined);
      await untilOneWaits();
    });
    const moved = await moveStaff(
      { ...api.house, db, actor: await staffActorOf(api, "ADMINISTRATOR"), locale: "en" },
      {
        ...{ staffId: agent.staffId, expectedVersion: 1, kind: "CHANGE_ROLE" },
        placement: { role: "SUPERVISOR", merchantId: null, institutionId: null },
      },
    );
    expect(moved).toMatchObject({ ok: true });
    await given;
    expect((await caseRow(api, found.caseId)).assignee_id).toBe(agent.staffId);
  });

  test("is still one who manages people, for whoever counts them at that moment, where they may there too", async () => {
    const [built, admin] = [builtInPermissions.SUPERVISOR, await api.another("ADMINISTRATOR")];
    await giveRights(api, "SUPERVISOR", [...built, "staff.manage"]);
    try {
      let counted: Promise<readonly { readonly id: string }[]> = Promise.resolve([]);
      await api.house.db.transaction().execute(async (trx) => {
        await trx.updateTable("staff").set({ role: "SUPERVISOR" }).where("id", "=", admin.staffId).execute();
        counted = api.house.db.transaction().execute((own) => lockManagers(own));
        await untilOneWaits();
      });
      expect((await counted).map(({ id }) => id)).toContain(admin.staffId);
    } finally {
      await giveRights(api, "SUPERVISOR", built);
    }
  });
});

describe("whoever leaves at the moment", () => {
  const leave = async (agent: SignedIn, db: Db) =>
    moveStaff(
      { ...api.house, db, actor: await staffActorOf(api, "ADMINISTRATOR"), locale: "en" },
      { staffId: agent.staffId, expectedVersion: 1, kind: "LEAVE" },
    );

  test("at which they and somebody who manages people are held by another waits for it, and it for them", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const manager = await api.another("ADMINISTRATOR");
    expect(agent.staffId < manager.staffId).toBe(true);
    let held: Promise<unknown> = Promise.resolve();
    const db = meanwhile(api.house.db, naming("ForNoKeyUpdate"), async () => {
      held = api.house.db.transaction().execute((trx) => holdPeople(trx, [agent.staffId, manager.staffId]));
      held.catch(() => undefined);
      await untilOneWaits();
    });
    expect(await leave(agent, db)).toMatchObject({ ok: true });
    await held;
  });

  test("at which a case of theirs is given to somebody who manages people has given that one away, and leaves", async () => {
    const [built, agent] = [builtInPermissions.SUPERVISOR, await api.another("SUPPORT_AGENT")];
    await giveRights(api, "SUPERVISOR", [...built, "staff.manage"]);
    try {
      const manager = await api.another("SUPERVISOR");
      const caseId = await withWork(agent);
      const supervisor = await staffActorOf(api, "SUPERVISOR");
      let both: Promise<readonly unknown[]> = Promise.resolve([]);
      // Both stand at the case, the one who gives it first; whoever comes by it then needs what the other may hold.
      await api.house.db.transaction().execute(async (trx) => {
        await trx.selectFrom("cases").select("id").where("id", "=", caseId).forUpdate().execute();
        const given = actOn(api, supervisor, caseId, { action: "ASSIGN", input: { assigneeId: manager.staffId } });
        given.catch(() => undefined);
        await untilWaiting(1);
        both = Promise.all([given, leave(agent, api.house.db)]);
        both.catch(() => undefined);
        await untilWaiting(2);
      });
      expect((await both)[1]).toMatchObject({ ok: true });
      expect((await caseRow(api, caseId)).assignee_id).toBe(manager.staffId);
    } finally {
      await giveRights(api, "SUPERVISOR", built);
    }
  });

  test("at which a case of theirs is given to them once more leaves all the same, and that is refused", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const caseId = await withWork(agent);
    const supervisor = await staffActorOf(api, "SUPERVISOR");
    let again: Promise<unknown> = Promise.resolve();
    const db = meanwhile(api.house.db, naming("loginId"), async () => {
      again = actOn(api, supervisor, caseId, { action: "ASSIGN", input: { assigneeId: agent.staffId } }).catch(String);
      await Promise.race([again, untilOneWaits()]);
    });
    expect(await leave(agent, db)).toMatchObject({ ok: true });
    expect(await again).toContain("UNKNOWN_STAFF");
    expect((await caseRow(api, caseId)).assignee_id).toBeNull();
  });
});

describe("whoever is suspended", () => {
  test("keeps no open case: the heir has it in the same step, or nothing happens at all", async () => {
    const [agent, heir] = [await api.another("SUPPORT_AGENT"), await api.another("SUPPORT_AGENT")];
    const caseId = await withWork(agent);
    const asked = { staffId: idOf(agent), expectedVersion: 1 };
    const trainer = idOf(await api.another("TRAINER"));
    expect(await ask("suspendStaff", { ...asked, heirId: trainer })).toMatchObject({ __typename: "StaffRefused" });
    expect(await rowOf(agent.staffId)).toMatchObject({ active: true, version: 1 });
    expect((await ask("suspendStaff", { ...asked, heirId: idOf(heir) })).staff).toMatchObject({ state: "SUSPENDED" });
    expect((await caseRow(api, caseId)).assignee_id).toBe(heir.staffId);
  });

  test("is out at once, and in again when they are let in", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const { email, login_id } = await rowOf(agent.staffId);
    await ask("suspendStaff", { staffId: idOf(agent), expectedVersion: 1, reason: "lost laptop" });
    expect((await agent.query<{ viewer: null }>("{ viewer { id } }")).data.viewer).toBeNull();
    expect((await signIn(email, staffPassword)).status).toBe(401);
    expect(login_id).not.toBeNull();
    const twice = await ask("suspendStaff", { staffId: idOf(agent), expectedVersion: 2 });
    expect(twice).toMatchObject({ __typename: "StaffRefused" });
    expect((await ask("reinstateStaff", { staffId: idOf(agent), expectedVersion: 2 })).staff?.state).toBe("ACTIVE");
    expect(await historyOf(agent.staffId)).toEqual(["SUSPEND", "REINSTATE"]);
  });
});

describe("whoever leaves", () => {
  test("leaves no open case, no session and no key behind", async () => {
    const [agent, heir] = [await api.another("SUPPORT_AGENT"), await api.another("SUPPORT_AGENT")];
    const caseIds = [await withWork(agent), await withWork(agent)];
    const machine = await api.asMachine(agent.staffId);
    const seen = await api
      .as("ADMINISTRATOR")
      .query<{ staff: { edges: { node: { openCaseCount: number } }[] } }>(
        "query ($text: String) { staff(filter: { text: $text }) { edges { node { openCaseCount } } } }",
        { text: (await rowOf(agent.staffId)).email },
      );
    expect(seen.data.staff.edges.map(({ node }) => node)).toEqual([{ openCaseCount: 2 }]);

    const answer = await ask("endStaff", { staffId: idOf(agent), expectedVersion: 1, heirId: idOf(heir) });
    expect(answer.staff).toMatchObject({ state: "LEFT" });
    for (const caseId of caseIds) expect((await caseRow(api, caseId)).assignee_id).toBe(heir.staffId);
    const told = api.house.db.selectFrom("notice").select(["kind", "channel", "fields", "link"]);
    expect(await told.where("staff_id", "=", heir.staffId).execute(), "once, whatever the number").toEqual([
      { kind: "WORK_HANDED_OVER", channel: "CONSOLE", fields: { cases: "2" }, link: { path: "/queue?view=mine" } },
    ]);
    expect((await agent.query<{ viewer: null }>("{ viewer { id } }")).data.viewer).toBeNull();
    expect((await machine.query<{ viewer: null }>("{ viewer { id } }")).data.viewer).toBeNull();
  });

  test("is given no case at the moment of leaving: whoever gives one waits, and is told that they are gone", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const found = await stage.newCase(api);
    const supervisor = await staffActorOf(api, "SUPERVISOR");
    let outcome: Promise<string> = Promise.resolve("nobody tried");
    // Between the lock of whoever leaves and what they have open, a case is given to them.
    const db = meanwhile(api.house.db, naming("loginId"), async () => {
      const given = actOn(api, supervisor, found.caseId, { action: "ASSIGN", input: { assigneeId: agent.staffId } });
      outcome = given.then(
        () => "given",
        (error: unknown) => String(error),
      );
      await untilOneWaits();
    });
    const administrator = await staffActorOf(api, "ADMINISTRATOR");
    const left = await moveStaff(
      { ...api.house, db, actor: administrator, locale: "en" },
      { staffId: agent.staffId, expectedVersion: 1, kind: "LEAVE" },
    );
    expect(left).toMatchObject({ ok: true });
    expect(await outcome).toContain("UNKNOWN_STAFF");
    expect((await caseRow(api, found.caseId)).assignee_id).toBeNull();
  });

  test("stays, with everything, where the one who should take over cannot", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const caseId = await withWork(agent);
    const heirId = idOf(await api.another("TRAINER"));
    const answer = await ask("endStaff", { staffId: idOf(agent), expectedVersion: 1, heirId });
    expect(answer).toMatchObject({ __typename: "StaffRefused" });
    expect(await rowOf(agent.staffId)).toMatchObject({ active: true, version: 1 });
    expect((await caseRow(api, caseId)).assignee_id).toBe(agent.staffId);
  });

  test("hands the work back to nobody where nobody is named, and also by moving to duties without cases", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const caseId = await withWork(agent);
    await ask("changeStaffRole", { staffId: idOf(agent), expectedVersion: 1, placement: { role: "TRAINER" } });
    expect((await caseRow(api, caseId)).assignee_id).toBeNull();
  });
});

test("somebody who does not exist is told apart from nobody", async () => {
  const answer = await ask("suspendStaff", { staffId: toGlobalId("Staff", api.own.merchantId), expectedVersion: 1 });
  expect(answer.__typename).toBe("StaffNotFound");
});

test("the list is narrowed by role, by standing and by whom somebody answers for", async () => {
  const document = `query ($filter: StaffFilter) { staff(filter: $filter, first: 100) { edges { node { role state merchant { id } } } } }`;
  const list = async (filter: object) =>
    (
      await api
        .as("ADMINISTRATOR")
        .query<{ staff: { edges: { node: { role: string; state: string; merchant: { id: string } | null } }[] } }>(
          document,
          { filter },
        )
    ).data.staff.edges.map(({ node }) => node);
  expect(new Set((await list({ roles: ["TRAINER"] })).map(({ role }) => role))).toEqual(new Set(["TRAINER"]));
  expect(new Set((await list({ states: ["LEFT"] })).map(({ state }) => state))).toEqual(new Set(["LEFT"]));
  const merchantId = toGlobalId("Merchant", api.own.merchantId);
  expect((await list({ merchantId })).every(({ merchant }) => merchant?.id === merchantId)).toBe(true);
  expect(await list({ merchantId })).not.toHaveLength(0);
});
