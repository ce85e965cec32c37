import { setTimeout as wait } from "node:timers/promises";
import { parse, subscribe } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../server/kernel/ids.ts";
import { makeContext } from "../../server/request-context-of.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { findStaffActor } from "../../server/staff/queries/find-actor.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { type GivenCase, givenCase } from "../support/given-case.ts";
import { until as untilIt } from "../support/until.ts";
import { whatIsStored } from "../support/what-is-stored.ts";

const schema = buildApiSchema();
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Seen {
  readonly state: string;
  readonly thread: string | null;
  readonly staff: { readonly name: string };
}

const until = (holds: () => boolean) =>
  untilIt(
    "what was told",
    async () => holds(),
    (isSo) => isSo,
    5_000,
  );

/** What somebody hears of a case, the latest last. */
async function watch(found: GivenCase, { staffId }: SignedIn): Promise<Seen[][]> {
  const actor = await findStaffActor(api.house.db, staffId, api.house.clock.now());
  if (actor === null) throw new Error("nobody");
  const contextValue = makeContext(api.house, { actor, locale: "en", cameBy: "SESSION", clientAddress: null });
  const document = parse(`subscription { presenceChanged(caseId: "${found.id}") { state thread staff { name } } }`);
  const stream = await subscribe({ schema, document, contextValue });
  const heard: Seen[][] = [];
  if (!(Symbol.asyncIterator in stream)) return heard;
  void (async () => {
    for await (const { data } of stream) heard.push((data as { presenceChanged: Seen[] }).presenceChanged);
  })();
  return heard;
}

const report = async (
  client: SignedIn,
  found: GivenCase,
  page: string,
  state: string | null,
  thread: string | null = null,
) =>
  (
    await client.query<{ reportPresence: boolean } | null>(
      `mutation ($c: ID!, $p: UUID!, $s: PresenceState, $t: MessageThread) {
        reportPresence(caseId: $c, page: $p, state: $s, thread: $t) }`,
      { c: found.id, p: page, s: state, t: thread },
    )
  ).data?.reportPresence;

test("colleagues hear who looks, who writes and to whom, and who has left; nothing is stored", async () => {
  const found = await givenCase(api);
  const before = await whatIsStored(api.house.db, found.caseId);
  const [agent, supervisor] = [api.as("SUPPORT_AGENT"), api.as("SUPERVISOR")];
  const heard = await watch(found, supervisor);
  const [first, second] = [newId(), newId()];
  await until(() => heard.length === 1);
  expect(heard).toEqual([[]]);
  expect(await report(agent, found, first, "VIEWING")).toBe(true);
  await until(() => heard.at(-1)?.[0]?.state === "VIEWING");
  await report(agent, found, second, "WRITING", "CUSTOMER");
  await until(() => heard.at(-1)?.[0]?.state === "WRITING");
  // Two pages of one person are one person, who does the more of the two.
  expect(heard.at(-1)).toHaveLength(1);
  expect(heard.at(-1)?.[0]?.thread).toBe("CUSTOMER");
  await report(agent, found, second, null);
  await until(() => heard.at(-1)?.[0]?.state === "VIEWING");
  await report(agent, found, first, "IDLE");
  await until(() => heard.at(-1)?.[0]?.state === "IDLE");
  await report(agent, found, first, null);
  await until(() => heard.at(-1)?.length === 0);
  expect(await whatIsStored(api.house.db, found.caseId)).toEqual(before);
});

test("the same beat again tells nobody anything new; somebody who comes later hears at once who is there", async () => {
  const found = await givenCase(api);
  const agent = api.as("SUPPORT_AGENT");
  const heard = await watch(found, api.as("SUPERVISOR"));
  const page = newId();
  await until(() => heard.length === 1);
  await report(agent, found, page, "VIEWING");
  await until(() => heard.length === 2);
  await report(agent, found, page, "VIEWING");
  await wait(50);
  expect(heard).toHaveLength(2);
  const later = await watch(found, api.as("COMPLIANCE_OFFICER"));
  await until(() => later.length === 1);
  expect(later[0]?.[0]?.state).toBe("VIEWING");
});

test("a shop is told nothing of it and can tell nothing; a case that is not there is not", async () => {
  const found = await givenCase(api, { merchantId: api.own.merchantId });
  expect(await watch(found, api.as("MERCHANT_VERIFIER"))).toEqual([]);
  expect(await report(api.as("MERCHANT_VERIFIER"), found, newId(), "VIEWING")).toBeUndefined();
  expect(await report(api.as("SUPPORT_AGENT"), { ...found, id: "x" }, newId(), "VIEWING")).toBe(false);
});
