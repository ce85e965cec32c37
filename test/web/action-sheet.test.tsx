import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { Provider } from "urql";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TimelineEventFragment } from "../../web/cases/TimelineEvent.tsx";
import { makeClient } from "../../web/graphql/client.ts";
import { ActionSheet } from "../../web/pages/case-actions/ActionSheet.tsx";
import { ActionSheetFragment } from "../../web/pages/case-actions/action-sheet-case.ts";
import { WhatChangedFragment } from "../../web/pages/case-actions/WhatChanged.tsx";
import { show } from "./support.tsx";

type Changed = ResultOf<typeof WhatChangedFragment>;
type Data = Omit<ResultOf<typeof ActionSheetFragment>, " $fragmentRefs"> & Pick<Changed, "events">;

function anEvent(sequence: number, body: string, actor: { readonly id: string } | null = null) {
  const inner = maskFragments([TimelineEventFragment], {
    kind: "SEND_MESSAGE",
    sequence,
    from: "VERIFYING",
    to: "VERIFYING",
    at: "2026-10-09T08:00:00.000Z",
    actorRole: "CUSTOMER",
    byKey: null,
    actor: null,
    messages: [{ id: `m${sequence}`, thread: "CUSTOMER", saidBy: "DESK", body, mentions: [] }],
    facts: [],
  });
  return { node: { id: `e${sequence}`, ...inner, sequence, actor } };
}

function aCase({ events, ...change }: Partial<Data> = {}) {
  const changed = maskFragments([WhatChangedFragment], {
    state: "VERIFYING",
    customer: { id: "u1", name: "Emma Clarke" },
    events: events ?? { edges: [anEvent(1, "I returned it.")] },
  });
  const data: ResultOf<typeof ActionSheetFragment> = {
    ...changed,
    id: "c1",
    number: "RD-26-000001",
    version: 4,
    state: "VERIFYING",
    amount: { minor: "246000", currency: "CNY" },
    proposed: null,
    refundable: { minor: "246000", currency: "CNY" },
    offer: null,
    ownWord: { action: "APPROVE_REFUND", isEnough: true },
    customer: { id: "u1", name: "Emma Clarke", locale: "EN" },
    merchant: { id: "m1" },
    assignee: null,
    availableActions: [
      { action: "DECLINE_REQUEST", allowed: true, reasons: [] },
      { action: "APPROVE_REFUND", allowed: true, reasons: [] },
      { action: "GRANT_APPROVAL", allowed: true, reasons: [] },
    ],
    decision: null,
    transaction: null,
    dispute: null,
    referral: null,
    ...change,
  };
  return maskFragments([ActionSheetFragment], data);
}

interface Sent {
  readonly variables: { readonly input: Readonly<Record<string, unknown>> };
}
const sent: Sent[] = [];
const cny = (minor: string) => ({ __typename: "Money", minor, currency: "CNY" });
const sale = (refundable: string, held: string, onItsWay = "0") => ({
  __typename: "SaleMoney",
  ...{ refunded: cny("0"), chargedBack: cny("0"), paidTwice: cny("0"), refundable: cny(refundable) },
  ...{ held: cny(held), onItsWay: cny(onItsWay) },
});
const text = (locale: string, body: string) => ({
  __typename: "ForeseenText",
  locale,
  text: { __typename: "NoticeText", subject: "About your request", body, sms: null },
});
/** What the server says of an action before it is taken. */
let outlook: object | null = null;
const anOutlook = (change: object = {}) => ({
  __typename: "ActionOutlook",
  goesTo: "AWAITING_APPROVAL",
  limit: null,
  arrivesOn: null,
  fee: null,
  card: { __typename: "PayingCard", network: "UNIONPAY", last4: "4417" },
  policy: { __typename: "PolicyPlace", version: 7, rowNumber: 3 },
  suggestion: { __typename: "SuggestedWords", zh: "抱歉，不能退款。", en: "Sorry, no refund." },
  agreements: [
    {
      __typename: "NeededAgreement",
      right: "APPROVAL_FIRST",
      staff: [{ __typename: "Staff", id: "s1", name: "Zhou Haiyan" }],
    },
  ],
  money: { __typename: "MoneyOutlook", before: sale("328000", "0"), after: sale("228000", "100000") },
  notices: [
    {
      __typename: "ForeseenNotice",
      ...{ kind: "REQUEST_DECLINED", audience: "CUSTOMER" },
      deliveries: [{ __typename: "ForeseenDelivery", channel: "EMAIL", locale: "EN", address: "e***@example.com" }],
      texts: [text("ZH_CN", "我们已经决定：{message}"), text("EN", "We have decided: {message}")],
    },
  ],
  ...change,
});
let outlookAnswer = (_asked: { readonly amount?: { readonly minor: string } | null }): Response | Promise<Response> =>
  new Response(JSON.stringify({ data: { __typename: "Query", actionOutlook: outlook } }), {
    headers: { "content-type": "application/json" },
  });
