import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openForCustomer } from "../../server/cases/actions/open-for-customer.ts";
import { addDays, day } from "../../server/kernel/day.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { sha256 } from "../../server/platform/journal.ts";
import { findStaffActor } from "../../server/staff/queries/find-actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { ApiClient } from "../support/api-client.ts";
import { eventKinds } from "../support/given-case.ts";
import { type GivenPayment, givenPayment, slipOf } from "../support/given-payment.ts";
import { meanwhile, naming } from "../support/meanwhile.ts";

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

const FIND = `query ($slip: PaymentSlipInput!) {
  findPayment(slip: $slip) {
    __typename
    ... on PaymentFound { merchantName { zh en } paid { minor currency } paidAt cardNetwork cardLast4 voucherNumber terminalNumber }
    ... on RequestRefused { reasons { code message } }
    ... on Problem { message }
  }
}`;

const SUBMIT = `mutation ($input: SubmitRequestInput!) {
  submitRequest(input: $input) {
    __typename
    ... on RequestSubmitted { number trackingToken paymentFound message trackedCase { number state sentence paidOn } }
    ... on RequestRefused { reasons { code message } }
    ... on Problem { message }
  }
}`;

type Answer = { readonly __typename: string; readonly reasons?: readonly { code: string; message: string }[] } & Record<
  string,
  unknown
>;

async function find(slip: object, as: ApiClient = api.asStranger()): Promise<Answer> {
  return (await as.query<{ findPayment: Answer }>(FIND, { slip })).data.findPayment;
}

const contact = { name: "陈美玲", phone: "138 0013 8000" };

function form(change: object = {}) {
  return {
    slip: slipOf(paid),
    amount: { minor: paid.paidMinor, currency: "CNY" },
    reason: "DUPLICATE_CHARGE",
    message: "刷了两次",
    contact,
    idempotencyKey: newId(),
    ...change,
  };
}

async function submit(input: object, as: ApiClient = api.asStranger()): Promise<Answer> {
  return (await as.query<{ submitRequest: Answer }>(SUBMIT, { input })).data.submitRequest;
}

function casesOver({ transactionId }: GivenPayment) {
  return api.house.db.selectFrom("cases").selectAll().where("transaction_id", "=", transactionId).execute();
}

