import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { type GivenPayment, givenPayment, slipOf } from "../support/given-payment.ts";
import { givenInstitution, givenMerchant } from "../support/given-rows.ts";

let api: TestApi;
let paid: GivenPayment;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  paid = await givenPayment(api.house.db);
  // Tries come back with time.
  api.clock.advance({ hours: 1 });
});

const inputs = {
  addMerchant: "AddMerchantInput",
  changeMerchant: "ChangeMerchantInput",
  suspendMerchant: "MoveMerchantInput",
  closeMerchant: "MoveMerchantInput",
  reopenMerchant: "MoveMerchantInput",
  addTerminal: "AddTerminalInput",
  closeTerminal: "MoveTerminalInput",
  reopenTerminal: "MoveTerminalInput",
  addInstitution: "AddInstitutionInput",
  changeInstitution: "ChangeInstitutionInput",
} as const;
type Verb = keyof typeof inputs;

const MERCHANT = "id state version categoryName terminals { id number closedAt } history { kind reason by { name } }";
interface Answer {
  readonly __typename: string;
  readonly reasons?: readonly string[];
  readonly merchant?: {
    readonly id: string;
    readonly state: string;
    readonly version: number;
    readonly categoryName: string | null;
    readonly terminals: readonly { readonly id: string; readonly number: string; readonly closedAt: string | null }[];
    readonly history: readonly { readonly kind: string; readonly reason: string | null }[];
  };
  readonly institution?: { readonly version: number; readonly name: string };
}

async function ask(verb: Verb, input: object, as: Pick<SignedIn, "query"> = api.as("ADMINISTRATOR")): Promise<Answer> {
  const kept = verb.endsWith("Institution")
    ? "... on InstitutionKept { institution { version name } }"
    : `... on MerchantKept { merchant { ${MERCHANT} } }`;
  const { data, errors } = await as.query<{ answer: Answer } | null>(
    `mutation ($input: ${inputs[verb]}!) { answer: ${verb}(input: $input) { __typename ${kept} ... on RegistryRefused { reasons } } }`,
    { input },
  );
  if (data === null) throw new Error(errors[0]?.extensions?.code ?? "no answer");
  return data.answer;
}

const facts = { name: "Corner Shop", nameZh: "街角小店", categoryCode: "5411" };
const rowOf = (id: string) =>
  api.house.db.selectFrom("merchant").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const eventsOf = (id: string) =>
  api.house.db.selectFrom("registry_event").selectAll().where("merchant_id", "=", id).execute();
const globalId = (id: string) => toGlobalId("Merchant", id);

async function submit(change: object = {}) {
  const input = {
    slip: slipOf(paid),
    amount: { minor: paid.paidMinor, currency: "CNY" },
    reason: "DUPLICATE_CHARGE",
    contact: { name: "陈美玲", phone: "138 0013 8000" },
    idempotencyKey: newId(),
    ...change,
  };
  const { data } = await api
    .asStranger()
    .query<{ submitRequest: { __typename: string; reasons?: { code: string }[] } }>(
      "mutation ($input: SubmitRequestInput!) { submitRequest(input: $input) { __typename ... on RequestRefused { reasons { code } } } }",
      { input },
    );
  return data.submitRequest;
}
/** A slip of the same shop about a payment that no file has brought. */
const unknownSlip = () => ({ ...slipOf(paid), voucherNumber: "999999", merchantNumber: paid.merchantNumber });

describe("a merchant of the register", () => {
  test("is registered once, even by two at once, and its history says by whom", async () => {
    const input = { number: `N-${newId().slice(0, 8)}`, ...facts };
    const answers = await Promise.all([ask("addMerchant", input), ask("addMerchant", input)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["MerchantKept", "RegistryRefused"]);
    const added = answers.find(({ merchant }) => merchant !== undefined)?.merchant;
    expect(added).toMatchObject({ state: "OPEN", version: 1, history: [{ kind: "ADDED", by: {} }] });
    expect(added?.categoryName).not.toBeNull();
  });

  test("is refused with every reason, and nothing is written", async () => {
    const answer = await ask("addMerchant", { ...facts, number: "a number", categoryCode: "54" });
    expect(answer.reasons).toHaveLength(2);
    const id = await givenMerchant(api.house.db);
    const { name, name_zh: nameZh, category_code: categoryCode } = await rowOf(id);
    const same = { merchantId: globalId(id), expectedVersion: 1, name, nameZh, categoryCode };
    expect((await ask("changeMerchant", same)).reasons).toHaveLength(1);
    expect((await ask("changeMerchant", { ...same, categoryCode: "x" })).reasons).toHaveLength(1);
    expect((await ask("suspendMerchant", { merchantId: globalId(id), expectedVersion: 1 })).reasons).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ version: 1, state: "OPEN", name });
    expect(await eventsOf(id)).toEqual([]);
  });

  test("keeps what was before and after, and the slower of two is told", async () => {
    const id = await givenMerchant(api.house.db);
    const before = (await rowOf(id)).name;
    const told = { merchantId: globalId(id), expectedVersion: 1, reason: "New owner.", ...facts };
    const answers = await Promise.all([ask("changeMerchant", told), ask("changeMerchant", { ...told, name: "Other" })]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["MerchantKept", "StaleRegistryEntry"]);
    const [event, ...more] = await eventsOf(id);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ kind: "CHANGED", reason: "New owner." });
    expect(event?.changes[0]).toMatchObject({ field: "NAME", before, after: (await rowOf(id)).name });
    expect((await ask("closeMerchant", { merchantId: "x", expectedVersion: 1, reason: "r" })).__typename).toBe(
      "RegistryEntryNotFound",
    );
  });

  test("is for administrators alone", async () => {
    const told = { merchantId: globalId(await givenMerchant(api.house.db)), expectedVersion: 1, reason: "r" };
    for (const role of ["SUPERVISOR", "COMPLIANCE_OFFICER", "MERCHANT_VERIFIER"] as const)
      await expect(ask("suspendMerchant", told, api.as(role))).rejects.toThrow("FORBIDDEN");
  });

  test("is found by part of a name, by its number and by a terminal's", async () => {
    const number = `F-${newId().slice(-8)}`;
    const { merchant } = await ask("addMerchant", { ...facts, number, name: `Fresh ${number}` });
    await ask("addTerminal", { merchantId: merchant?.id, expectedVersion: 1, number: `T${number}` });
    for (const text of [`resh ${number}`, number, `T${number}`.toLowerCase()]) {
      const { data } = await api
        .as("ADMINISTRATOR")
        .query<{ merchants: { edges: { node: { id: string } }[] } }>(
          "query ($filter: MerchantFilter) { merchants(filter: $filter) { edges { node { id } } } }",
          { filter: { text, states: ["OPEN"] } },
        );
      expect(data.merchants.edges.map(({ node }) => node.id)).toEqual([merchant?.id]);
    }
  });
});