let answer: () => Response | Promise<Response> = () => new Response();
const result = (data: object) => () =>
  new Response(JSON.stringify({ data: { __typename: "Mutation", result: data } }), {
    headers: { "content-type": "application/json" },
  });

beforeEach(() => {
  sent.length = 0;
  outlook = null;
  vi.stubGlobal("fetch", async (_url: string, init: { readonly body: string }) => {
    const asked = JSON.parse(init.body);
    if ("id" in asked.variables) return outlookAnswer(asked.variables.input);
    sent.push(asked);
    return answer();
  });
});
afterEach(() => void vi.unstubAllGlobals());

async function open(
  action:
    | "DECLINE_REQUEST"
    | "APPROVE_REFUND"
    | "GRANT_APPROVAL"
    | "ASSIGN"
    | "ESCALATE_TO_BANK"
    | "RECORD_AGENCY_OUTCOME",
  of = aCase(),
  takerId: string | null = null,
) {
  const client = makeClient({ language: "en", onSignedOut: () => undefined });
  const [onDone, onClose] = [vi.fn(), vi.fn()];
  const sheet = (shown: ReturnType<typeof aCase>) => (
    <Provider value={client}>
      <ActionSheet
        case={shown}
        action={action}
        viewerId="me"
        isDesk
        takerId={takerId}
        onClose={onClose}
        onDone={onDone}
      />
    </Provider>
  );
  const drawn = await show(sheet(of));
  const again = (next: ReturnType<typeof aCase>) => drawn.redraw(sheet(next));
  return { ...drawn, onDone, onClose, again };
}

const reason = () => screen.getByLabelText<HTMLTextAreaElement>("Reason");
const press = async (name: string | RegExp) => {
  await waitFor(() => expect(screen.getByRole("button", { name }).getAttribute("aria-busy")).not.toBe("true"));
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
  });
};

describe("a case that is given to somebody", () => {
  const mayAssign = (assignee: { readonly id: string } | null = null) =>
    aCase({ availableActions: [{ action: "ASSIGN", allowed: true, reasons: [] }], assignee });
  const taken = () => sent.filter(({ variables }) => "input" in variables && "assigneeId" in variables.input);

  test("goes to whoever asks, unless they choose somebody else", async () => {
    answer = result({ __typename: "CaseNotFound", message: "It is not there." });
    await open("ASSIGN", mayAssign(), "me");
    expect(screen.getByText("This colleague works on it from now on.")).toBeTruthy();
    await press("Assign");
    expect(taken().map(({ variables }) => variables.input["assigneeId"])).toEqual(["me"]);
  });

  test("is not given to whoever has it: that nothing would change is said, and nothing can be pressed", async () => {
    const { again } = await open("ASSIGN", mayAssign(), "me");
    again(mayAssign({ id: "me" }));
    expect(screen.getByText(/has the case already, so nothing would change/)).toBeTruthy();
    expect(screen.queryByText("This colleague works on it from now on.")).toBeNull();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Assign" }).disabled).toBe(true);
    again(mayAssign({ id: "somebody else" }));
    expect(screen.getByText("This colleague works on it from now on.")).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Assign" }).disabled).toBe(false);
  });

  test("asks who would be told of the colleague who is chosen, or of nobody", async () => {
    const foreseen = outlookAnswer;
    const asked: unknown[] = [];
    outlookAnswer = (input) => {
      asked.push(input);
      return foreseen(input);
    };
    await open("ASSIGN", mayAssign(), "me");
    await open("ASSIGN", mayAssign());
    outlookAnswer = foreseen;
    expect(asked).toMatchObject([{ assigneeId: "me" }, { assigneeId: null }]);
  });

  test("says so where nobody would have it", async () => {
    await open("ASSIGN", mayAssign());
    expect(screen.getByText("Nobody has it from then on; it waits for whoever takes it.")).toBeTruthy();
    expect(screen.queryByText("This colleague works on it from now on.")).toBeNull();
  });
});

