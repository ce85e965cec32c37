import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../server/kernel/ids.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { ApiClient } from "../support/api-client.ts";
import { type GivenPayment, givenPayment, slipOf } from "../support/given-payment.ts";
import { type GivenPuzzle, solve } from "../support/solve-puzzle.ts";
import { countRows } from "../support/what-is-stored.ts";

let api: TestApi;
let paid: GivenPayment;
beforeAll(async () => {
  api = await startTestApi({ calm: { own: 3, all: 40 } });
});
afterAll(() => api.close());
beforeEach(async () => {
  paid = await givenPayment(api.house.db);
  api.clock.advance({ hours: 3 });
});

type Answer = {
  readonly __typename: string;
  readonly reasons?: readonly { readonly code: string; readonly message: string }[];
  readonly puzzle?: GivenPuzzle | null;
};

const refused = "... on RequestRefused { reasons { code message } puzzle { token seed bits pieces expiresAt } }";
const FIND = `query ($slip: PaymentSlipInput!, $puzzle: PuzzleSolutionInput) {
  findPayment(slip: $slip, puzzle: $puzzle) { __typename ${refused} }
}`;
const SUBMIT = `mutation ($input: SubmitRequestInput!) {
  submitRequest(input: $input) { __typename ${refused} }
}`;

let visitors = 0;
const somebody = () => new ApiClient(api.app, {}, `198.51.100.${++visitors}`);

async function find(as: ApiClient, puzzle: object | null = null): Promise<Answer> {
  return (await as.query<{ findPayment: Answer }>(FIND, { slip: slipOf(paid), puzzle })).data.findPayment;
}

const form = () => ({
  ...{ slip: slipOf(paid), amount: { minor: paid.paidMinor, currency: "CNY" }, reason: "DUPLICATE_CHARGE" },
  ...{ contact: { name: "陈美玲", phone: "13800138000" }, idempotencyKey: newId() },
});

async function submit(as: ApiClient, input: object): Promise<Answer> {
  return (await as.query<{ submitRequest: Answer }>(SUBMIT, { input })).data.submitRequest;
}

/** Asks until there is a puzzle. */
async function untilPuzzle(as: ApiClient): Promise<GivenPuzzle> {
  for (let turn = 0; turn < 10; turn++) {
    const { puzzle } = await find(as);
    if (puzzle != null) return puzzle;
  }
  throw new Error("Nobody was asked for anything");
}

describe("the puzzle", () => {
  test("is asked of nobody while it is calm, and of one address that asks too much", async () => {
    const eager = somebody();
    for (let turn = 0; turn < 3; turn++) expect(await find(eager)).toMatchObject({ __typename: "PaymentFound" });
    expect(await find(eager)).toMatchObject({
      __typename: "RequestRefused",
      reasons: [{ code: "PUZZLE_NEEDED", message: expect.stringMatching(/by itself/) }],
      puzzle: { bits: 12, pieces: 8, expiresAt: expect.any(String) },
    });
    expect(await find(somebody())).toMatchObject({ __typename: "PaymentFound" });
  });

  test("solved, it opens once", async () => {
    const eager = somebody();
    const solution = solve(await untilPuzzle(eager));
    expect(await find(eager, solution)).toMatchObject({ __typename: "PaymentFound" });
    expect(await find(eager, solution)).toMatchObject({ reasons: [{ code: "PUZZLE_NEEDED" }] });
  });

  test("of twenty who bring one solution at once, one comes in", async () => {
    const eager = somebody();
    const solution = solve(await untilPuzzle(eager));
    const answers = await Promise.all(Array.from({ length: 20 }, () => find(eager, solution)));
    expect(answers.filter(({ __typename }) => __typename === "PaymentFound")).toHaveLength(1);
  });

  test("is solved for one purpose only", async () => {
    const eager = somebody();
    const solution = solve(await untilPuzzle(eager));
    const before = await countRows(api.house.db);
    expect(await submit(eager, { ...form(), puzzle: solution })).toMatchObject({
      reasons: [{ code: "PUZZLE_NEEDED" }],
    });
    expect(await countRows(api.house.db)).toEqual(before);
  });

  test("runs out after five minutes", async () => {
    const eager = somebody();
    const solution = solve(await untilPuzzle(eager));
    api.clock.advance({ minutes: 5 });
    for (let turn = 0; turn < 3; turn++) await find(eager);
    expect(await find(eager, solution)).toMatchObject({ reasons: [{ code: "PUZZLE_NEEDED" }] });
  });

  test.each<[string, (right: ReturnType<typeof solve>) => object]>([
    ["no answers", ({ token }) => ({ token, answers: [] })],
    ["a wrong answer", ({ token, answers }) => ({ token, answers: answers.map((n, i) => (i === 7 ? n + 1 : n)) })],
    ["answers below nothing", ({ token, answers }) => ({ token, answers: answers.map((n) => -n - 1) })],
    ["one answer too many", ({ token, answers }) => ({ token, answers: [...answers, 1] })],
    [
      "an easier puzzle than the one that was given",
      ({ token, answers }) => ({ token: token.replace(".12.", ".0."), answers }),
    ],
    ["a later end", ({ token, answers }) => ({ token: token.replace(/\.(\d{13})\./, ".9999999999999."), answers })],
    ["somebody's own token", ({ answers }) => ({ token: "AAAA.1.9999999999999.AAAA", answers })],
    ["an endless token", ({ answers }) => ({ token: "x".repeat(10_000), answers })],
  ])("is not solved by %s", async (_what, spoil) => {
    const eager = somebody();
    const right = solve(await untilPuzzle(eager));
    expect(await find(eager, spoil(right))).toMatchObject({ reasons: [{ code: "PUZZLE_NEEDED" }] });
    // The right one has not been used up by that.
    expect(await find(eager, right)).toMatchObject({ __typename: "PaymentFound" });
  });

  test("grows harder as a flood swells, for everybody, and easy again when it has gone", async () => {
    const asked = await Promise.all(Array.from({ length: 400 }, () => find(somebody())));
    const bits = asked.map(({ puzzle }) => puzzle?.bits ?? 0);
    expect(bits.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 0));
    expect(Math.max(...bits)).toBe(15);
    expect((await find(somebody())).puzzle?.bits).toBe(15);
    api.clock.advance({ minutes: 10 });
    expect(await find(somebody())).toMatchObject({ __typename: "PaymentFound" });
  });

  test("holds up no request that is sent with it, and nothing is written before it is solved", async () => {
    const eager = somebody();
    await untilPuzzle(eager);
    const input = form();
    const before = await countRows(api.house.db);
    const { puzzle } = await submit(eager, input);
    expect(await countRows(api.house.db)).toEqual(before);
    expect(await submit(eager, { ...input, puzzle: puzzle == null ? null : solve(puzzle) })).toMatchObject({
      __typename: "RequestSubmitted",
    });
  });

  test("is asked of no machine that has a key", async () => {
    const machine = await api.asMachine(api.as("SUPPORT_AGENT").staffId);
    for (let turn = 0; turn < 10; turn++) expect(await find(machine)).toMatchObject({ __typename: "PaymentFound" });
  });

  test("leaves nothing behind once it has run out", async () => {
    const eager = somebody();
    await find(eager, solve(await untilPuzzle(eager)));
    api.clock.advance({ minutes: 6 });
    for (let turn = 0; turn < 3; turn++) await find(eager);
    await find(eager, solve(await untilPuzzle(eager)));
    expect(await api.house.db.selectFrom("spent_puzzle").selectAll().execute()).toHaveLength(1);
  });
});