describe("new requests about a merchant", () => {
  const move = async (verb: Verb, more: object = {}) => {
    const { version } = await rowOf(paid.merchantId);
    return ask(verb, { merchantId: globalId(paid.merchantId), expectedVersion: version, reason: "As found.", ...more });
  };

  test("are not taken from the customer's form while it is suspended, and are again once it is open", async () => {
    expect((await move("suspendMerchant")).merchant).toMatchObject({ state: "SUSPENDED" });
    expect(await submit()).toMatchObject({ reasons: [{ code: "MERCHANT_SUSPENDED" }] });
    expect((await move("suspendMerchant")).reasons).toHaveLength(1);
    await move("reopenMerchant");
    expect(await submit()).toMatchObject({ __typename: "RequestSubmitted" });
  });

  test("are taken about what was paid there before it closed, and not about what no file knows", async () => {
    await move("closeMerchant");
    expect(await submit({ slip: unknownSlip() })).toMatchObject({ reasons: [{ code: "MERCHANT_CLOSED" }] });
    expect(await submit()).toMatchObject({ __typename: "RequestSubmitted" });
  });

  test("find no merchant by a terminal that is closed, and find it again once it is open", async () => {
    const { terminals = [] } = (await move("addTerminal", { number: `X-${newId().slice(0, 8)}` })).merchant ?? {};
    const added = terminals.find(({ number }) => number.startsWith("X-"));
    const slip = { ...unknownSlip(), merchantNumber: null, terminalNumber: added?.number };
    await move("closeTerminal", { terminalId: added?.id });
    expect((await move("closeTerminal", { terminalId: added?.id })).reasons).toHaveLength(1);
    expect(await submit({ slip })).toMatchObject({ reasons: [{ code: "MERCHANT_UNKNOWN" }] });
    await move("reopenTerminal", { terminalId: added?.id });
    expect(await submit({ slip })).toMatchObject({ __typename: "RequestSubmitted" });
    expect((await eventsOf(paid.merchantId)).map(({ kind }) => kind)).toEqual([
      "TERMINAL_ADDED",
      "TERMINAL_CLOSED",
      "TERMINAL_REOPENED",
    ]);
  });

  test("a terminal of another merchant, or one that is there already, is refused", async () => {
    const other = await givenPayment(api.house.db);
    const foreign = await api.house.db
      .selectFrom("terminal")
      .selectAll()
      .where("merchant_id", "=", other.merchantId)
      .executeTakeFirstOrThrow();
    expect((await move("closeTerminal", { terminalId: toGlobalId("Terminal", foreign.id) })).reasons).toHaveLength(1);
    await move("addTerminal", { number: "SAME-1" });
    expect((await move("addTerminal", { number: "SAME-1" })).reasons).toHaveLength(1);
    expect((await move("addTerminal", { number: "two words" })).reasons).toHaveLength(1);
  });
});

describe("an institution of the register", () => {
  test("is registered once and renamed, and its code stays", async () => {
    const code = `BIC-${newId().slice(0, 8)}`;
    const answers = await Promise.all([1, 2].map(() => ask("addInstitution", { code, name: "Lakeside Bank" })));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["InstitutionKept", "RegistryRefused"]);
    expect((await ask("addInstitution", { code: "a code", name: "x" })).reasons).toHaveLength(1);
    const id = await givenInstitution(api.house.db);
    const told = {
      institutionId: toGlobalId("Institution", id),
      expectedVersion: 1,
      name: "Hillside",
      nameZh: "山边银行",
    };
    expect((await ask("changeInstitution", told)).institution).toEqual({ version: 2, name: "Hillside" });
    expect((await ask("changeInstitution", told)).__typename).toBe("StaleRegistryEntry");
    expect((await ask("changeInstitution", { ...told, expectedVersion: 2 })).reasons).toHaveLength(1);
    await expect(ask("changeInstitution", told, api.as("BANK_OFFICER"))).rejects.toThrow("FORBIDDEN");
  });
});