async function countCases(): Promise<bigint> {
  const row = await api.house.db
    .selectFrom("cases")
    .select((eb) => eb.fn.countAll<bigint>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

describe("finding the payment", () => {
  test.each([
    [
      "voucher and amount",
      () => ({ voucherNumber: paid.voucherNumber, paid: { minor: paid.paidMinor, currency: "CNY" } }),
    ],
    [
      "voucher without its zeros and day",
      () => ({ voucherNumber: String(Number(paid.voucherNumber)), paidOn: paid.paidOn }),
    ],
    [
      "full-width digits of a Chinese keyboard",
      () => ({ voucherNumber: toFullWidth(paid.voucherNumber), paidOn: paid.paidOn }),
    ],
    ["RRN and day", () => ({ retrievalReference: ` ${paid.retrievalReference} `, paidOn: paid.paidOn })],
    [
      "the acquirer's number and amount",
      () => ({ reference: paid.reference, paid: { minor: paid.paidMinor, currency: "CNY" } }),
    ],
    [
      "all of it, and the terminal",
      () => ({ ...slipOf(paid), retrievalReference: paid.retrievalReference, terminalNumber: paid.terminalNumber }),
    ],
    [
      "the day before, by the shop's own clock",
      () => ({ voucherNumber: paid.voucherNumber, paidOn: addDays(day(paid.paidOn), -1) }),
    ],
  ])("by %s", async (_how, slip) => {
    expect(await find({ cardLast4: paid.cardLast4, ...slip() })).toMatchObject({
      __typename: "PaymentFound",
      paid: { minor: paid.paidMinor, currency: "CNY" },
      cardLast4: paid.cardLast4,
      voucherNumber: paid.voucherNumber,
    });
  });

  test("wrong combinations answer alike, to the letter, whatever part of them was right", async () => {
    const whole = slipOf(paid);
    const other = await givenPayment(api.house.db);
    const answers = [
      await find({ ...whole, cardLast4: other.cardLast4 === paid.cardLast4 ? "0000" : other.cardLast4 }),
      await find({ ...whole, voucherNumber: other.voucherNumber }),
      await find({ ...whole, paid: { minor: "129901", currency: "CNY" } }),
      await find({ ...whole, paid: { minor: "129900", currency: "USD" } }),
      await find({ ...whole, paidOn: addDays(day(paid.paidOn), -5) }),
      await find({ ...whole, terminalNumber: other.terminalNumber }),
      await find({ voucherNumber: "999999999", cardLast4: "9999", paidOn: paid.paidOn }),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({
      __typename: "PaymentNotFound",
      message: expect.stringMatching(/No payment fits/),
    });
  });

  test("says all that is missing on the slip", async () => {
    const { reasons } = await find({ cardLast4: "6222021001116245888" });
    expect(reasons?.map(({ code }) => code)).toEqual(["SLIP_NUMBER", "SLIP_LAST_FOUR", "SLIP_PAID"]);
  });

  test("a refund or a void is not a payment", async () => {
    await api.house.db
      .updateTable("transaction")
      .set({ kind: "REFUND" })
      .where("id", "=", paid.transactionId)
      .execute();
    expect(await find(slipOf(paid))).toMatchObject({ __typename: "PaymentNotFound" });
  });

  test("whoever guesses runs dry, and is then told nothing even of a right slip; others are not held up", async () => {
    const guesser = new ApiClient(api.app, {}, "203.0.113.7");
    const guess = () => find({ voucherNumber: "123", cardLast4: "0000", paidOn: "2020-01-01" }, guesser);
    await Promise.all(Array.from({ length: 40 }, guess));
    expect(await find(slipOf(paid), guesser)).toMatchObject({
      __typename: "RequestRefused",
      reasons: [{ code: "TOO_MANY_TRIES" }],
    });
    expect(await submit(form(), guesser)).toMatchObject({
      __typename: "RequestRefused",
      reasons: [{ code: "TOO_MANY_TRIES" }],
    });
    expect(await find(slipOf(paid))).toMatchObject({ __typename: "PaymentFound" });
    api.clock.advance({ minutes: 1 });
    expect(await find(slipOf(paid), guesser)).toMatchObject({ __typename: "PaymentFound" });
  });
});

describe("a request", () => {
  test("is answered with its number and link, stored, and journalled", async () => {
    const answer = await submit(form());
    expect(answer).toMatchObject({
      __typename: "RequestSubmitted",
      paymentFound: true,
      number: expect.stringMatching(/^RD-\d\d-\d{6}$/),
    });
    const token = String(answer["trackingToken"]);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(answer["trackedCase"]).toMatchObject({ number: answer["number"], state: "NEW", paidOn: paid.paidOn });

    const [row] = await casesOver(paid);
    expect(row).toMatchObject({
      number: answer["number"],
      origin: "CUSTOMER",
      channel: "WEB",
      link_hash: sha256(token),
      merchant_id: paid.merchantId,
    });
    expect(JSON.stringify(await api.house.db.selectFrom("idempotency_key").selectAll().execute())).not.toContain(token);
    const customer = await api.house.db
      .selectFrom("customer")
      .selectAll()
      .where("id", "=", row?.customer_id ?? "")
      .executeTakeFirst();
    expect(customer).toMatchObject({ name: "陈美玲", phone: "13800138000", locale: "en" });
    expect(await eventKinds(api, row?.id ?? "")).toEqual(["OPEN"]);
    const event = await api.house.db
      .selectFrom("case_event")
      .selectAll()
      .where("hash", "=", row?.chain_head ?? "")
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({ actor_role: "CUSTOMER", actor_id: null });
    expect(JSON.stringify(event.data)).not.toMatch(/陈美玲|13800138000|刷了两次/);
  });

  test("sent twenty times at once under one key is one case, and all are given the same link", async () => {
    const input = form();
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(input)));
    expect(new Set(answers.map((answer) => answer["trackingToken"])).size).toBe(1);
    expect(answers.every(({ __typename }) => __typename === "RequestSubmitted")).toBe(true);
    expect(await casesOver(paid)).toHaveLength(1);
  });

  test("under a key that was used for another form is refused, and gives no link away", async () => {
    const input = form();
    await submit(input);
    const other = await submit({ ...input, message: "something else" });
    expect(other).toMatchObject({ __typename: "KeyReused" });
    expect(JSON.stringify(other)).not.toContain("RD-");
  });

  test("two at once over one payment are one case; the second is told that it is open", async () => {
    const answers = await Promise.all([
      submit(form()),
      submit(form({ contact: { name: "Li", email: "li@customer.test" } })),
    ]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["RequestRefused", "RequestSubmitted"]);
    expect(await casesOver(paid)).toHaveLength(1);
  });

  test("over a payment that has an open case names it only to whoever gives that case's contact", async () => {
    const first = await submit(form());
    const same = await submit(form({ contact: { name: "C", phone: "+86-138-0013-8000" } }));
    expect(same).toMatchObject({
      reasons: [{ code: "ALREADY_OPEN", message: expect.stringContaining(String(first["number"])) }],
    });
    const stranger = await submit(form({ contact: { name: "陈美玲", phone: "13900139000" } }));
    expect(stranger).toMatchObject({ reasons: [{ code: "ALREADY_OPEN" }] });
    expect(JSON.stringify(stranger)).not.toMatch(/RD-\d/);
    expect(await casesOver(paid)).toHaveLength(1);
  });

  test("for a payment that is not on file is taken where the slip names the merchant, with what it says", async () => {
    const slip = {
      voucherNumber: "000001",
      cardLast4: "4321",
      paid: { minor: "5000", currency: "CNY" },
      merchantNumber: paid.merchantNumber,
    };
    const answer = await submit(form({ slip, amount: { minor: "5000", currency: "CNY" } }));
    expect(answer).toMatchObject({
      __typename: "RequestSubmitted",
      paymentFound: false,
      message: expect.stringMatching(/look for it/),
    });
    const row = await api.house.db
      .selectFrom("cases")
      .selectAll()
      .where("number", "=", String(answer["number"]))
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ transaction_id: null, merchant_id: paid.merchantId });
    const event = await api.house.db
      .selectFrom("case_event")
      .select("data")
      .where("hash", "=", row.chain_head)
      .executeTakeFirstOrThrow();
    expect(event.data).toMatchObject({ slip: { voucherNumber: "000001", cardLast4: "4321" } });
  });

  test("or names a terminal that only one merchant has", async () => {
    const slip = {
      voucherNumber: "000002",
      cardLast4: "4321",
      paidOn: "2026-01-01",
      terminalNumber: paid.terminalNumber,
    };
    const answer = await submit(form({ slip, amount: { minor: "5000", currency: "CNY" } }));
    expect(answer).toMatchObject({ __typename: "RequestSubmitted", paymentFound: false });
  });

  test("for nothing that is known is refused, and nothing is written", async () => {
    const before = await countCases();
    const slip = { voucherNumber: "000003", cardLast4: "4321", paidOn: "2026-01-01", merchantNumber: "nobody" };
    // Whoever gave the merchant's number is not told to add it.
    const message = expect.stringContaining("no shop here has this merchant number");
    expect(await submit(form({ slip }))).toMatchObject({ reasons: [{ code: "MERCHANT_UNKNOWN", message }] });
    expect(await countCases()).toBe(before);
  });

  test("that was refused can be sent again under its key when it is put right", async () => {
    const input = form({ amount: { minor: "999999", currency: "CNY" } });
    expect(await submit(input)).toMatchObject({ reasons: [{ code: "ABOVE_PAID" }] });
    expect(await submit({ ...input, amount: { minor: "100", currency: "CNY" } })).toMatchObject({
      __typename: "RequestSubmitted",
    });
  });

  test.each([
    ["an amount of nothing", { amount: { minor: "0", currency: "CNY" } }, "AMOUNT_NOT_POSITIVE"],
    ["an amount below nothing", { amount: { minor: "-100", currency: "CNY" } }, "AMOUNT_NOT_POSITIVE"],
    ["an amount beyond any payment", { amount: { minor: "9000000000000000000", currency: "CNY" } }, "AMOUNT_TOO_LARGE"],
    ["a fen more than was paid", { amount: { minor: "129901", currency: "CNY" } }, "ABOVE_PAID"],
    ["another currency", { amount: { minor: "100", currency: "USD" } }, "CURRENCY_DIFFERS"],
    ["no name", { contact: { name: " \u200b ", phone: "13800138000" } }, "NAME_MISSING"],
    ["an endless name", { contact: { name: "长".repeat(81), phone: "13800138000" } }, "NAME_TOO_LONG"],
    ["no way to be reached", { contact: { name: "Li" } }, "CONTACT_MISSING"],
    ["a card number for a telephone", { contact: { name: "Li", phone: "378282246310005" } }, "PHONE_INVALID"],
    ["letters for a telephone", { contact: { name: "Li", phone: "call me" } }, "PHONE_INVALID"],
    ["half an e-mail address", { contact: { name: "Li", email: "li@" } }, "EMAIL_INVALID"],
    [
      "a whole card number for its last four",
      { slip: { voucherNumber: "1", cardLast4: "4111111111111111", paidOn: "2026-01-01" } },
      "SLIP_LAST_FOUR",
    ],
  ])("with %s is refused for that reason alone, and nothing is written", async (_what, change, code) => {
    const before = await countCases();
    const answer = await submit(form(change));
    expect(answer.reasons?.map((reason) => reason.code)).toEqual([code]);
    expect(answer.reasons?.[0]?.message).toMatch(/\w/);
    expect(await countCases()).toBe(before);
  });

  test("gives every reason, not the first", async () => {
    const answer = await submit(form({ slip: { cardLast4: "12" }, contact: { name: "", phone: "x", email: "y" } }));
    expect(answer.reasons?.map(({ code }) => code)).toEqual([
      ...["SLIP_NUMBER", "SLIP_LAST_FOUR", "SLIP_PAID", "NAME_MISSING", "PHONE_INVALID", "EMAIL_INVALID"],
    ]);
  });

  test("keeps no card number and no security code, wherever they were typed", async () => {
    const answer = await submit(
      form({
        message: "My card 4111 1111 1111 1111, CVV 123 \u202e evil",
        contact: { name: "Li 4111111111111111", email: "li@customer.test" },
        slip: {
          ...slipOf(paid),
          voucherNumber: null,
          reference: "6222021001116245888",
          merchantNumber: paid.merchantNumber,
        },
      }),
    );
    expect(answer).toMatchObject({ __typename: "RequestSubmitted", paymentFound: false });
    const { rows } = await api.house.database.pool.query(
      "select (select json_agg(m) from case_message m)::text || (select json_agg(c) from customer c)::text || (select json_agg(e) from case_event e)::text as all",
    );
    expect(rows[0].all).not.toMatch(/4111 ?1111 ?1111 ?1111|6222021001116245888|CVV 123|\u202e/);
    expect(rows[0].all).toMatch(/411111\*{6}1111/);
  });

  test("from a browser in which a colleague is signed in is the customer's all the same", async () => {
    await submit(form(), await api.as("SUPPORT_AGENT"));
    const [row] = await casesOver(paid);
    const event = await api.house.db
      .selectFrom("case_event")
      .selectAll()
      .where("hash", "=", row?.chain_head ?? "")
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({ actor_role: "CUSTOMER", actor_id: null });
  });

  test.each([
    ["a NUL", { message: "a\u0000b" }],
    ["an empty key", { idempotencyKey: "" }],
    ["a reason that is none", { reason: "BECAUSE" }],
    ["a text of a megabyte", { message: "x".repeat(200_000) }],
  ])("with %s is the caller's mistake, and never ours", async (_what, change) => {
    const { status } = await api.asStranger().send({ query: SUBMIT, variables: { input: form(change) } });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(await casesOver(paid)).toEqual([]);
  });
});