describe("an action before it is taken", () => {
  test("says what will happen, and who reads what is written", async () => {
    await open("DECLINE_REQUEST");
    expect(screen.getByText(/may contest it within the appeal window/)).toBeTruthy();
    expect(reason().getAttribute("aria-describedby")).not.toBeNull();
    expect(screen.getByText("The customer reads this.")).toBeTruthy();
  });

  test("names its amount on the button, and shows the money before and after", async () => {
    outlook = anOutlook();
    await open("APPROVE_REFUND");
    fireEvent.change(screen.getByLabelText("Amount"), { target: { value: "1,000" } });
    expect(screen.getByRole("button", { name: /CNY\s1,000\.00$/ })).toBeTruthy();
    const money = await screen.findByRole("table", { name: "Money" });
    expect(money.textContent).toMatch(/Held, not sent yet.*0\.00.*1,000\.00/);
    expect(money.textContent).toMatch(/3,280\.00.*2,280\.00/);
  });

  test("says what the refund costs, and that the shop bears it, before it is confirmed", async () => {
    outlook = anOutlook({ fee: { __typename: "RefundFee", borneBy: "MERCHANT", amount: cny("1476") } });
    await open("APPROVE_REFUND");
    const fee = await screen.findByText("Fee by policy, borne by the shop");
    expect(fee.parentElement?.textContent).toMatch(/CNY.?\u221214\.76/);
  });

  test.each([
    ["VERIFYING", /the bank's clock starts\.$/],
    ["REFUNDING", /starts\. The refund that has not gone through is called off, and no money leaves\.$/],
  ] as const)("a case that is %s lets go of no refund that it does not hold", async (state, words) => {
    outlook = null;
    await open("ESCALATE_TO_BANK", aCase({ state }));
    expect(screen.getByText(words)).toBeTruthy();
  });

  const steps = () => screen.getAllByRole("listitem").map(({ textContent }) => textContent?.replaceAll("\u00a0", " "));

  test("above one's limit it is a proposal by name, and says step by step what becomes of it", async () => {
    outlook = anOutlook({ suggestion: null });
    await open("APPROVE_REFUND", aCase({ ownWord: { action: "APPROVE_REFUND", isEnough: false } }));
    // Before the server has said anything of the amount that stands there.
    expect(screen.getByRole("heading", { name: "Submit for approval" })).toBeTruthy();
    await screen.findByText(/^Supervisor is asked to agree/);
    expect(steps().slice(0, 3)).toEqual([
      "CNY 2,460.00 is held, so that it cannot go back twice. None of it moves yet; the case waits as “For approval”.",
      "Supervisor is asked to agree: Zhou Haiyan.",
      "Once that is agreed, the refund goes back to the card that paid, UnionPay ending 4417, and the customer is told.",
    ]);
    expect(screen.getByRole("button", { name: /^Submit for approval CNY\s2,460\.00$/ })).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/^Message to the customer/), { target: { value: "We are at it." } });
    expect(steps()[1]).toBe("The customer reads your message on their page at once.");
  });

  test("names everybody who could agree, and says where nobody can", async () => {
    const staff = ["Zhou Haiyan", "Daniel Wu"].map((name) => ({ __typename: "Staff", id: name, name }));
    outlook = anOutlook({
      suggestion: null,
      agreements: [
        { __typename: "NeededAgreement", right: "APPROVAL_FIRST", staff },
        { __typename: "NeededAgreement", right: "APPROVAL_SECOND", staff: [] },
      ],
    });
    await open("APPROVE_REFUND");
    await screen.findByText(/^Supervisor is asked/);
    expect(steps().slice(1, 3)).toEqual([
      "Supervisor is asked to agree: Zhou Haiyan and Daniel Wu. One of them is enough.",
      "Compliance is asked to agree. Nobody can at the moment, so it waits.",
    ]);
  });

  test("says that the money leaves at once where nobody else must agree, whatever all of it would need", async () => {
    outlook = anOutlook({ goesTo: "REFUNDING", agreements: [], arrivesOn: "2020-10-14" });
    await open("APPROVE_REFUND", aCase({ ownWord: { action: "APPROVE_REFUND", isEnough: false } }));
    expect(await screen.findByText(/at once, back to the card that paid, UnionPay ending 4417\./)).toBeTruthy();
    expect(screen.getByText("It usually has arrived by Wed 14 Oct 2020.")).toBeTruthy();
    expect(screen.getByText("The policy's latest word: version 7, row 3.")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Approve refund" })).toBeTruthy();
    expect(screen.queryByText(/held/)).toBeNull();
  });

  test("who grants sees what waits leave the hold for its way, and nobody asked any more", async () => {
    const money = { __typename: "MoneyOutlook", before: sale("0", "246000"), after: sale("0", "0", "246000") };
    outlook = anOutlook({ goesTo: "REFUNDING", agreements: [], money });
    await open("GRANT_APPROVAL", aCase({ proposed: { minor: "246000", currency: "CNY" } }));
    expect(await screen.findByText(/^CNY\s2,460\.00 goes to the acquirer at once/)).toBeTruthy();
    expect(screen.getByText("The case then is “Refunding”, until the acquirer confirms.")).toBeTruthy();
    const table = screen.getByRole("table", { name: "Money" }).textContent;
    expect(table).toMatch(/Held, not sent yet.*2,460\.00.*0\.00.*On its way to the card.*0\.00.*2,460\.00/);
    const looks = [...document.querySelectorAll("td > [class*='money']")].map(({ className }) =>
      /held/.test(className) ? "held" : "plain",
    );
    expect(looks).toEqual(["held", "plain", "plain", "held"]);
    expect(screen.getByRole("button", { name: /^Grant.*CNY\s2,460\.00$/ })).toBeTruthy();
  });

  test("who grants first of two reads that the money stays held, and who is next", async () => {
    const next = [
      {
        __typename: "NeededAgreement",
        right: "APPROVAL_SECOND",
        staff: [{ __typename: "Staff", id: "s2", name: "Chen Jing" }],
      },
    ];
    outlook = anOutlook({ agreements: next, money: null });
    await open("GRANT_APPROVAL", aCase({ proposed: { minor: "246000", currency: "CNY" } }));
    await screen.findByText("Compliance is asked to agree: Chen Jing.");
    expect(steps()[0]).toMatch(/^Your agreement is recorded\. CNY 2,460\.00 stays held/);
  });

  test("says how far one's own word reaches on this case, as the server says it, and nothing where it says nothing", async () => {
    const limit = "The policy names no limit for THB: somebody else must agree to every refund in it.";
    outlook = anOutlook({ limit });
    const drawn = await open("APPROVE_REFUND");
    expect(await screen.findByText(limit)).toBeTruthy();
    drawn.unmount();
    outlook = anOutlook();
    await open("APPROVE_REFUND");
    expect(await screen.findByText("Supervisor is asked to agree: Zhou Haiyan.")).toBeTruthy();
    expect(screen.queryByText(limit)).toBeNull();
  });

  test("says once that no money moves where none does", async () => {
    outlook = anOutlook({
      money: { __typename: "MoneyOutlook", before: sale("328000", "0"), after: sale("328000", "0") },
    });
    await open("DECLINE_REQUEST");
    expect(await screen.findByText("What the customer is told")).toBeTruthy();
    expect(screen.getAllByText(/No money moves/)).toHaveLength(1);
  });

  test("shows what the customer is told word by word, in either language, with the words as they are written", async () => {
    outlook = anOutlook({ suggestion: null });
    await open("DECLINE_REQUEST");
    expect(await screen.findByText("We have decided: [what you write]")).toBeTruthy();
    fireEvent.change(reason(), { target: { value: "Out of the window." } });
    expect(screen.getByText("We have decided: Out of the window.")).toBeTruthy();
    fireEvent.click(screen.getByLabelText("中文"));
    expect(screen.getByText("我们已经决定：Out of the window.")).toBeTruthy();
    expect(screen.getByText("E-mail · e***@example.com")).toBeTruthy();
  });

  test("begins with the words that the case suggests, and shows them in the other language", async () => {
    outlook = anOutlook();
    await open("DECLINE_REQUEST");
    await waitFor(() => expect(reason().value).toBe("Sorry, no refund."));
    expect(screen.getByText("抱歉，不能退款。")).toBeTruthy();
  });

  test("is not sent while something is missing, and says what", async () => {
    await open("DECLINE_REQUEST");
    await press("Decline");
    expect(sent).toHaveLength(0);
    expect(reason().getAttribute("aria-invalid")).toBe("true");
  });

  test("is not sent with an amount that is none", async () => {
    await open("APPROVE_REFUND");
    fireEvent.change(screen.getByLabelText("Amount"), { target: { value: "1.005" } });
    await press(/Approve refund/);
    expect(sent).toHaveLength(0);
    expect(screen.getByText("An amount, please, e.g. 2460.00")).toBeTruthy();
  });

  test("is shut where the case does not offer it any more", async () => {
    await open("DECLINE_REQUEST", aCase({ availableActions: [] }));
    expect(screen.getByRole("button", { name: "Decline" }).hasAttribute("disabled")).toBe(true);
  });
});

