import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { caseLinkToken } from "../../server/cases/case-link.ts";
import { linkOutlivesCaseByDays } from "../../server/cases/queries/find-customer.ts";
import { newId } from "../../server/kernel/ids.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { ApiClient } from "../support/api-client.ts";
import { type GivenPayment, givenPayment, slipOf } from "../support/given-payment.ts";
import { countRows, tablesWith } from "../support/what-is-stored.ts";

let api: TestApi;
let paid: GivenPayment;
let number: string;
let token: string;
let phone: string;
let people = 0;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.clock.advance({ hours: 6 });
  paid = await givenPayment(api.house.db);
  phone = `1380013${String(++people).padStart(4, "0")}`;
  ({ number, token } = await submitted());
});

const SUBMIT = `mutation ($input: SubmitRequestInput!) {
  submitRequest(input: $input) { __typename ... on RequestSubmitted { number trackingToken } }
}`;
const RESEND = `mutation ($input: ResendCaseLinkInput!) {
  resendCaseLink(input: $input) {
    __typename
    ... on LinkResent { message }
    ... on RequestRefused { reasons { code } }
  }
}`;

const key = newId();
async function submitted(
  idempotencyKey: string = newId(),
): Promise<{ readonly number: string; readonly token: string }> {
  const input = {
    ...{ slip: slipOf(paid), amount: { minor: paid.paidMinor, currency: "CNY" }, reason: "DUPLICATE_CHARGE" },
    ...{ contact: { name: "陈美玲", phone: `+86 ${phone}`, email: `chen${people}@customer.test` }, idempotencyKey },
  };
  const { data } = await api
    .asStranger()
    .query<{ submitRequest: { number: string; trackingToken: string } }>(SUBMIT, { input });
  return { number: data.submitRequest.number, token: data.submitRequest.trackingToken };
}

async function resend(input: object, as = api.asStranger()): Promise<Record<string, unknown>> {
  return (await as.query<{ resendCaseLink: Record<string, unknown> }>(RESEND, { input })).data.resendCaseLink;
}

async function opens(link: string): Promise<boolean> {
  const asked = "query ($token: String!) { trackedCase(token: $token) { number } }";
  return (await api.asStranger().query<{ trackedCase: unknown }>(asked, { token: link })).data.trackedCase !== null;
}

const found = () => api.house.db.selectFrom("cases").selectAll().where("number", "=", number).executeTakeFirstOrThrow();
async function newLink(): Promise<string> {
  const { id, link_key } = await found();
  return caseLinkToken(api.house.signing, id, link_key ?? "");
}
const linkNotices = async () =>
  api.house.db
    .selectFrom("notice")
    .select(["channel", "state", "fields", "link"])
    .where("case_id", "=", (await found()).id)
    .where("kind", "=", "CASE_LINK")
    .execute();

