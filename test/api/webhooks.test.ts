import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromGlobalId, newId, toGlobalId } from "../../server/kernel/ids.ts";
import { pauseGoneEndpoint } from "../../server/notices/actions/pause-gone-endpoint.ts";
import { openChannels } from "../../server/notices/channels/open-channels.ts";
import { sendNotice } from "../../server/notices/jobs/send-notice.ts";
import { builtInPermissions } from "../../server/staff/domain/permissions.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { givenInstitution, givenMerchant } from "../support/given-rows.ts";
import { startReceiver } from "../support/notice-desk.ts";
import { giveRights } from "../support/role-rights.ts";
import { givenWebhook } from "../support/webhook-attempts.ts";

let api: TestApi;
let hook: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  [api, hook] = await Promise.all([startTestApi(), startReceiver("webhook-id")]);
});
afterAll(() => Promise.all([api.close(), hook.stop()]));

const inputs = {
  registerWebhookEndpoint: "RegisterWebhookEndpointInput",
  changeWebhookEndpoint: "ChangeWebhookEndpointInput",
  rotateWebhookSecret: "RotateWebhookSecretInput",
  pauseWebhookEndpoint: "MoveWebhookEndpointInput",
  resumeWebhookEndpoint: "MoveWebhookEndpointInput",
  testWebhookEndpoint: "TestWebhookEndpointInput",
} as const;
type Verb = keyof typeof inputs;

const ENDPOINT = `id url state version oldSecretValidUntil audience ownerName history { kind before after by { name } }
  deliveries { id kind state attempts nextTryAt lastTry { code happened durationMs } }`;
interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly state: string;
  readonly version: number;
  readonly oldSecretValidUntil: string | null;
  readonly history: readonly { readonly kind: string; readonly before: string | null; readonly after: string | null }[];
  readonly deliveries: readonly {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly lastTry: { readonly code: string | null } | null;
  }[];
}
interface Answer {
  readonly __typename: string;
  readonly reasons?: readonly string[];
  readonly secret?: string | null;
  readonly endpoint?: Endpoint;
}

async function ask(verb: Verb, input: object, as: Pick<SignedIn, "query"> = api.as("ADMINISTRATOR")): Promise<Answer> {
  const { data, errors } = await as.query<{ answer: Answer } | null>(
    `mutation ($input: ${inputs[verb]}!) { answer: ${verb}(input: $input) { __typename
      ... on WebhookEndpointKept { secret endpoint { ${ENDPOINT} } } ... on WebhookEndpointRefused { reasons } } }`,
    { input },
  );
  if (data === null) throw new Error(errors[0]?.extensions?.code ?? "no answer");
  return data.answer;
}
const kinds = (answers: readonly Answer[]) => answers.map(({ __typename }) => __typename).sort();
const rowId = (endpointId: string) => fromGlobalId(endpointId)?.id ?? "";
const rowOf = (endpointId: string) =>
  api.house.db.selectFrom("webhook_endpoint").selectAll().where("id", "=", rowId(endpointId)).executeTakeFirstOrThrow();

/** Sends what waits for an endpoint to the test's own receiver, and gives what arrived there. */
async function deliver(endpointId: string) {
  const { db } = api.house;
  const moveTo = (url: string) =>
    db.updateTable("webhook_endpoint").set({ url }).where("id", "=", rowId(endpointId)).execute();
  const waiting = await db
    .selectFrom("notice")
    .select("id")
    .where("endpoint_id", "=", rowId(endpointId))
    .where("state", "=", "WAITING")
    .execute();
  const { url } = await rowOf(endpointId);
  await moveTo(hook.url);
  const delivery = { smtpUrl: null, mailFrom: "Desk <d@x.test>", smsGateway: null, webhooksToPrivateAddresses: true };
  const channels = openChannels({ demo: false, publicUrl: "https://desk.example", delivery }, api.house.signing);
  for (const { id } of waiting) await sendNotice(api.house, channels, id, new AbortController().signal);
  await moveTo(url);
  const ids = new Set(waiting.map(({ id }) => id));
  return hook.received.filter(({ headers }) => ids.has(String(headers["webhook-id"])));
}
const verifies = (secret: string, { body, headers }: (typeof hook.received)[number]) => {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
};
const test1 = (endpointId: string) => ask("testWebhookEndpoint", { endpointId, idempotencyKey: newId() });