describe("an action that is taken", () => {
  test("is sent with the version that was seen, and is done", async () => {
    answer = result({ __typename: "CaseNotFound", message: "There is no such case." });
    await open("DECLINE_REQUEST");
    fireEvent.change(reason(), { target: { value: "Not within the window." } });
    await press("Decline");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.variables.input).toMatchObject({
      caseId: "c1",
      expectedVersion: 4,
      reason: "Not within the window.",
      overrideReason: null,
    });
  });

  test("the suggested words are sent where nobody changes them", async () => {
    outlook = anOutlook();
    answer = result({ __typename: "CaseNotFound", message: "Gone." });
    await open("DECLINE_REQUEST");
    await waitFor(() => expect(reason().value).toBe("Sorry, no refund."));
    await press("Decline");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.variables.input).toMatchObject({ reason: "Sorry, no refund." });
  });

  test("the text as it was edited is what is sent, and an emptied one is not filled in again", async () => {
    outlook = anOutlook();
    answer = result({ __typename: "CaseNotFound", message: "Gone." });
    await open("DECLINE_REQUEST");
    await waitFor(() => expect(reason().value).toBe("Sorry, no refund."));
    fireEvent.change(reason(), { target: { value: "" } });
    await press("Decline");
    expect(sent).toHaveLength(0);
    fireEvent.change(reason(), { target: { value: "Sorry, Emma: the sale is too old." } });
    await press("Decline");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.variables.input).toMatchObject({ reason: "Sorry, Emma: the sale is too old." });
  });

  test("a no is told with all its reasons, and nothing typed is lost", async () => {
    answer = result({
      __typename: "ActionRefused",
      message: "No.",
      reasons: [
        { __typename: "Refusal", code: "CHECKS_OPEN", message: "Two checks are open.", course: null, colleagues: [] },
        {
          __typename: "Refusal",
          code: "REFUND_IN_FLIGHT",
          message: "A refund is under way.",
          course: null,
          colleagues: [],
        },
      ],
    });
    await open("DECLINE_REQUEST");
    fireEvent.change(reason(), { target: { value: "Because" } });
    await press("Decline");
    expect(await screen.findByText("Two checks are open.")).toBeTruthy();
    expect(screen.getByText("A refund is under way.")).toBeTruthy();
    expect(screen.getByRole("alert").getAttribute("data-kind")).toBe("no");
    expect(reason().value).toBe("Because");
  });

  test("a server that was not reached looks different, and the retry carries the same key", async () => {
    answer = () => Promise.reject(new TypeError("no network"));
    await open("DECLINE_REQUEST");
    fireEvent.change(reason(), { target: { value: "Because" } });
    await press("Decline");
    expect((await screen.findByRole("alert")).getAttribute("data-kind")).toBe("unreached");
    await press("Decline");
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.variables.input["idempotencyKey"]).toBe(sent[0]?.variables.input["idempotencyKey"]);
  });

  test("the key and what was typed outlive a reload", async () => {
    answer = () => Promise.reject(new TypeError("no network"));
    const first = await open("DECLINE_REQUEST");
    fireEvent.change(reason(), { target: { value: "Because" } });
    await press("Decline");
    first.unmount();
    await open("DECLINE_REQUEST");
    expect(reason().value).toBe("Because");
    await press("Decline");
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.variables.input["idempotencyKey"]).toBe(sent[0]?.variables.input["idempotencyKey"]);
  });
});

