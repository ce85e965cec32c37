import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditJobs } from "../../server/audit/jobs/audit-jobs.ts";
import { verifyChains } from "../../server/audit/queries/verify-chains.ts";
import { newId } from "../../server/kernel/ids.ts";
import type { Db } from "../../server/platform/database/database.ts";
import { openLog } from "../../server/platform/log.ts";
import { customerActor } from "../../server/staff/domain/actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { actOn, givenCase, staffActorOf } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  const { caseId } = await givenCase(api);
  const agent = await staffActorOf(api, "SUPPORT_AGENT");
  await actOn(api, agent, caseId, { action: "ADD_NOTE", input: { message: "Sounds honest." } });
  const thread = "CUSTOMER";
  await actOn(api, customerActor(caseId, ""), caseId, { action: "SEND_MESSAGE", input: { thread, message: "Well?" } });
});
afterAll(() => api.close());

class Undone extends Error {}

/** What the auditor finds after that, which is then undone. As whoever owns the database, whom no trigger stops. */
async function foundAfter(tampering: string) {
  let fault: string | null = null;
  const tampered = api.house.db.transaction().execute(async (trx) => {
    await tamper(trx, tampering);
    fault = (await verifyChains(trx)).broken?.fault ?? null;
    throw new Undone();
  });
  await expect(tampered).rejects.toThrow(Undone);
  return fault;
}

async function tamper(trx: Db, tampering: string): Promise<void> {
  await sql`set local session_replication_role = replica`.execute(trx);
  await sql.raw(tampering).execute(trx);
}

describe("the auditor finds", () => {
  test("nothing wrong with what was written by the door", async () => {
    const { chains, broken } = await verifyChains(api.house.db);
    expect(broken).toBeNull();
    expect(chains[0]).toEqual({ chain: "CASE", things: 1, links: 3, broken: null });
  });

  test.each([
    ["an event that was changed", "update case_event set data = '{}' where kind = 'OPEN'", "HASH_DIFFERS"],
    ["who acted, exchanged", "update case_event set actor_role = 'SUPERVISOR' where sequence = 2", "HASH_DIFFERS"],
    ["an event that was taken out", "delete from case_event where sequence = 2", "SEQUENCE_BROKEN"],
    ["a last event that was taken away", "delete from case_event where sequence = 3", "HEAD_DIFFERS"],
    [
      "two events in each other's place",
      "update case_event set sequence = case sequence when 2 then 30 else 2 end where sequence in (2, 3); update case_event set sequence = 3 where sequence = 30",
      "PREVIOUS_HASH_DIFFERS",
    ],
    ["a case that was moved by hand", "update cases set state = 'REFUNDING'", "STATE_DIFFERS"],
    [
      "a word that was changed",
      "update case_message set body = 'Sounds odd.' where thread = 'INTERNAL'",
      "MESSAGE_DIFFERS",
    ],
    ["a note moved to where the customer reads", "update case_message set thread = 'CUSTOMER'", "MESSAGE_DIFFERS"],
    [
      "a text put under another event",
      "update case_message set event_id = (select id from case_event where sequence = 3) where thread = 'INTERNAL'",
      "MESSAGE_DIFFERS",
    ],
    ["a text that is gone", "delete from case_message where thread = 'INTERNAL'", "MESSAGE_MISSING"],
    [
      "a text that nobody wrote",
      `insert into case_message (id, event_id, case_id, thread, body, salt)
        select '${newId()}', id, case_id, 'CUSTOMER', 'You are paid.', '' from case_event where sequence = 2`,
      "MESSAGE_UNKNOWN",
    ],
  ])("%s", async (_what, tampering, fault) => {
    expect(await foundAfter(tampering)).toBe(fault);
  });
});

test("the night's own verification says in the log which row it is, and nothing that anybody is known by", async () => {
  const { db } = api.house;
  const lines: string[] = [];
  const log = openLog("info", { write: (line: string) => void lines.push(line) });
  const { id, number } = await db.selectFrom("cases").select(["id", "number"]).executeTakeFirstOrThrow();
  const writtenBy = (role: string) =>
    db.transaction().execute((trx) => tamper(trx, `update case_event set actor_role = '${role}' where sequence = 2`));
  await writtenBy("SUPERVISOR");
  await auditJobs["verify-everything"]({ ...api.house, log });
  await writtenBy("SUPPORT_AGENT");
  const found = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === "audit: a chain is broken");
  expect(found).toMatchObject({ level: "error", chain: "CASE", thingId: id, sequence: 2, code: "HASH_DIFFERS" });
  expect(found).not.toHaveProperty("left");
  expect(JSON.stringify(lines)).not.toContain(number);
  expect((await verifyChains(db)).broken).toBeNull();
});