describe("registering an endpoint", () => {
  test("gives its secret once, keeps who did it, and of two at once registers one", async () => {
    const merchantId = toGlobalId("Merchant", await givenMerchant(api.house.db));
    const input = { merchantId, url: "https://hooks.example.com/a" };
    const answers = await Promise.all([ask("registerWebhookEndpoint", input), ask("registerWebhookEndpoint", input)]);
    expect(kinds(answers)).toEqual(["WebhookEndpointKept", "WebhookEndpointRefused"]);
    const made = answers.find(({ endpoint }) => endpoint !== undefined);
    expect(made?.secret).toMatch(/^whsec_/);
    expect(made?.endpoint).toMatchObject({ state: "ACTIVE", version: 1, history: [{ kind: "REGISTERED", by: {} }] });
    const paused = await ask("pauseWebhookEndpoint", { endpointId: made?.endpoint?.id, expectedVersion: 1 });
    expect(paused.secret).toBeNull();
  });

  test.each([
    ["merchantId", async (): Promise<string> => toGlobalId("Merchant", await givenMerchant(api.house.db)), "MERCHANT"],
    [
      "institutionId",
      async (): Promise<string> => toGlobalId("Institution", await givenInstitution(api.house.db)),
      "BANK",
    ],
    ["provider", async (): Promise<string> => "simulated-acquirer", "PROVIDER"],
  ] as const)("%s can own one", async (owner, idOf, audience) => {
    const answer = await ask("registerWebhookEndpoint", { [owner]: await idOf(), url: "https://hooks.example.com/b" });
    expect(answer.endpoint).toMatchObject({ audience });
  });

  test.each([
    "http://hooks.example.com/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://169.254.169.254/latest",
    "https://localhost/",
    "https://desk.internal/",
    "https://2130706433/",
    "https://user:password@hooks.example.com/",
    "ftp://hooks.example.com/",
    "no address",
  ])("%s is refused, and nothing is written", async (url) => {
    const merchant = await givenMerchant(api.house.db);
    const answer = await ask("registerWebhookEndpoint", { merchantId: toGlobalId("Merchant", merchant), url });
    expect(answer.reasons).toHaveLength(1);
    const rows = api.house.db.selectFrom("webhook_endpoint").select("id").where("merchant_id", "=", merchant);
    expect(await rows.execute()).toEqual([]);
  });

  test("no owner, two owners, or one that is not there are refused", async () => {
    const url = "https://hooks.example.com/c";
    const merchantId = toGlobalId("Merchant", newId());
    for (const owner of [{}, { merchantId, provider: "simulated-acquirer" }, { merchantId }, { provider: "nobody" }])
      expect((await ask("registerWebhookEndpoint", { ...owner, url })).reasons).toHaveLength(1);
  });
});

describe("changing an endpoint", () => {
  test("moves what waits to the new address; the slower of two is told", async () => {
    const { endpointId } = await givenWebhook(api);
    await test1(endpointId);
    const told = { endpointId, expectedVersion: 1 };
    const answers = await Promise.all([
      ask("changeWebhookEndpoint", { ...told, url: "https://hooks.example.com/d" }),
      ask("changeWebhookEndpoint", { ...told, url: "https://hooks.example.com/e" }),
    ]);
    expect(kinds(answers)).toEqual(["StaleWebhookEndpoint", "WebhookEndpointKept"]);
    const { url } = await rowOf(endpointId);
    const waiting = api.house.db.selectFrom("notice").select("address").where("endpoint_id", "=", rowId(endpointId));
    expect(await waiting.execute()).toEqual([{ address: url }]);
    const kept = answers.find(({ endpoint }) => endpoint !== undefined)?.endpoint;
    expect(kept?.history[0]).toMatchObject({
      kind: "CHANGED",
      before: "https://hooks.example.com/redress",
      after: url,
    });
  });

  test("to the same, to a private one, or to one that its owner has already is refused", async () => {
    const { endpointId, merchantId, url } = await givenWebhook(api);
    const other = "https://hooks.example.com/other";
    await ask("registerWebhookEndpoint", { merchantId, url: other });
    for (const wanted of [url, other, "https://10.0.0.1/"]) {
      const answer = await ask("changeWebhookEndpoint", { endpointId, expectedVersion: 1, url: wanted });
      expect(answer.reasons).toHaveLength(1);
    }
    expect(await rowOf(endpointId)).toMatchObject({ url, version: 1 });
  });

  test("is for administrators alone, and of what is not there it says so", async () => {
    const { endpointId } = await givenWebhook(api);
    const told = { endpointId, expectedVersion: 1 };
    for (const role of ["SUPERVISOR", "COMPLIANCE_OFFICER", "MERCHANT_VERIFIER"] as const)
      await expect(ask("pauseWebhookEndpoint", told, api.as(role))).rejects.toThrow("FORBIDDEN");
    for (const id of ["x", toGlobalId("WebhookEndpoint", newId())])
      expect((await ask("pauseWebhookEndpoint", { ...told, endpointId: id })).__typename).toBe(
        "WebhookEndpointNotFound",
      );
    expect(await rowOf(endpointId)).toMatchObject({ version: 1, disabled_at: null });
  });
});

