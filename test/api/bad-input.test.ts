import {
  type GraphQLArgument,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "../../server/audit/queries/verify-chains.ts";
import { verifyMoney } from "../../server/audit/queries/verify-money.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { ApiClient } from "../support/api-client.ts";
import { badPlaces, withValue } from "../support/bad-values.ts";
import { caseActionRows } from "../support/case-action-rows.ts";
import { newCase } from "../support/case-stages.ts";
import { exportAttempts } from "../support/export-attempts.ts";
import { caseRow } from "../support/given-case.ts";
import { givenSale } from "../support/given-rows.ts";
import { keyAttempts } from "../support/key-attempts.ts";
import { maintenanceAttempts } from "../support/maintenance-attempts.ts";
import { policyAttempts } from "../support/policy-attempts.ts";
import { registryAttempts } from "../support/registry-attempts.ts";
import { roleAttempts } from "../support/role-attempts.ts";
import { roomAttempts } from "../support/room-attempts.ts";
import { settingsAttempts } from "../support/settings-attempts.ts";
import { staffAttempts } from "../support/staff-attempts.ts";
import { webhookAttempts } from "../support/webhook-attempts.ts";
import { countRows, tablesWith } from "../support/what-is-stored.ts";

const schema = buildApiSchema();
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** The codes of a mistake that is the caller's. */
const callersMistakes = [
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "GRAPHQL_VALIDATION_FAILED",
  "GRAPHQL_PARSE_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
];

interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Sends it, and sees that it is answered or refused in plain words, and never by a mistake of ours. */
async function send(client: ApiClient, query: string, variables: unknown) {
  const { status, body } = await client.send({ query, variables });
  const { data = null, errors = [] } = body as Body;
  const shown = JSON.stringify({ status, errors, variables }).slice(0, 2_000);
  expect(status, shown).toBeLessThan(500);
  for (const { message, extensions } of errors) {
    expect(callersMistakes, shown).toContain(extensions?.code);
    expect(message, shown).toMatch(/\w/);
  }
  return { answer: data, errors };
}

function documentOf(kind: "query" | "mutation", { name, args, type }: GraphQLField<unknown, unknown>): string {
  // An argument with a default may be left out, and so may the variable that stands for it.
  const typeOf = ({ type: wanted, defaultValue }: GraphQLArgument) =>
    String(defaultValue === undefined ? wanted : getNullableType(wanted));
  const declared = args.map((arg) => `$${arg.name}: ${typeOf(arg)}`).join(", ");
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const selected = isLeafType(getNamedType(type)) ? "" : " { __typename }";
  return `${kind} (${declared}) { ${name}(${passed})${selected} }`;
}

/** Ten at a time: wrong questions disturb each other as little as they change anything. */
async function atOnce<T>(values: readonly T[], run: (value: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < values.length; from += 10) await Promise.all(values.slice(from, from + 10).map(run));
}

/** Whoever guesses is slowed down by their address, so each comes from another one. */
let visitors = 0;
function visitor(): ApiClient {
  visitors++;
  return new ApiClient(api.app, {}, `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`);
}

interface Attempt {
  readonly client: ApiClient;
  readonly variables: Readonly<Record<string, unknown>>;
}

const money = { minor: "1000", currency: "CNY" };

/** How the mutations that act on no version of a case are asked when nothing is wrong. */
const otherMutations: Readonly<Record<string, () => Promise<Attempt>>> = {
  async submitRequest() {
    const id = await givenSale(api.house.db, api.own.merchantId);
    const slip = { reference: `A-${id}`, cardLast4: "1111", paid: { minor: "129900", currency: "CNY" } };
    const contact = { name: "王小明", phone: "+8613800138000" };
    const asked = { slip, contact, amount: money, reason: "NOT_AS_DESCRIBED", message: "It broke." };
    return { client: visitor(), variables: { input: { ...asked, idempotencyKey: newId() } } };
  },
  async resendCaseLink() {
    return { client: visitor(), variables: { input: { number: "000419", contact: "13800138000" } } };
  },
  async openCaseForCustomer() {
    const transactionId = toGlobalId("Transaction", await givenSale(api.house.db, api.own.merchantId));
    const contact = { name: "Li Na", email: "li@customer.test" };
    const asked = { transactionId, contact, amount: money, channel: "PHONE", reason: "NOT_AS_DESCRIBED" };
    return { client: api.as("SUPPORT_AGENT"), variables: { input: { ...asked, idempotencyKey: newId() } } };
  },
  saveView: async () => ({
    client: await api.another("SUPPORT_AGENT"),
    variables: { input: { ...aView, idempotencyKey: newId() } },
  }),
  async changeView() {
    const { maker, id } = await givenView();
    return { client: maker, variables: { input: { ...aView, id } } };
  },
  async deleteView() {
    const { maker, id } = await givenView();
    return { client: maker, variables: { input: { id } } };
  },
  arrangeViews: async () => ({
    client: api.as("SUPPORT_AGENT"),
    variables: { input: { home: "mine", places: ["mine"] } },
  }),
  assignCases: () => onCases({}),
  addNoteToCases: () => onCases({ message: "Seen." }),
  requestInformationOnCases: () => onCases({ message: "The slip, please." }),
  closeCases: () => onCases({ reason: "It is over." }),
  async requestEvidenceUpload() {
    const { id: caseId, token } = await newCase(api);
    const input = { caseId, kind: "RECEIPT", fileName: "slip.png", bytes: 100 };
    return { client: api.asCustomer(token), variables: { input } };
  },
  async holdMessage() {
    const { id: caseId } = await newCase(api);
    const input = { caseId, thread: "CUSTOMER", message: "We have asked the shop.", idempotencyKey: newId() };
    return { client: api.as("SUPPORT_AGENT"), variables: { input } };
  },
  async takeBackMessage() {
    return { client: api.as("SUPPORT_AGENT"), variables: { id: toGlobalId("HeldMessage", newId()) } };
  },
  async readMentions() {
    const { id: caseId } = await newCase(api);
    return { client: api.as("SUPPORT_AGENT"), variables: { caseId } };
  },
  async reportPresence() {
    const { id: caseId } = await newCase(api);
    return {
      client: api.as("SUPPORT_AGENT"),
      variables: { caseId, page: newId(), state: "WRITING", thread: "MERCHANT" },
    };
  },
  async saveMessageTemplate() {
    const names = { nameZh: "已询问商户", nameEn: "The shop is asked" };
    const input = {
      thread: "CUSTOMER",
      ...names,
      bodyZh: "{amount}",
      bodyEn: "{amount}",
      active: true,
      idempotencyKey: newId(),
    };
    return { client: api.as("SUPERVISOR"), variables: { input } };
  },
};

const aView = { name: "Large ones", address: "view=team", filter: { open: true }, shared: false };

async function givenView() {
  const maker = await api.another("SUPPORT_AGENT");
  const { data } = await maker.query<{ saveView: { view: { id: string } } }>(
    "mutation ($input: SaveViewInput!) { saveView(input: $input) { ... on ViewSaved { view { id } } } }",
    { input: { ...aView, idempotencyKey: newId() } },
  );
  return { maker, id: data.saveView.view.id };
}

async function onCases(told: object): Promise<Attempt> {
  const { id, caseId } = await newCase(api);
  const { version } = await caseRow(api, caseId);
  const cases = [{ caseId: id, expectedVersion: version }];
  return { client: api.as("SUPPORT_AGENT"), variables: { input: { ...told, cases, idempotencyKey: newId() } } };
}

async function attemptAt(name: string): Promise<Attempt> {
  const other =
    otherMutations[name] ??
    policyAttempts(api)[name] ??
    roomAttempts(api)[name] ??
    staffAttempts(api)[name] ??
    roleAttempts(api)[name] ??
    registryAttempts(api)[name] ??
    keyAttempts(api)[name] ??
    exportAttempts(api)[name] ??
    webhookAttempts(api)[name] ??
    maintenanceAttempts(api)[name] ??
    settingsAttempts(api)[name];
  if (other !== undefined) return other();
  const row = caseActionRows[name];
  if (row === undefined) throw new Error(`${name} stands in no table`);
  const found = await row.given(api);
  const told = typeof row.input === "function" ? await row.input(api, found) : row.input;
  const { version } = await caseRow(api, found.caseId);
  const input = { caseId: found.id, expectedVersion: version, idempotencyKey: newId(), ...told };
  return { client: row.by === "CUSTOMER" ? api.asCustomer(found.token) : api.as(row.by), variables: { input } };
}

const successes = [
  "CaseActionDone",
  "ApiKeyMade",
  "ApiKeyRevoked",
  "RoleChangeProposed",
  "RoleChangeWithdrawn",
  "RequestSubmitted",
  "CaseOpened",
  "EvidenceUpload",
  "ViewSaved",
  "ViewDeleted",
  "ViewOrder",
  "BulkResult",
  "MessageHeld",
  "MessageTemplateSaved",
  "PolicyDraftDone",
  "PolicyTestsDone",
  "PolicyAttested",
  "StaffMoved",
  "MerchantKept",
  "CalendarCorrected",
  "InstitutionKept",
  "WebhookEndpointKept",
  "ProviderMaintenanceKept",
  "DeskSettingsChanged",
  "ApprovalBatchRow",
  "DelegationMade",
  "NoticeDone",
  "ExceptionNoted",
  "SampleDrawn",
  "SampleItemReviewed",
  "FindingKept",
  "ExportRun",
  "NoticePreview",
  "NoticeTemplateSaved",
  "CourseSaved",
  "TrainingAssigned",
  "TrainingWaived",
  "TrainingRulesChanged",
  "OutsideRecordFile",
  "QuizReady",
  "QuizGraded",
];

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

describe.each(mutations.map((field) => [field.name, field] as const))("%s", (name, field) => {
  const document = documentOf("mutation", field);
  const places = badPlaces(field.args);

  test.each(places.map(({ path, ...place }) => [path.join("."), { path, ...place }] as const))(
    "%s: whatever stands there, it is done or refused, and a refusal leaves nothing",
    async (_path, { path, values }) => {
      let attempt = await attemptAt(name);
      let before = await countRows(api.house.db);
      for (const value of values) {
        const { answer } = await send(attempt.client, document, withValue(attempt.variables, path, value));
        const given = answer?.[name];
        const told = Array.isArray(given) ? given[0] : given;
        const typename = typeof told === "object" && told !== null && "__typename" in told ? told.__typename : null;
        if (typeof typename !== "string" || !successes.includes(typename)) continue;
        attempt = await attemptAt(name);
        before = await countRows(api.house.db);
      }
      expect(await countRows(api.house.db)).toEqual(before);
    },
    60_000,
  );

  test("a card's number is typed into each of its texts", async () => {
    for (const { path } of places.filter(({ scalar }) => scalar === "String")) {
      for (const text of ["4111 1111 1111 1111", "My card 4111111111111111 and CVV: 987."]) {
        const { client, variables } = await attemptAt(name);
        await send(client, document, withValue(variables, path, text));
      }
    }
  });
});

test("and no card's number or security code that was typed anywhere is stored anywhere", async () => {
  expect(await tablesWith(api.house.db, ["4111 1111 1111 1111", "4111111111111111", "CVV: 987"])).toEqual([]);
});

const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) => args.length > 0);