describe("an agent who takes a request down", () => {
  const OPEN = `mutation ($input: OpenCaseForCustomerInput!) {
    openCaseForCustomer(input: $input) {
      __typename
      ... on CaseOpened { case { id number channel origin state assignee { id } customer { name phone } } }
      ... on RequestRefused { reasons { code message } }
    }
  }`;
  const DUPLICATES = "query ($id: ID!) { duplicatesOf(transactionId: $id) { number } }";

  function taken(change: object = {}) {
    return {
      transactionId: toGlobalId("Transaction", paid.transactionId),
      channel: "PHONE",
      amount: { minor: "5000", currency: "CNY" },
      reason: "OTHER",
      message: "Called about the wrong tip.",
      contact: { ...contact, locale: "ZH_CN" },
      idempotencyKey: newId(),
      ...change,
    };
  }
  const open = async (input: object, as: ApiClient) =>
    (await as.query<{ openCaseForCustomer: Answer }>(OPEN, { input })).data?.openCaseForCustomer;

  test("opens it under their own name, once per key", async () => {
    const agent = await api.as("SUPPORT_AGENT");
    const input = taken();
    const answers = await Promise.all([open(input, agent), open(input, agent)]);
    expect(answers[0]).toMatchObject({
      __typename: "CaseOpened",
      case: {
        channel: "PHONE",
        origin: "CUSTOMER",
        state: "NEW",
        assignee: { id: toGlobalId("Staff", agent.staffId) },
        customer: { name: "陈美玲" },
      },
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(await casesOver(paid)).toHaveLength(1);
  });

  test("has none to their name where they are suspended as it is written, or move to duties without cases", async () => {
    for (const change of [{ active: false }, { role: "TRAINER" }] as const) {
      const { transactionId } = await givenPayment(api.house.db);
      const { staffId } = await api.another("SUPPORT_AGENT");
      const actor = await findStaffActor(api.house.db, staffId, api.clock.now());
      if (actor === null) throw new Error("The agent is at work");
      const moves = api.house.db.updateTable("staff").set(change).where("id", "=", staffId);
      const db = meanwhile(api.house.db, naming("captured_minor"), () => moves.execute());
      const answer = await openForCustomer(
        { ...api.house, db, actor, locale: "en" },
        {
          ...{ transactionId, origin: "CUSTOMER", channel: "PHONE", amount: money(5000n, "CNY") },
          ...{ reason: "OTHER", message: null, contact: { ...contact, email: null, locale: "zh-CN" } },
          ...{ despiteOpenCase: false, idempotencyKey: newId() },
        },
      );
      expect(answer).toMatchObject({ ok: true });
      const opened = api.house.db.selectFrom("cases").select("assignee_id").where("transaction_id", "=", transactionId);
      expect(await opened.execute()).toEqual([{ assignee_id: null }]);
    }
  });

  test("is shown the open case first, and opens another one only knowingly", async () => {
    const agent = await api.as("SUPPORT_AGENT");
    await open(taken(), agent);
    const number = (await casesOver(paid))[0]?.number ?? "none";
    const { data } = await agent.query(DUPLICATES, { id: toGlobalId("Transaction", paid.transactionId) });
    expect(data).toEqual({ duplicatesOf: [{ number }] });
    expect(await open(taken(), agent)).toMatchObject({
      reasons: [{ code: "ALREADY_OPEN", message: expect.stringContaining(number) }],
    });
    expect(await open(taken({ despiteOpenCase: true, origin: "MERCHANT" }), agent)).toMatchObject({
      case: { origin: "MERCHANT" },
    });
    expect(await casesOver(paid)).toHaveLength(2);
  });

  test("of a transaction that is not there opens nothing", async () => {
    const agent = await api.as("SUPPORT_AGENT");
    for (const transactionId of [
      toGlobalId("Transaction", newId()),
      "garbled",
      toGlobalId("Case", paid.transactionId),
    ]) {
      expect(await open(taken({ transactionId }), agent)).toMatchObject({ reasons: [{ code: "TRANSACTION_UNKNOWN" }] });
    }
  });

  test.each(["MERCHANT_VERIFIER", "BANK_OFFICER", "COMPLIANCE_OFFICER", "TRAINER", "ADMINISTRATOR"] as const)(
    "is not the %s",
    async (role) => {
      expect(await open(taken(), await api.as(role))).toBeUndefined();
      expect(await casesOver(paid)).toEqual([]);
    },
  );
});

function toFullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
