import { sql } from "kysely";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "../../server/audit/queries/verify-chains.ts";
import { verifyMoney } from "../../server/audit/queries/verify-money.ts";
import { sweepClocks } from "../../server/cases/jobs/sweep-clocks.ts";
import { openDemoDesk } from "../../server/demo/open-demo-desk.ts";
import { migrateAll } from "../../server/migrate-all.ts";
import { type OpenHouse, openHouse } from "../../server/open-house.ts";
import { type Login, openLogin } from "../../server/platform/login/login.ts";
import type { House } from "../../server/request-context.ts";
import { maySignIn } from "../../server/staff/queries/may-sign-in.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

/** The filling alone takes some ten seconds of both processors. */
const patience = 300_000;
/** A Monday, so that the desk has been at work. */
const openedAt = new Date("2026-11-23T11:00:00+08:00");

let database: TestDatabase;
let house: OpenHouse;
let other: OpenHouse;
let login: Login;
let whileLaying: Awaited<ReturnType<typeof breakWhileLaying>>;
let whileLiving: Awaited<ReturnType<typeof breakWhileLiving>>;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrateAll(database.url);
  house = await openTestHouse(database.url);
  other = await openTestHouse(database.url);
  login = openTestLogin();
  whileLaying = await breakWhileLaying();
  whileLiving = await breakWhileLiving();
  await Promise.all([openDemoDesk(house, login), openDemoDesk(other, login)]);
}, patience);

afterAll(async () => {
  await login.close();
  await house.close();
  await other.close();
  await database.drop();
});

function openTestHouse(databaseUrl: string): Promise<OpenHouse> {
  return openHouse({
    databaseUrl,
    authSecret: "a secret of more than thirty-two characters",
    connections: 4,
    works: false,
    log: pino({ level: "silent" }),
    clock: { now: () => openedAt },
  });
}

function openTestLogin(): Login {
  return openLogin({
    databaseUrl: database.url,
    publicUrl: "http://localhost:4000",
    authSecret: "a secret of more than thirty-two characters",
    log: pino({ level: "silent" }),
    maySignIn: (loginId) => maySignIn(house.db, loginId),
    passwordCost: { memoryCost: 8, timeCost: 1 },
  });
}

/** Shops, sales and the first people are written by then. */
async function breakWhileLaying() {
  const createLogin: Login["createLogin"] = (person) =>
    person.email.startsWith("trainer") ? Promise.reject(new Error("cut off")) : login.createLogin(person);
  const refused = await openDemoDesk(house, { ...login, createLogin }).catch((error: unknown) => error);
  return { refused, left: await countRows() };
}

/** All cases are opened by then, and some have lived. */
async function breakWhileLiving() {
  const { effects, factSources, listeners } = house.caseFeatures;
  const breaking: House = {
    ...house,
    caseFeatures: {
      factSources,
      listeners,
      effects: { ...effects, RULE_DISPUTE: () => Promise.reject(new Error("cut off")) },
    },
  };
  const refused = await openDemoDesk(breaking, login).catch((error: unknown) => error);
  return { refused, left: await countRows() };
}

interface Counts {
  readonly staff: number;
  readonly merchants: number;
  readonly transactions: number;
  readonly cases: number;
  readonly events: number;
  readonly refunds: number;
  readonly versions: number;
  readonly roleChanges: number;
}

async function countRows() {
  const { rows } = await sql<Counts>`
    select (select count(*)::int from staff) staff, (select count(*)::int from merchant) merchants,
      (select count(*)::int from transaction) transactions, (select count(*)::int from cases) cases,
      (select count(*)::int from case_event) events, (select count(*)::int from refund) refunds,
      (select sum(version)::int from cases) versions,
      (select count(*)::int from role_change) "roleChanges"`.execute(house.db);
  return rows[0];
}

async function read<T>(statement: ReturnType<typeof sql<T>>): Promise<readonly T[]> {
  return (await statement.execute(house.db)).rows;
}

async function countBy(column: string, where: string): Promise<Readonly<Record<string, number>>> {
  const rows = await read(
    sql<{ word: string; n: number }>`
      select ${sql.ref(column)} word, count(*)::int n from cases where ${sql.raw(where)} group by 1 order by 1`,
  );
  return Object.fromEntries(rows.map(({ word, n }) => [word, n]));
}