describe("what follows the amount", () => {
  const message = () => screen.getByLabelText<HTMLTextAreaElement>(/^Message to the customer/);
  const amount = (value: string) => fireEvent.change(screen.getByLabelText("Amount"), { target: { value } });
  const isOnItsWay = (minor: string) => {
    const [zh, en] = [`${minor} 已退回。`, `${minor} is on its way.`];
    outlook = anOutlook({ suggestion: { __typename: "SuggestedWords", zh, en } });
  };
  const foreseen = outlookAnswer;
  beforeEach(() => {
    outlookAnswer = ({ amount: asked }) => {
      isOnItsWay(asked?.minor ?? "none");
      return foreseen({});
    };
    answer = () => Promise.reject(new TypeError("no network"));
  });
  afterEach(() => {
    outlookAnswer = foreseen;
  });
  const sayings = () => sent.map(({ variables: { input } }) => [input["amount"], input["messageToCustomer"]]);

  test("the words that nobody typed are those of the amount that is sent, after an answer that was lost as well", async () => {
    await open("APPROVE_REFUND");
    await waitFor(() => expect(message().value).toBe("246000 is on its way."));
    await press(/^Submit for approval/);
    await screen.findByRole("alert");
    amount("50");
    await waitFor(() => expect(message().value).toBe("5000 is on its way."));
    await press(/^Submit for approval/);
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sayings()).toEqual([
      [{ minor: "246000", currency: "CNY" }, "246000 is on its way."],
      [{ minor: "5000", currency: "CNY" }, "5000 is on its way."],
    ]);
  });

  test("stays in sight as what was told of the last amount, and is never sent of it, however soon it is pressed", async () => {
    await open("APPROVE_REFUND");
    const money = await screen.findByRole("table", { name: "Money" });
    expect(money.closest("[aria-busy=true]")).toBeNull();
    amount("50");
    expect(money.isConnected).toBe(true);
    expect(money.closest("[aria-busy=true]")).not.toBeNull();
    expect(screen.getByText(/^CNY\s2,460\.00 is held/).closest("[aria-busy=true]")).not.toBeNull();
    // Nobody writes on words of another amount, which would then be their own.
    expect(message()).toMatchObject({ value: "246000 is on its way.", readOnly: true });
    expect(screen.getByRole("button", { name: /CNY\s50\.00$/ })).toHaveProperty("disabled", true);
    for (const field of [message(), screen.getByLabelText("Amount")])
      await act(async () => void fireEvent.submit(field));
    expect(sent).toEqual([]);
    await press(/CNY\s50\.00$/);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sayings()).toEqual([[{ minor: "5000", currency: "CNY" }, "5000 is on its way."]]);
  });

  test("can be written on while only the case has moved on, and is not sent before it has been asked about", async () => {
    const { again } = await open("APPROVE_REFUND");
    await waitFor(() => expect(message().value).toBe("246000 is on its way."));
    const { promise, resolve } = Promise.withResolvers<Response>();
    outlookAnswer = () => promise;
    const own = anEvent(2, "My own note.", { id: "me" });
    again(aCase({ version: 5, events: { edges: [anEvent(1, "I returned it."), own] } }));
    const send = screen.getByRole("button", { name: /CNY\s2,460\.00$/ });
    await waitFor(() => expect(send).toHaveProperty("disabled", true));
    expect(message()).toMatchObject({ value: "246000 is on its way.", readOnly: false });
    fireEvent.change(message(), { target: { value: "On its way." } });
    await act(async () => void fireEvent.submit(message()));
    expect(sent).toEqual([]);
    await act(async () => resolve(foreseen({})));
    await press(/CNY\s2,460\.00$/);
    await waitFor(() => expect(sayings()).toEqual([[{ minor: "246000", currency: "CNY" }, "On its way."]]));
  });

  test("is gone where nobody could be asked about the amount that stands there", async () => {
    await open("APPROVE_REFUND");
    const money = await screen.findByRole("table", { name: "Money" });
    outlookAnswer = () => new Response("", { status: 502 });
    amount("50");
    expect(await screen.findByText("The server cannot be reached")).toBeTruthy();
    expect(money.isConnected).toBe(false);
    expect(message().value).toBe("");
  });
});

