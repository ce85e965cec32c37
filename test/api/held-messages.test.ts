import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "../../server/audit/queries/verify-chains.ts";
import { fromGlobalId, newId } from "../../server/kernel/ids.ts";
import { sendHeldMessage } from "../../server/threads/jobs/send-held-message.ts";
import { sweepHeldMessages } from "../../server/threads/jobs/sweep-held-messages.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import type { ApiClient } from "../support/api-client.ts";
import { eventKinds, type GivenCase, givenCase } from "../support/given-case.ts";
import { whatIsStored } from "../support/what-is-stored.ts";

let api: TestApi;
let agent: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  agent = api.as("SUPPORT_AGENT");
});
afterAll(() => api.close());

interface Held {
  readonly __typename: string;
  readonly held?: { readonly id: string; readonly body: string; readonly state: string };
  readonly reasons?: readonly { readonly code: string }[];
}

const words = "We have asked the shop, and write again by Friday.";

async function hold(found: GivenCase, change: object = {}, client: ApiClient = agent): Promise<Held> {
  const input = { caseId: found.id, idempotencyKey: newId(), thread: "CUSTOMER", message: words, ...change };
  const { data } = await client.query<{ holdMessage: Held }>(
    `mutation ($input: HoldMessageInput!) { holdMessage(input: $input) {
      __typename ... on MessageHeld { held { id body state } } ... on ActionRefused { reasons { code } } } }`,
    { input },
  );
  return data.holdMessage;
}

async function takeBack(id: string, client: ApiClient = agent): Promise<Held> {
  const { data } = await client.query<{ takeBackMessage: Held }>(
    "mutation ($id: ID!) { takeBackMessage(id: $id) { __typename ... on MessageTakenBack { held { id body state } } } }",
    { id },
  );
  return data.takeBackMessage;
}

async function givenHeld(found: GivenCase): Promise<{ id: string; heldId: string }> {
  const { held } = await hold(found);
  const heldId = fromGlobalId(held?.id ?? "")?.id;
  if (held === undefined || heldId === undefined) throw new Error("It was not held");
  return { id: held.id, heldId };
}

const messagesOf = ({ caseId }: GivenCase) =>
  api.house.db.selectFrom("case_message").select(["thread", "body"]).where("case_id", "=", caseId).execute();

const heldRow = (heldId: string) =>
  api.house.db.selectFrom("held_message").selectAll().where("id", "=", heldId).executeTakeFirstOrThrow();