describe("a secret that is replaced", () => {
  test("signs beside the new one for a day, then no more", async () => {
    const { endpointId, secret: old } = await givenWebhook(api);
    const rotated = await ask("rotateWebhookSecret", { endpointId, expectedVersion: 1 });
    const fresh = rotated.secret ?? "";
    expect(fresh).not.toBe(old);
    expect(rotated.endpoint?.oldSecretValidUntil).not.toBeNull();
    await test1(endpointId);
    const [during] = await deliver(endpointId);
    if (during === undefined) throw new Error("Nothing arrived");
    expect([old, fresh].map((secret) => verifies(secret, during))).toEqual([true, true]);
    api.clock.advance({ hours: 24 });
    await test1(endpointId);
    const [after] = await deliver(endpointId);
    if (after === undefined) throw new Error("Nothing arrived");
    expect([old, fresh].map((secret) => verifies(secret, after))).toEqual([false, true]);
  });

  test("goes on signing where the new one was never seen and is replaced in its turn", async () => {
    const { endpointId, secret: old } = await givenWebhook(api);
    await ask("rotateWebhookSecret", { endpointId, expectedVersion: 1 });
    api.clock.advance({ hours: 1 });
    const again = await ask("rotateWebhookSecret", { endpointId, expectedVersion: 2 });
    await test1(endpointId);
    const [post] = await deliver(endpointId);
    if (post === undefined) throw new Error("Nothing arrived");
    expect([old, again.secret ?? ""].map((secret) => verifies(secret, post))).toEqual([true, true]);
  });

  test("that has leaked signs nothing from that moment", async () => {
    const { endpointId, secret: old } = await givenWebhook(api);
    const input = { endpointId, expectedVersion: 1, endsOldNow: true };
    const answers = await Promise.all([ask("rotateWebhookSecret", input), ask("rotateWebhookSecret", input)]);
    expect(kinds(answers)).toEqual(["StaleWebhookEndpoint", "WebhookEndpointKept"]);
    await test1(endpointId);
    const [post] = await deliver(endpointId);
    if (post === undefined) throw new Error("Nothing arrived");
    expect(verifies(old, post)).toBe(false);
    expect(verifies(answers.find(({ secret }) => secret)?.secret ?? "", post)).toBe(true);
  });
});

describe("a test of an endpoint", () => {
  test("is sent once a key through the outbox, and its answer is shown", async () => {
    const { endpointId } = await givenWebhook(api);
    const input = { endpointId, idempotencyKey: newId() };
    const answers = await Promise.all([ask("testWebhookEndpoint", input), ask("testWebhookEndpoint", input)]);
    expect(kinds(answers)).toEqual(["WebhookEndpointKept", "WebhookEndpointKept"]);
    hook.answer(404);
    const posts = await deliver(endpointId);
    expect(posts.map(({ body }) => JSON.parse(body))).toMatchObject([{ type: "ENDPOINT_TESTED" }]);
    const { data } = await api
      .as("ADMINISTRATOR")
      .query<{ node: Endpoint }>(`query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { ${ENDPOINT} } } }`, {
        id: endpointId,
      });
    expect(data.node.deliveries).toMatchObject([
      { kind: "ENDPOINT_TESTED", state: "DEAD", lastTry: { code: "HTTP 404" } },
    ]);
    expect(data.node.history.map(({ kind }) => kind)).toEqual(["TESTED", "REGISTERED"]);
  });

  test("is refused while it is paused, and goes once it is resumed", async () => {
    const { endpointId } = await givenWebhook(api);
    expect((await ask("resumeWebhookEndpoint", { endpointId, expectedVersion: 1 })).reasons).toHaveLength(1);
    const paused = await ask("pauseWebhookEndpoint", { endpointId, expectedVersion: 1 });
    expect(paused.endpoint).toMatchObject({ state: "PAUSED", version: 2 });
    expect((await ask("pauseWebhookEndpoint", { endpointId, expectedVersion: 2 })).reasons).toHaveLength(1);
    expect((await test1(endpointId)).reasons).toHaveLength(1);
    const resumed = await ask("resumeWebhookEndpoint", { endpointId, expectedVersion: 2 });
    expect(resumed.endpoint).toMatchObject({ state: "ACTIVE", deliveries: [] });
    expect((await test1(endpointId)).endpoint?.deliveries).toHaveLength(1);
  });
});

