import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { Provider } from "urql";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TimelineEventFragment } from "../../web/cases/TimelineEvent.tsx";
import { makeClient } from "../../web/graphql/client.ts";
import { ActionSheet, ActionSheetFragment } from "../../web/pages/case-actions/ActionSheet.tsx";
import { show } from "./support.tsx";

type Data = ResultOf<typeof ActionSheetFragment>;

function anEvent(sequence: number, body: string) {
  const inner = maskFragments([TimelineEventFragment], {
    kind: "SEND_MESSAGE",
    sequence,
    from: "VERIFYING",
    to: "VERIFYING",
    at: "2026-10-09T08:00:00.000Z",
    actorRole: "CUSTOMER",
    actor: null,
    messages: [{ id: `m${sequence}`, thread: "CUSTOMER", body, mentions: [] }],
    facts: [],
  });
  return { node: { id: `e${sequence}`, sequence, ...inner } };
}

function aCase(change: Partial<Data> = {}) {
  const data: Data = {
    id: "c1",
    number: "RD-26-000001",
    version: 4,
    state: "VERIFYING",
    amount: { minor: "246000", currency: "CNY" },
    refundable: { minor: "328000", currency: "CNY" },
    customer: { name: "Emma Clarke" },
    availableActions: [
      { action: "DECLINE_REQUEST", allowed: true },
      { action: "APPROVE_REFUND", allowed: true },
    ],
    decision: null,
    transaction: null,
    dispute: null,
    referral: null,
    events: { edges: [anEvent(1, "I returned it.")] },
    ...change,
  };
  return maskFragments([ActionSheetFragment], data);
}

interface Sent {
  readonly variables: { readonly input: Readonly<Record<string, unknown>> };
}
const sent: Sent[] = [];
let answer: () => Response | Promise<Response> = () => new Response();
const result = (data: object) => () =>
  new Response(JSON.stringify({ data: { __typename: "Mutation", result: data } }), {
    headers: { "content-type": "application/json" },
  });

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal("fetch", async (_url: string, init: { readonly body: string }) => {
    sent.push(JSON.parse(init.body));
    return answer();
  });
});
afterEach(() => void vi.unstubAllGlobals());

async function open(action: "DECLINE_REQUEST" | "APPROVE_REFUND", of = aCase()) {
  const client = makeClient({ language: "en", onSignedOut: () => undefined });
  const onDone = vi.fn();
  const sheet = (shown: ReturnType<typeof aCase>) => (
    <Provider value={client}>
      <ActionSheet case={shown} action={action} limits={[]} onClose={() => undefined} onDone={onDone} />
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
    await open("APPROVE_REFUND");
    fireEvent.change(screen.getByLabelText("Amount"), { target: { value: "1,000" } });
    expect(screen.getByRole("button", { name: /Approve refund CNY\s1,000\.00/ })).toBeTruthy();
    expect(screen.getByRole("table", { name: "Money" }).textContent).toContain("2,280.00");
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