describe("a held message", () => {
  test("is nowhere but with its writer until its time, and its job waits for that time", async () => {
    const found = await givenCase(api);
    const { row: before } = await whatIsStored(api.house.db, found.caseId);
    const { heldId } = await givenHeld(found);
    expect((await whatIsStored(api.house.db, found.caseId)).row).toEqual(before);
    expect(await messagesOf(found)).toEqual([]);
    const read = (client: ApiClient) =>
      client.query<{ case: { heldMessages: { body: string }[] } }>(
        "query ($id: ID!) { case(id: $id) { heldMessages { body } } }",
        { id: found.id },
      );
    expect((await read(agent)).data.case.heldMessages).toEqual([{ body: words }]);
    expect((await read(api.as("SUPERVISOR"))).data.case.heldMessages).toEqual([]);
    const { rows } = await sql<{ start_after: Date }>`
      select start_after from jobs.job where name = 'send-held-message' and data ->> 'heldId' = ${heldId}`.execute(
      api.house.db,
    );
    const { sends_at: sendsAt, created_at: createdAt } = await heldRow(heldId);
    expect(rows).toEqual([{ start_after: sendsAt }]);
    expect(sendsAt.getTime() - createdAt.getTime()).toBe(10_000);
  });

  test("is sent as its writer's, once, however often its job comes", async () => {
    const found = await givenCase(api);
    const { heldId } = await givenHeld(found);
    await Promise.all([sendHeldMessage(api.house, heldId), sendHeldMessage(api.house, heldId)]);
    await sendHeldMessage(api.house, heldId);
    expect(await messagesOf(found)).toEqual([{ thread: "CUSTOMER", body: words }]);
    expect(await eventKinds(api, found.caseId)).toEqual(["OPEN", "SEND_MESSAGE"]);
    expect(await heldRow(heldId)).toMatchObject({ state: "SENT", body: "" });
    const event = await api.house.db
      .selectFrom("case_event")
      .select(["actor_id"])
      .where("case_id", "=", found.caseId)
      .where("kind", "=", "SEND_MESSAGE")
      .executeTakeFirstOrThrow();
    expect(event.actor_id).toBe(agent.staffId);
    expect((await verifyChains(api.house.db)).broken).toBeNull();
  });

  test("that is taken back gives its text back and is never sent", async () => {
    const found = await givenCase(api);
    const { id, heldId } = await givenHeld(found);
    expect(await takeBack(id)).toMatchObject({ __typename: "MessageTakenBack", held: { body: words } });
    await sendHeldMessage(api.house, heldId);
    expect(await messagesOf(found)).toEqual([]);
    expect(await heldRow(heldId)).toMatchObject({ state: "TAKEN_BACK", body: "" });
    expect((await takeBack(id)).__typename).toBe("MessageNotHeld");
  });

  test("that is taken back and sent at once is one of the two, never both", async () => {
    for (let round = 0; round < 5; round++) {
      const found = await givenCase(api);
      const { id, heldId } = await givenHeld(found);
      const [answer] = await Promise.all([takeBack(id), sendHeldMessage(api.house, heldId)]);
      const sent = (await messagesOf(found)).length;
      expect([answer.__typename, sent]).toEqual(
        answer.__typename === "MessageTakenBack" ? ["MessageTakenBack", 0] : ["MessageNotHeld", 1],
      );
    }
  });

  test("whose worker dies on the way leaves nothing of it behind, and is sent by the next", async () => {
    const found = await givenCase(api);
    const { heldId } = await givenHeld(found);
    const { SETTLE_HELD_MESSAGE: settle } = api.house.caseFeatures.effects;
    const effects = {
      ...api.house.caseFeatures.effects,
      SETTLE_HELD_MESSAGE: async (step: Parameters<typeof settle>[0]) => {
        await settle(step);
        throw new Error("the power failed");
      },
    };
    const dying = { ...api.house, caseFeatures: { ...api.house.caseFeatures, effects } };
    await expect(sendHeldMessage(dying, heldId)).rejects.toThrow("the power failed");
    expect(await messagesOf(found)).toEqual([]);
    expect(await heldRow(heldId)).toMatchObject({ state: "HELD", body: words });
    await sendHeldMessage(api.house, heldId);
    expect(await messagesOf(found)).toHaveLength(1);
  });

  test("whose job is lost is found by the sweep", async () => {
    const found = await givenCase(api);
    const { heldId } = await givenHeld(found);
    await sql`delete from jobs.job where name = 'send-held-message'`.execute(api.house.db);
    expect(await sweepHeldMessages(api.house)).toBe(0);
    await api.house.db
      .updateTable("held_message")
      .set({ sends_at: new Date(Date.now() - 60_000) })
      .where("id", "=", heldId)
      .execute();
    expect(await sweepHeldMessages(api.house)).toBe(1);
    await sendHeldMessage(api.house, heldId);
    expect(await sweepHeldMessages(api.house)).toBe(0);
  });

  test("goes out although the case has moved on meanwhile", async () => {
    const found = await givenCase(api);
    const { heldId } = await givenHeld(found);
    await api.house.db.updateTable("cases").set({ version: 7 }).where("id", "=", found.caseId).execute();
    await sendHeldMessage(api.house, heldId);
    expect(await messagesOf(found)).toHaveLength(1);
  });

  test("of somebody who has left the desk is refused, and kept for whoever looks", async () => {
    const found = await givenCase(api);
    const leaver = await api.another("SUPPORT_AGENT");
    const { held } = await hold(found, {}, leaver);
    const heldId = fromGlobalId(held?.id ?? "")?.id ?? "";
    await api.house.db.updateTable("staff").set({ active: false }).where("id", "=", leaver.staffId).execute();
    const leaving = new AbortController();
    const told = api.house.signals.cases(leaving.signal)[Symbol.asyncIterator]().next();
    await sendHeldMessage(api.house, heldId);
    expect(await messagesOf(found)).toEqual([]);
    expect(await heldRow(heldId)).toMatchObject({ state: "REFUSED", body: words });
    // Or the page of its writer would say for ever that it is going out.
    expect((await told).value).toMatchObject({ caseId: found.caseId });
    leaving.abort();
  });

  test("under one key is held once; other words under it are refused", async () => {
    const found = await givenCase(api);
    const idempotencyKey = newId();
    const [first, second] = await Promise.all([hold(found, { idempotencyKey }), hold(found, { idempotencyKey })]);
    expect(first.held?.id).toBe(second.held?.id);
    expect((await hold(found, { idempotencyKey, message: "Other words." })).__typename).toBe("KeyReused");
  });

  test("is taken back by nobody but its writer", async () => {
    const found = await givenCase(api);
    const { id, heldId } = await givenHeld(found);
    for (const role of ["SUPERVISOR", "BANK_OFFICER", "MERCHANT_VERIFIER"] as const)
      expect((await takeBack(id, api.as(role))).__typename).toBe("MessageNotHeld");
    expect(await heldRow(heldId)).toMatchObject({ state: "HELD" });
  });

  test("is held only for whoever may write in that thread, of a case in sight", async () => {
    const found = await givenCase(api, { merchantId: api.own.merchantId });
    expect(await hold(found, {}, api.as("COMPLIANCE_OFFICER"))).toMatchObject({ reasons: [{ code: "NOT_PERMITTED" }] });
    expect((await hold(found, { thread: "BANK" }, api.as("MERCHANT_VERIFIER"))).__typename).toBe("ActionRefused");
    expect((await hold(found, { thread: "MERCHANT" }, api.as("MERCHANT_VERIFIER"))).__typename).toBe("MessageHeld");
    const foreign = await givenCase(api);
    expect((await hold(foreign, { thread: "MERCHANT" }, api.as("MERCHANT_VERIFIER"))).__typename).toBe("CaseNotFound");
    expect((await hold(found, {}, api.asCustomer(found.token))).__typename).toBe("CaseNotFound");
    expect((await hold(found, {}, api.asStranger())).__typename).toBe("CaseNotFound");
  });
});
