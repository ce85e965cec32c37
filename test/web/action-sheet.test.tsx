import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { Provider } from "urql";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TimelineEventFragment } from "../../web/cases/TimelineEvent.tsx";
import { makeClient } from "../../web/graphql/client.ts";
import { ActionSheet, ActionSheetFragment } from "../../web/pages/case-actions/ActionSheet.tsx";
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
    messages: [{ id: `m${sequence}`, thread: "CUSTOMER", body, mentions: [] }],
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
    customer: { id: "u1", name: "Emma Clarke", locale: "EN" },
    availableActions: [
      { action: "DECLINE_REQUEST", allowed: true },
      { action: "APPROVE_REFUND", allowed: true },
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
const sale = (refundable: string, inFlight: string) => ({
  __typename: "SaleMoney",
  ...{ refunded: cny("0"), chargedBack: cny("0"), refundable: cny(refundable), inFlight: cny(inFlight) },
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
const outlookAnswer = () =>
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
    if ("id" in asked.variables) return outlookAnswer();
    sent.push(asked);
    return answer();
  });
});
afterEach(() => void vi.unstubAllGlobals());

async function open(action: "DECLINE_REQUEST" | "APPROVE_REFUND", of = aCase()) {
  const client = makeClient({ language: "en", onSignedOut: () => undefined });
  const onDone = vi.fn();
  const sheet = (shown: ReturnType<typeof aCase>) => (
    <Provider value={client}>
      <ActionSheet case={shown} action={action} viewerId="me" isDesk onClose={() => undefined} onDone={onDone} />
    </Provider>
  );
  const drawn = await show(sheet(of));
  const again = (next: ReturnType<typeof aCase>) => drawn.redraw(sheet(next));
  return { ...drawn, onDone, again };
}

const reason = () => screen.getByLabelText<HTMLTextAreaElement>("Reason");
const press = async (name: string | RegExp) => {
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
  });
};

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
    expect(screen.getByRole("button", { name: /Approve refund CNY\s1,000\.00/ })).toBeTruthy();
    const money = await screen.findByRole("table", { name: "Money" });
    expect(money.textContent).toMatch(/Held or on its way.*0\.00.*1,000\.00/);
    expect(money.textContent).toMatch(/3,280\.00.*2,280\.00/);
  });

  test("says where the case goes, and who else must agree before money leaves", async () => {
    outlook = anOutlook();
    await open("APPROVE_REFUND");
    expect(await screen.findByText("Supervisor: Zhou Haiyan")).toBeTruthy();
    expect(screen.getByText("The case then is “For approval”.")).toBeTruthy();
    expect(screen.getByText(/^The money is held, and leaves only when everybody who must has agreed/)).toBeTruthy();
    expect(screen.queryByText(/at once/)).toBeNull();
  });

  test("says that the money leaves at once where nobody else must agree", async () => {
    outlook = anOutlook({ goesTo: "REFUNDING", agreements: [] });
    await open("APPROVE_REFUND");
    expect(await screen.findByText(/^The refund goes to the acquirer at once/)).toBeTruthy();
    expect(screen.queryByText(/held/)).toBeNull();
  });

  test("says how far one's own word reaches on this case, as the server says it, and nothing where it says nothing", async () => {
    const limit = "The policy names no limit for THB: somebody else must agree to every refund in it.";
    outlook = anOutlook({ limit });
    const drawn = await open("APPROVE_REFUND");
    expect(await screen.findByText(limit)).toBeTruthy();
    drawn.unmount();
    outlook = anOutlook();
    await open("APPROVE_REFUND");
    expect(await screen.findByText("Supervisor: Zhou Haiyan")).toBeTruthy();
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
        { __typename: "Refusal", code: "CHECKS_OPEN", message: "Two checks are open." },
        { __typename: "Refusal", code: "REFUND_IN_FLIGHT", message: "A refund is under way." },
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

  test("goes on with the version that is now seen, under the same key and with the same words", async () => {
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
});