describe("a sheet that is put away", () => {
  const putAway = (change: object = {}) => fireEvent.keyDown(reason(), { key: "Escape", ...change });

  test("by Escape keeps what was typed; by Cancel it is given up", async () => {
    const first = await open("DECLINE_REQUEST");
    fireEvent.change(reason(), { target: { value: "Because" } });
    putAway({ isComposing: true });
    expect(first.onClose).not.toHaveBeenCalled();
    putAway();
    expect(first.onClose).toHaveBeenCalledOnce();
    first.unmount();
    const again = await open("DECLINE_REQUEST");
    expect(reason().value).toBe("Because");
    await press("Cancel");
    again.unmount();
    await open("DECLINE_REQUEST");
    expect(reason().value).toBe("");
  });

  test("after a lost answer other words go under another key", async () => {
    answer = () => Promise.reject(new TypeError("no network"));
    await open("DECLINE_REQUEST");
    fireEvent.change(reason(), { target: { value: "Becuase" } });
    await press("Decline");
    await screen.findByRole("alert");
    fireEvent.change(reason(), { target: { value: "Because" } });
    await press("Decline");
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.variables.input["idempotencyKey"]).not.toBe(sent[0]?.variables.input["idempotencyKey"]);
  });

  test("says that it could not be told what would happen, and asks again", async () => {
    const foreseen = outlookAnswer;
    let isUp = false;
    outlookAnswer = () => (isUp ? foreseen({}) : new Response("", { status: 502 }));
    outlook = anOutlook();
    await open("APPROVE_REFUND");
    expect(await screen.findByText("The server cannot be reached")).toBeTruthy();
    isUp = true;
    await press("Try again");
    expect(await screen.findByRole("table", { name: "Money" })).toBeTruthy();
    outlookAnswer = foreseen;
  });
});