describe("an endpoint that answers 410 Gone", () => {
  test("is paused with its reason, its keepers are told once, and what waits can be sent by hand when it is resumed", async () => {
    const { endpointId } = await givenWebhook(api);
    await Promise.all([test1(endpointId), test1(endpointId)]);
    hook.answer(410);
    expect(await deliver(endpointId)).toHaveLength(1);
    const { data } = await api
      .as("ADMINISTRATOR")
      .query<{ node: Endpoint }>(`query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { ${ENDPOINT} } } }`, {
        id: endpointId,
      });
    expect(data.node).toMatchObject({ state: "PAUSED", version: 2 });
    expect(data.node.history[0]).toMatchObject({ kind: "GONE", after: hook.url, by: null });
    expect(data.node.deliveries.map(({ state, lastTry }) => `${state} ${lastTry?.code}`).sort()).toEqual([
      "DEAD ENDPOINT_GONE",
      "DEAD HTTP 410",
    ]);
    const keepers = await api.house.db.selectFrom("staff").select("id").where("role", "=", "ADMINISTRATOR").execute();
    const told = await api.house.db
      .selectFrom("notice")
      .select(["staff_id", "channel", "fields"])
      .where("kind", "=", "ENDPOINT_GONE")
      .execute();
    expect(told.map(({ staff_id, channel }) => `${staff_id} ${channel}`).sort()).toEqual(
      keepers.flatMap(({ id }) => [`${id} CONSOLE`, `${id} EMAIL`]).sort(),
    );
    expect(JSON.stringify(told)).not.toContain(hook.url);

    expect((await ask("resumeWebhookEndpoint", { endpointId, expectedVersion: 2 })).endpoint?.state).toBe("ACTIVE");
    const replay = "mutation ($input: ReplayNoticeInput!) { replayNotice(input: $input) { __typename } }";
    for (const { id } of data.node.deliveries)
      await api.as("SUPERVISOR").query(replay, { input: { noticeId: toGlobalId("Notice", id) } });
    expect(new Set((await deliver(endpointId)).map(({ headers }) => headers["webhook-id"]))).toEqual(
      new Set(data.node.deliveries.map(({ id }) => id)),
    );
  });

  test("is left alone by an answer to what was sent before somebody changed it", async () => {
    const { endpointId } = await givenWebhook(api);
    const gone = (version: number) =>
      api.house.db.transaction().execute((db) => pauseGoneEndpoint(db, api.house, { id: rowId(endpointId), version }));
    await ask("rotateWebhookSecret", { endpointId, expectedVersion: 1 });
    await gone(1);
    expect(await rowOf(endpointId)).toMatchObject({ version: 2, disabled_at: null });
    await Promise.all([gone(2), gone(2)]);
    expect(await rowOf(endpointId)).toMatchObject({ version: 3, disabled_at: expect.any(Date) });
  });

  test("is paused also where no role keeps endpoints, so that nobody is told", async () => {
    const { db } = api.house;
    const { endpointId } = await givenWebhook(api);
    const usual = builtInPermissions.ADMINISTRATOR;
    await giveRights(
      api,
      "ADMINISTRATOR",
      usual.filter((one) => one !== "registry.manage"),
    );
    await db.transaction().execute((trx) => pauseGoneEndpoint(trx, api.house, { id: rowId(endpointId), version: 1 }));
    await giveRights(api, "ADMINISTRATOR", usual);
    expect(await rowOf(endpointId)).toMatchObject({ version: 2, disabled_at: expect.any(Date) });
  });
});

test("the list is read page by page, the newest first, without a gap or a double", async () => {
  const { endpointId } = await givenWebhook(api);
  const seen = await readFrom(null);
  const stored = await api.house.db.selectFrom("webhook_endpoint").select("id").execute();
  expect(seen).toHaveLength(stored.length);
  expect(new Set(seen)).toEqual(new Set(stored.map(({ id }) => toGlobalId("WebhookEndpoint", id))));
  expect(seen).toContain(endpointId);
});

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function readFrom(after: string | null): Promise<readonly string[]> {
  const { data } = await api
    .as("ADMINISTRATOR")
    .query<{ webhookEndpoints: Page }>(
      "query ($after: String) { webhookEndpoints(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }",
      { after },
    );
  const { edges, pageInfo } = data.webhookEndpoints;
  const ids = edges.map(({ node }) => node.id);
  return pageInfo.hasNextPage ? [...ids, ...(await readFrom(pageInfo.endCursor))] : ids;
}