/** What a query needs before one thing in it can be wrong. */
const queryArguments: Readonly<Record<string, () => Promise<Readonly<Record<string, unknown>>>>> = {
  duplicatesOf: async () => ({ transactionId: toGlobalId("Transaction", newId()) }),
  findPayment: async () => ({ slip: { reference: "A-1", cardLast4: "1111", paid: money } }),
  importErrors: async () => ({ importId: toGlobalId("ImportRun", newId()) }),
  importRun: async () => ({ id: toGlobalId("ImportRun", newId()) }),
  node: async () => ({ id: toGlobalId("Case", newId()) }),
  trackedCase: async () => ({ token: (await newCase(api)).token }),
  transaction: async () => ({ id: toGlobalId("Transaction", newId()) }),
};

/** Cursors that are well made, and not by us. */
const garbledCursors = [
  ["x"],
  ["x", "y"],
  ["x", "y", "z"],
  [newId()],
  ["9999-12-31T23:59:59.999Z", newId()],
  ["+275760-09-13T00:00:00.000Z", newId()],
  ["-271821-04-20T00:00:00.000Z", newId()],
  ["2026-01-01T00:00:00.000Z", "x"],
  ["", ""],
  ["\0", "\0"],
  ["99999999999999999999", newId()],
  ["9007199254740991"],
  ["3000000000"],
  ["-1"],
  ["1.5"],
  [""],
  ["\0", newId()],
  ["\ud800", newId()],
  ["-1", newId()],
  ["1.5", newId()],
  ["null", newId()],
  [null, null],
  { length: 2 },
  "text",
  1,
].map((values) => Buffer.from(JSON.stringify(values)).toString("base64url"));