describe("a case that changes under the hand", () => {
  const newer = () =>
    aCase({ version: 5, events: { edges: [anEvent(1, "I returned it."), anEvent(2, "The shop has called me.")] } });

  test("shows what changed, keeps what was typed, and sends nothing until it has been seen", async () => {
    const { again } = await open("DECLINE_REQUEST");
    fireEvent.change(reason(), { target: { value: "Because" } });
    // The page is told live, and gives the sheet the case as it is now.
    again(newer());
    expect(screen.getByText("The shop has called me.")).toBeTruthy();
    expect(screen.queryByText("I returned it.")).toBeNull();
    expect(screen.queryByRole("button", { name: "Decline" })).toBeNull();
    expect(reason().value).toBe("Because");
    // As Enter does in a field: it sends a form that has no button to send it.
    await act(async () => void fireEvent.submit(reason()));
    expect(sent).toHaveLength(0);
  });

  test("what the reader did themselves meanwhile is no news: it is sent with the version as it has become", async () => {
    answer = result({ __typename: "CaseNotFound", message: "Gone." });
    const { again } = await open("DECLINE_REQUEST");
    fireEvent.change(reason(), { target: { value: "Because" } });
    const own = anEvent(2, "My own note.", { id: "me" });
    again(aCase({ version: 5, events: { edges: [anEvent(1, "I returned it."), own] } }));
    expect(screen.queryByText("My own note.")).toBeNull();
    await press("Decline");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.variables.input).toMatchObject({ expectedVersion: 5, reason: "Because" });
  });

  test("by what was just sent and what followed of itself is no news while the answer is on its way", async () => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    answer = () => promise;
    const { again, onDone } = await open("DECLINE_REQUEST");
    fireEvent.change(reason(), { target: { value: "Because" } });
    await press("Decline");
    const own = anEvent(2, "Because", { id: "me" });
    const events = { edges: [anEvent(1, "I returned it."), own, anEvent(3, "The machine went on.")] };
    again(aCase({ version: 6, events, availableActions: [] }));
    expect(screen.queryByText("The case has just changed; nothing was sent")).toBeNull();
    expect(screen.queryByText("This is not open now")).toBeNull();
    expect(screen.getByRole("button", { name: "Decline" }).getAttribute("aria-busy")).toBe("true");
    await act(async () => resolve(result({ __typename: "CaseNotFound", message: "It is not there." })()));
    expect(onDone).not.toHaveBeenCalled();
    expect(screen.getByText("The case has just changed; nothing was sent")).toBeTruthy();
  });

  test("shows what one did oneself as well where the answer was lost", async () => {
    answer = () => Promise.reject(new TypeError("no network"));
    const { again } = await open("DECLINE_REQUEST");
    fireEvent.change(reason(), { target: { value: "Too late." } });
    await press("Decline");
    await screen.findByRole("alert");
    const own = anEvent(2, "It is too late for that.", { id: "me" });
    again(aCase({ version: 6, events: { edges: [anEvent(1, "I returned it."), own, anEvent(3, "It went on.")] } }));
    expect(screen.getByText(/the answer to what you sent was lost/)).toBeTruthy();
    expect(screen.getByText("It is too late for that.")).toBeTruthy();
    expect(screen.queryByText(/nothing was sent/)).toBeNull();
  });

  test("goes on with the version that is now seen, and with the same words", async () => {
    answer = result({ __typename: "CaseNotFound", message: "Gone." });
    const first = await open("DECLINE_REQUEST");
    fireEvent.change(reason(), { target: { value: "Because" } });
    first.unmount();
    await open("DECLINE_REQUEST", newer());
    await press("Seen, go on with the case as it is now");
    expect(reason().value).toBe("Because");
    await press("Decline");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.variables.input).toMatchObject({ expectedVersion: 5, reason: "Because" });
  });

  test("is acted on anew by whoever has seen that, though the same was sent before and its answer lost", async () => {
    answer = () => Promise.reject(new TypeError("no network"));
    const { again } = await open("DECLINE_REQUEST");
    fireEvent.change(reason(), { target: { value: "Because" } });
    await press("Decline");
    await screen.findByRole("alert");
    again(newer());
    await press("Seen, go on with the case as it is now");
    await press("Decline");
    await press("Decline");
    await waitFor(() => expect(sent).toHaveLength(3));
    const [first, anew, retried] = sent.map(({ variables }) => variables.input["idempotencyKey"]);
    expect(anew).not.toBe(first);
    expect(retried).toBe(anew);
  });
});