describe("a lost link", () => {
  test.each<[string, () => object, string]>([
    ["the case's number and the phone", () => ({ number, contact: phone }), "SMS"],
    [
      "the number in small letters, with blanks",
      () => ({ number: ` ${number.toLowerCase()} `, contact: phone }),
      "SMS",
    ],
    ["the phone with China before it", () => ({ number, contact: `0086 ${phone}` }), "SMS"],
    ["the e-mail address", () => ({ number, contact: `CHEN${people}@customer.test` }), "EMAIL"],
    ["the voucher", () => ({ number: String(Number(paid.voucherNumber)), contact: phone }), "SMS"],
    ["the retrieval reference", () => ({ number: paid.retrievalReference, contact: phone }), "SMS"],
  ])("by %s: a new one goes to that contact, and the old one ends", async (_what, known, channel) => {
    const answer = await resend(known());
    expect(answer).toMatchObject({ __typename: "LinkResent", message: expect.stringMatching(/on its way/) });
    expect(await opens(token)).toBe(false);
    expect(await opens(await newLink())).toBe(true);
    expect(await linkNotices()).toMatchObject([{ channel, fields: { caseNumber: number }, link: null }]);
  });

  test("is told the same whether it was found or not, and is stored nowhere", async () => {
    const rows = await countRows(api.house.db);
    const unknown = [
      await resend({ number: "RD-26-999999", contact: phone }),
      await resend({ number, contact: "13900139000" }),
      await resend({ number, contact: "nobody@customer.test" }),
      await resend({ number: "000000", contact: "13900139001" }),
    ];
    expect(await countRows(api.house.db)).toEqual(rows);
    expect(await opens(token)).toBe(true);
    const known = await resend({ number, contact: phone });
    for (const answer of unknown) expect(answer).toEqual(known);
    expect(JSON.stringify(known)).not.toContain(number);
    expect(await tablesWith(api.house.db, [await newLink()])).toEqual([]);
  });

  test("asked for twice at once, and again while it is on its way, is made once", async () => {
    await Promise.all([resend({ number, contact: phone }), resend({ number: paid.voucherNumber, contact: phone })]);
    const link = await newLink();
    api.clock.advance({ minutes: 9 });
    await resend({ number, contact: `chen${people}@customer.test` });
    expect(await linkNotices()).toHaveLength(1);
    expect(await opens(link)).toBe(true);
    api.clock.advance({ minutes: 1 });
    await resend({ number, contact: `chen${people}@customer.test` });
    expect(await opens(link)).toBe(false);
  });

  test("of a request that is sent again under its key is answered with the link that opens now", async () => {
    ({ number } = await (async () => {
      paid = await givenPayment(api.house.db);
      return submitted(key);
    })());
    await resend({ number, contact: phone });
    expect((await submitted(key)).token).toBe(await newLink());
  });

  test("is not sent for a case that closed half a year ago", async () => {
    const closed = { closed_at: api.clock.now(), state: "CLOSED", outcome: "DECLINED" } as const;
    await api.house.db.updateTable("cases").set(closed).where("number", "=", number).execute();
    api.clock.advance({ days: linkOutlivesCaseByDays });
    await resend({ number, contact: phone });
    expect(await linkNotices()).toEqual([]);
  });

  test.each([
    ["no number", { number: " ", contact: "13800138000" }, ["SLIP_NUMBER"]],
    ["no contact", { number: "1", contact: "" }, ["CONTACT_MISSING"]],
    ["neither a phone nor an e-mail address", { number: "1", contact: "call me" }, ["PHONE_INVALID"]],
    ["half an e-mail address", { number: "", contact: "li@" }, ["SLIP_NUMBER", "EMAIL_INVALID"]],
  ])("with %s is refused for that reason, and nothing is written", async (_what, input, codes) => {
    const rows = await countRows(api.house.db);
    const answer = await resend(input);
    expect(answer).toMatchObject({ __typename: "RequestRefused", reasons: codes.map((code) => ({ code })) });
    expect(await countRows(api.house.db)).toEqual(rows);
  });

  test("rings at nobody's telephone all day: three for a contact, from wherever, known or not", async () => {
    const from = (at: number) => new ApiClient(api.app, {}, `198.51.100.${at}`);
    for (let at = 1; at <= 3; at++)
      expect(await resend({ number: "1", contact: phone }, from(at))).toMatchObject({ __typename: "LinkResent" });
    expect(await resend({ number, contact: phone }, from(4))).toMatchObject({ reasons: [{ code: "TOO_MANY_TRIES" }] });
    expect(await opens(token)).toBe(true);
  });

  test("is asked for ten times by one address, and then not for a while", async () => {
    const guesser = new ApiClient(api.app, {}, "203.0.113.77");
    for (let n = 0; n < 10; n++) await resend({ number: "1", contact: `1390000${1000 + n}` }, guesser);
    expect(await resend({ number, contact: phone }, guesser)).toMatchObject({ reasons: [{ code: "TOO_MANY_TRIES" }] });
  });
});