describe.each(queries.map((field) => [field.name, field] as const))("query %s", (name, field) => {
  const document = documentOf("query", field);
  const asked = () => queryArguments[name]?.() ?? Promise.resolve({});

  test("whatever stands in its arguments, it answers or refuses", async () => {
    const before = await asked();
    const rows = await countRows(api.house.db);
    for (const { path, values } of badPlaces(field.args))
      await atOnce(values, async (value) => {
        await send(api.as("SUPERVISOR"), document, withValue(before, path, value));
        await send(visitor(), document, withValue(before, path, value));
      });
    expect(await countRows(api.house.db)).toEqual(rows);
  }, 60_000);
});

const caseOrder = schema.getType("CaseOrder");
const caseOrders = isEnumType(caseOrder) ? caseOrder.getValues().map(({ name }) => name) : [];
const lists = queries.filter(({ args }) => args.some((arg) => arg.name === "after"));

test.each(lists.map((field) => [field.name, field] as const))(
  "%s: a cursor that it did not make is refused",
  async (name, field) => {
    const before = (await queryArguments[name]?.()) ?? {};
    const orders: readonly object[] = name === "cases" ? caseOrders.map((orderBy) => ({ orderBy })) : [{}];
    for (const order of orders)
      await atOnce(garbledCursors, async (after) => {
        const variables = { ...before, ...order, after };
        await send(api.as("SUPERVISOR"), documentOf("query", field), variables);
      });
  },
);