describe("filling", () => {
  test("one that is cut off while it lays the ground leaves nothing", () => {
    expect(whileLaying.refused).toBeInstanceOf(Error);
    expect(whileLaying.left).toMatchObject({ staff: 0, merchants: 0, transactions: 0, cases: 0, events: 0 });
  });

  test("one that is cut off among the stories is gone on with", async () => {
    expect(whileLiving.refused).toBeInstanceOf(Error);
    expect(whileLiving.left).toMatchObject({ merchants: 40, cases: 300 });
    const [{ events: before } = { events: 0 }, after] = [whileLiving.left, await countRows()];
    expect(before).toBeGreaterThan(300);
    expect(after?.events).toBeGreaterThan(before);
  });

  test("two processes that start at once fill once", async () => {
    expect(await countRows()).toMatchObject({ merchants: 40, transactions: 1991, cases: 300, roleChanges: 1 });
  });

  test("the same moment of opening gives the same desk", async () => {
    expect(await countBy("state", "closed_at is null")).toEqual({
      AT_AGENCY: 3,
      AT_BANK: 10,
      AWAITING_APPROVAL: 7,
      AWAITING_CUSTOMER: 7,
      DECLINED: 4,
      NEGOTIATING: 7,
      NEW: 9,
      REFUNDING: 8,
      VERIFYING: 31,
    });
    expect(await countBy("outcome", "closed_at is not null")).toEqual({
      CHARGED_BACK: 13,
      DECLINED: 29,
      DEFENDED: 10,
      EXPIRED: 9,
      PARTLY_REFUNDED: 19,
      REFUNDED: 115,
      SETTLED: 5,
      WITHDRAWN: 14,
    });
    const [drawn] = await read(
      sql<{ captured: string; claimed: string; names: string }>`
        select (select sum(captured_minor)::text from transaction) captured, sum(amount_minor)::text claimed,
          (select md5(string_agg(name, ',' order by name collate "C")) from customer) names from cases`,
    );
    expect(drawn).toMatchInlineSnapshot(`
      {
        "captured": "388393241",
        "claimed": "44160752",
        "names": "382c693b08eac06d6d35515028b20392",
      }
    `);
  });

  test("a second start changes nothing, and says the same log-ins", async () => {
    const before = await countRows();
    const logIns = await openDemoDesk(house, login);
    expect(await countRows()).toEqual(before);
    expect(logIns.map(({ email }) => email)).toEqual(
      ["agent", "agent2", "supervisor", "merchant", "bank", "compliance", "compliance2", "trainer", "admin"].map(
        (name) => `${name}@redress.test`,
      ),
    );
  });

  test("each log-in opens", async () => {
    for (const { email, password } of await openDemoDesk(house, login)) {
      const request = new Request(`${login.publicUrl}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: login.publicUrl },
        body: JSON.stringify({ email, password }),
      });
      expect([email, (await login.answer(request)).status]).toEqual([email, 200]);
    }
  });
});

describe("what is there", () => {
  test("everything that is proved by hashes verifies, and every payment's money", async () => {
    const { chains, broken } = await verifyChains(house.db);
    expect(broken).toBeNull();
    expect(chains.find(({ chain }) => chain === "CASE")).toMatchObject({ things: 300 });
    for (const { chain, links } of chains) expect(links, chain).toBeGreaterThan(0);
    expect(await verifyMoney(house.db)).toEqual([]);
  });

  test("what a payment shows as gone is what refunds and disputes say", async () => {
    const wrong = await read(sql`
      select t.acquirer_reference from transaction t
      where t.refunded_minor <> (select coalesce(sum(amount_minor), 0) from refund r where r.transaction_id = t.id and r.state = 'SETTLED')
        or t.in_flight_minor <> (select coalesce(sum(amount_minor), 0) from refund r where r.transaction_id = t.id and r.holds_money)
        or t.charged_back_minor <> (select coalesce(sum(d.charged_back_minor), 0) from dispute d join cases c on c.id = d.case_id where c.transaction_id = t.id)`);
    expect(wrong).toEqual([]);
  });

  test("nothing happened before its cause, nor after the desk was opened", async () => {
    const wrong = await read(sql`
      select c.number, e.kind from case_event e join cases c on c.id = e.case_id
      left join case_event before on before.case_id = e.case_id and before.sequence = e.sequence - 1
      left join transaction t on t.id = c.transaction_id
      where e.at > ${openedAt} or e.at < before.at or e.at < t.processed_at`);
    expect(wrong).toEqual([]);
  });

  test("what people were taught and cases were decided by had come out before", async () => {
    const early = await read(sql`
      select record.assigned_at at, version.published_at from training_record record
      join course_version version on version.id = record.course_version_id where record.assigned_at < version.published_at
      union all
      select decision.at, version.published_at from decision
      join policy_version version on version.id = decision.policy_version_id where decision.at < version.published_at`);
    expect(early).toEqual([]);
    const learnedAnew = await read(sql`
      select from training_record record join policy_version version on record.occasion like 'policy:%:' || version.id || ':%'
      where version.policy = 'default' and version.version = 1`);
    expect(learnedAnew).toEqual([]);
  });

  test("everybody learned the edition of the policy that came out long ago, and the one of this morning is due", async () => {
    const open = await read(
      sql<{ due: boolean }>`
        select distinct due_on >= ${openedAt}::date due from training_record where open and cause = 'POLICY'`,
    );
    expect(open).toEqual([{ due: true }]);
  });

  test("whoever works at the desk has hours; customers and clocks have none", async () => {
    const wrong = await read(sql`
      select e.kind, e.at from case_event e
      where e.actor_role in ('SUPPORT_AGENT', 'SUPERVISOR', 'COMPLIANCE_OFFICER', 'BANK_OFFICER')
        and ((e.at at time zone 'Asia/Shanghai')::time not between '08:55' and '18:30')`);
    expect(wrong).toEqual([]);
  });

  test("cases are numbered in the order in which they came", async () => {
    const wrong = await read(sql`
      select number from (select number, opened_at, lag(opened_at) over (order by number) before from cases) numbered
      where before > opened_at`);
    expect(wrong).toEqual([]);
  });

  test("some are late, some nearly, some wait for a customer", async () => {
    const [found] = await read(
      sql<{ late: number; soon: number; paused: number }>`
        select count(*) filter (where due_at < ${openedAt})::int late,
          count(*) filter (where due_at between ${openedAt} and ${openedAt}::timestamptz + interval '30 hours')::int soon,
          count(*) filter (where state = 'AWAITING_CUSTOMER')::int paused from cases where closed_at is null`,
    );
    expect(found?.late).toBeGreaterThanOrEqual(3);
    expect(found?.soon).toBeGreaterThanOrEqual(5);
    expect(found?.paused).toBeGreaterThanOrEqual(5);
  });

  test("each of the demo's people finds work", async () => {
    const [found] = await read(
      sql<{ agent: number; merchant: number; bank: number; unassigned: number }>`
        select count(*) filter (where assignee_id = (select id from staff where email = 'agent@redress.test'))::int agent,
          count(*) filter (where merchant_id = (select merchant_id from staff where email = 'merchant@redress.test'))::int merchant,
          count(*) filter (where state = 'AT_BANK' and institution_id = (select institution_id from staff where email = 'bank@redress.test'))::int bank,
          count(*) filter (where assignee_id is null)::int unassigned
        from cases where closed_at is null`,
    );
    expect(found?.agent).toBeGreaterThanOrEqual(20);
    expect(found?.merchant).toBeGreaterThanOrEqual(5);
    expect(found?.bank).toBeGreaterThanOrEqual(3);
    expect(found?.unassigned).toBeGreaterThanOrEqual(8);
  });

  test("the shop and the bank have checked what they were told, asked about one of it, and have some left to check", async () => {
    const found = await read(
      sql<{ audience: string; confirmed: number; queried: number; waiting: number }>`
        select n.audience, count(*) filter (where n.answer = 'CONFIRMED')::int confirmed,
          count(*) filter (where n.answer = 'QUERIED')::int queried,
          count(*) filter (where n.asks_answer and n.answer is null)::int waiting
        from notice n join staff s on s.merchant_id = n.merchant_id or s.institution_id = n.institution_id
        where s.email in ('merchant@redress.test', 'bank@redress.test') and n.channel = 'CONSOLE'
        group by n.audience order by n.audience`,
    );
    expect(found).toMatchObject([
      { audience: "BANK", queried: 1 },
      { audience: "MERCHANT", queried: 1 },
    ]);
    for (const { confirmed, waiting } of found) {
      expect(confirmed).toBeGreaterThanOrEqual(1);
      expect(waiting).toBeGreaterThanOrEqual(3);
    }
  });

  test("people write in both languages, and no place was left to fill in", async () => {
    const [found] = await read(
      sql<{ zh: number; en: number; unfilled: number }>`
        select count(*) filter (where body ~ '[一-龥]')::int zh, count(*) filter (where body !~ '[一-龥]')::int en,
          count(*) filter (where body ~ '[{}]')::int unfilled from case_message`,
    );
    expect(found?.zh).toBeGreaterThan(400);
    expect(found?.en).toBeGreaterThan(100);
    expect(found?.unfilled).toBe(0);
  });

  test("the clocks have nothing left to do", async () => {
    expect(await sweepClocks(house)).toMatchObject({ ended: 0, breached: 0, followed: 0 });
  });
});