test("the press names an amount only where the outcome that is chosen has one", async () => {
  const availableActions = [{ action: "RECORD_AGENCY_OUTCOME" as const, allowed: true, reasons: [] }];
  const referral = { id: "r1", openSteps: [], openOutcomes: ["MEDIATED_REFUND" as const, "MEDIATION_ENDED" as const] };
  await open("RECORD_AGENCY_OUTCOME", aCase({ state: "AT_AGENCY", availableActions, referral }));
  const press = () => screen.getByRole("button", { name: /agency's outcome/ }).textContent;
  expect(press()).toBe("Record the agency's outcome");
  const outcome = screen.getByLabelText("Outcome");
  fireEvent.change(outcome, { target: { value: "MEDIATED_REFUND" } });
  expect(press()).toMatch(/outcome CNY\s2,460\.00$/);
  fireEvent.change(outcome, { target: { value: "MEDIATION_ENDED" } });
  expect(press()).toBe("Record the agency's outcome");
});

test("a sheet that is opened by its address while it is shut says why", async () => {
  const reasons = [{ message: "The shop still has time to answer." }];
  await open(
    "ESCALATE_TO_BANK",
    aCase({ availableActions: [{ action: "ESCALATE_TO_BANK", allowed: false, reasons }] }),
  );
  const told = screen.getByText("This is not open now").closest("[role=alert]");
  expect(told?.textContent).toContain("The shop still has time to answer.");
});