test("the arguments inside a case and inside its money are judged like those outside", async () => {
  const { id } = await newCase(api);
  const events = schema.getType("Case");
  const field = events !== undefined && "getFields" in events ? events.getFields()["events"] : undefined;
  if (field === undefined || !("args" in field)) throw new Error("a case has no events");
  const document = `query ($id: ID!, $after: String, $first: Int, $last: Int) {
    case(id: $id) { events(after: $after, first: $first, last: $last) { __typename } } }`;
  for (const { path, values } of badPlaces(field.args))
    for (const value of values) await send(api.as("SUPERVISOR"), document, withValue({ id }, path, value));
  for (const after of garbledCursors) await send(api.as("SUPERVISOR"), document, { id, after });
  const formatted = "query ($id: ID!, $locale: Locale) { case(id: $id) { amount { formatted(locale: $locale) } } }";
  for (const locale of ["", "xx", "\0", 1, [], {}, null]) await send(api.as("SUPERVISOR"), formatted, { id, locale });
});

describe("what is written into the document itself", () => {
  test.each([
    '{ case(number: "\\u0000") { id } }',
    '{ case(number: "\\uD800") { id } }',
    '{ case(number: """\0""") { id } }',
    '{ case(id: "\\u0000") { id } }',
    '{ trackedCase(token: "aaaaaaaaaaaaaaaaaaaa\\u0000") { __typename } }',
    '{ findPayment(slip: { reference: "A\\u0000", cardLast4: "1111", paid: { minor: 1, currency: "CNY" } }) { __typename } }',
    '{ transactions(filter: { text: "\\u0000" }) { __typename } }',
    'query ($text: String = "\\u0000") { transactions(filter: { text: $text }) { __typename } }',
    '{ transactions(filter: { processedFrom: "0000-01-01T00:00:00Z" }) { __typename } }',
    "{ cases(filter: { amountAtLeastMinor: 99999999999999999999 }) { __typename } }",
    "{ cases(filter: { amountAtLeastMinor: -9223372036854775808 }) { __typename } }",
    "{ cases(filter: { amountAtLeastMinor: 1.5 }) { __typename } }",
    "{ cases(first: 99999999999) { __typename } }",
    '{ cases(filter: { states: "NEW\\u0000" }) { __typename } }',
    `{ cases(filter: { states: [${"NEW ".repeat(2_000)}] }) { __typename } }`,
    "{ cases(filter: { dueBefore: NEW }) { __typename } }",
    "{",
    "{}",
    "",
    "\0",
    "query A { viewer { id } } query B { viewer { id } }",
    "subscription { caseChanged(id: 1) { id } }",
    `{ ${"viewer { id } ".repeat(2_000)} }`,
    `{ case${"(".repeat(2_000)}`,
    "{ __proto__ constructor }",
  ])("%j is answered or refused", async (query) => {
    await send(api.as("SUPERVISOR"), query, {});
  });

  test("variables nested without end, and names that objects have by themselves, are no mistake of ours", async () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    for (const variables of [deep, '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{}}}', "[]", '"x"', "1"]) {
      const body = `{"query":"{ viewer { id } }","variables":${variables === deep ? `{"x":${deep}}` : variables}}`;
      const { status } = await api.as("SUPERVISOR").send(body);
      expect(status, variables.slice(0, 50)).toBeLessThan(500);
    }
  });
});

test("after all of it every chain verifies, the money adds up, and the desk answers", async () => {
  expect((await verifyChains(api.house.db)).broken).toBeNull();
  expect(await verifyMoney(api.house.db)).toEqual([]);
  expect((await api.as("SUPERVISOR").send({ query: "{ viewer { id } }" })).status).toBe(200);
});
