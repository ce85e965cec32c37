import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { describe, expect, test, vi } from "vitest";
import { TimelineEventFragment } from "../../web/cases/TimelineEvent.tsx";
import { Composer } from "../../web/pages/case-actions/Composer.tsx";
import { ComposerFragment } from "../../web/pages/case-actions/composer-operations.ts";
import { WhatChangedFragment } from "../../web/pages/case-actions/WhatChanged.tsx";
import { HeldMessagesFragment } from "../../web/threads/HeldMessages.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

const [me, colleague] = ["U3RhZmY6MQ", "U3RhZmY6Mg"];
const agent = "SUPPORT_AGENT";

function anEvent(sequence: number, body: string, actorId: string) {
  const inner = maskFragments([TimelineEventFragment], {
    ...{ kind: "SEND_MESSAGE", sequence, from: "VERIFYING", to: "VERIFYING", at: "2026-10-09T08:00:00.000Z" },
    ...{ actorRole: "SUPPORT_AGENT", byKey: null, actor: { id: actorId, name: "Zhou Haiyan" }, facts: [] },
    messages: [{ id: `m${sequence}`, thread: "CUSTOMER", saidBy: "DESK", body, mentions: [] }],
  });
  return { node: { id: `e${sequence}`, sequence, ...inner, actor: { id: actorId, name: "Zhou Haiyan" } } };
}

type Held = ResultOf<typeof HeldMessagesFragment>["heldMessages"][number];

const first = anEvent(1, "I returned it.", colleague);

function aCase(events: ReturnType<typeof anEvent>[], version: number, heldMessages: Held[] = []) {
  const parts = maskFragments([HeldMessagesFragment, WhatChangedFragment], {
    ...{ id: "c1", heldMessages, state: "VERIFYING", customer: { id: "u1", name: "Emma Clarke" } },
    events: { edges: events },
  });
  return maskFragments([ComposerFragment], {
    ...parts,
    ...{ id: "c1", version, stage: "VERIFICATION" },
    customer: { id: "u1", name: "Emma Clarke", locale: "EN", email: "e@example.com", phone: null },
    availableActions: [
      { action: "SEND_MESSAGE", allowed: true },
      { action: "ADD_NOTE", allowed: true },
      { action: "ATTACH_EVIDENCE", allowed: true },
    ],
  });
}

const onAttach = vi.fn();
const composer = (of: ReturnType<typeof aCase>) => (
  <Desk>
    <Composer case={of} role={agent} viewerId={me} others={[]} onWriting={() => undefined} onAttach={onAttach} />
  </Desk>
);
const box = () => screen.getByRole<HTMLTextAreaElement>("textbox");

describe("a case that changes while somebody writes", () => {
  test("shows what a colleague did meanwhile, keeps what was typed, and is quiet once it was seen", async () => {
    answering(() => ({ body: { data: null } }));
    const { redraw } = await show(composer(aCase([first], 4)));
    fireEvent.change(box(), { target: { value: "Dear Emma" } });
    expect(screen.queryByRole("alert")).toBeNull();
    await act(async () => redraw(composer(aCase([first, anEvent(2, "The shop has called.", colleague)], 5))));
    expect(screen.getByRole("alert").textContent).toContain("The shop has called.");
    expect(screen.getByRole("alert").textContent).not.toContain("I returned it.");
    expect(box().value).toBe("Dear Emma");
    fireEvent.click(screen.getByRole("button", { name: "Seen" }));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(box().value).toBe("Dear Emma");
  });

  test("what one did oneself is no news, and neither is what came before the first word", async () => {
    answering(() => ({ body: { data: null } }));
    const { redraw } = await show(composer(aCase([first], 4)));
    await act(async () => redraw(composer(aCase([first, anEvent(2, "Before.", colleague)], 5))));
    fireEvent.change(box(), { target: { value: "Dear Emma" } });
    await act(async () =>
      redraw(composer(aCase([first, anEvent(2, "Before.", colleague), anEvent(3, "Mine.", me)], 6))),
    );
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("a note that came too late is kept, and says that it is not saved", async () => {
    answering(({ name }) => ({
      body: {
        data:
          name === "addNote"
            ? { __typename: "Mutation", result: { __typename: "CaseNotFound", message: "There is no such case." } }
            : nobody.body.data,
      },
    }));
    await show(composer(aCase([first], 4)));
    fireEvent.click(screen.getByLabelText("Internal note"));
    fireEvent.change(box(), { target: { value: "Called the shop" } });
    await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Save the note" })));
    expect(await screen.findByText("There is no such case.")).toBeTruthy();
    expect(box().value).toBe("Called the shop");
  });
});

const type = (value: string) => fireEvent.change(box(), { target: { value } });
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const held = (body: string): Held & { readonly __typename: "HeldMessage" } => ({
  ...{ __typename: "HeldMessage", id: "h1", thread: "CUSTOMER", body, state: "HELD", reasons: [] },
  sendsAt: new Date(Date.now() + 9000).toISOString(),
});
const holding = (heldMessages: readonly object[]) => ({
  __typename: "MessageHeld",
  case: { __typename: "Case", id: "c1", heldMessages },
});
const holds = (result: object) => ({ body: { data: { __typename: "Mutation", result } } });
function people(names: readonly string[], hasNextPage = false) {
  const edges = names.map((name) => ({
    __typename: "StaffEdge",
    node: { __typename: "Staff", id: `s-${name}`, name },
  }));
  const pageInfo = { __typename: "PageInfo", hasNextPage };
  return { body: { data: { __typename: "Query", staff: { __typename: "StaffConnection", edges, pageInfo } } } };
}
const nobody = people([]);
const unreached = { status: 502, body: {} };
const broken = {
  body: { data: null, errors: [{ message: "", extensions: { code: "INTERNAL_SERVER_ERROR", reference: "ref-1" } }] },
};

/** A case with a message that can still be taken back. */
const withHeld = (body: string) => aCase([first], 4, [held(body)]);

describe("what is written and what is taken back", () => {
  test("stands in its own thread again, and leaves what is typed in another one alone", async () => {
    answering(({ name }) =>
      name === "takeBackMessage"
        ? {
            body: {
              data: {
                __typename: "Mutation",
                takeBackMessage: { ...holding([]), __typename: "MessageTakenBack", held: held("Dear Emma") },
              },
            },
          }
        : nobody,
    );
    await show(composer(withHeld("Dear Emma")));
    type("P.S.");
    fireEvent.click(screen.getByLabelText("Internal note"));
    type("Ring the shop tomorrow");
    await press("Undo");
    expect(box().value).toBe("Dear Emma\n\nP.S.");
    fireEvent.click(screen.getByLabelText("Internal note"));
    expect(box().value).toBe("Ring the shop tomorrow");
  });

  test.each([
    ["the server is not reached", unreached, /goes out unless taking it back succeeds/],
    ["the server fails", broken, /goes out unless taking it back succeeds/],
    ["the server fails, by the reference", broken, /^Reference ref-1$/],
    [
      "it is too late",
      {
        body: { data: { __typename: "Mutation", takeBackMessage: { __typename: "MessageNotHeld", message: "Gone." } } },
      },
      /^Gone\.$/,
    ],
  ] as const)("says so when %s, while the message still stands there", async (_, told, words) => {
    answering(({ name }) => (name === "takeBackMessage" ? told : nobody));
    await show(composer(withHeld("Dear Emma")));
    await press("Undo");
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByText("Dear Emma")).toBeTruthy();
  });

  test.each([
    ["a message", "the customer", "Send", holding([])],
    ["a note", "the desk", "Save the note", { __typename: "CaseActionDone", case: null, event: null }],
  ])("what is typed while %s to %s is on its way stays", async (_what, _whom, send, result) => {
    let answer: (response: Response) => void = () => undefined;
    vi.spyOn(globalThis, "fetch").mockImplementation(async (_url, init) =>
      String(init?.body).includes("idempotencyKey")
        ? await new Promise<Response>((told) => {
            answer = told;
          })
        : Response.json(nobody.body),
    );
    await show(composer(aCase([first], 4)));
    if (send !== "Send") fireEvent.click(screen.getByLabelText("Internal note"));
    type("First");
    await press(send);
    expect(box().value).toBe("");
    expect(screen.getByText(/^First/)).toBeTruthy();
    type("Second");
    await act(async () => answer(Response.json(holds(result).body)));
    await waitFor(() => expect(screen.queryByText(/^First/)).toBeNull());
    expect(box().value).toBe("Second");
  });

  test("after a lost answer the same words keep their key, other words have another, and a reload changes neither", async () => {
    const asked = answering(({ name }) => (name === "holdMessage" ? unreached : nobody));
    const keys = () =>
      asked.flatMap(({ variables: { input } }) => (input as { idempotencyKey?: string })?.idempotencyKey ?? []);
    const drawn = await show(composer(aCase([first], 4)));
    type("Deer Emma");
    await press("Send");
    await screen.findByRole("alert");
    expect(box().value).toBe("Deer Emma");
    drawn.unmount();
    await show(composer(aCase([first], 4)));
    await press("Send");
    await screen.findByRole("alert");
    type("Dear Emma");
    await press("Send");
    await waitFor(() => expect(keys()).toHaveLength(3));
    expect(keys()[1]).toBe(keys()[0]);
    expect(keys()[2]).not.toBe(keys()[0]);
  });

  test("after a lost answer the same words are meant again where the box was emptied by hand", async () => {
    const asked = answering(({ name }) => (name === "holdMessage" ? unreached : nobody));
    await show(composer(aCase([first], 4)));
    type("Any news?");
    await press("Send");
    await screen.findByRole("alert");
    type("");
    type("Any news?");
    await press("Send");
    const sent = () => asked.filter(({ name }) => name === "holdMessage");
    await waitFor(() => expect(sent()).toHaveLength(2));
    const keys = sent().map(({ variables }) => (variables["input"] as { idempotencyKey: string }).idempotencyKey);
    expect(new Set(keys).size).toBe(2);
  });

  test("what is on its way keeps its key, though what was typed behind it is emptied again", async () => {
    const answers: ((response: Response) => void)[] = [];
    const keys: string[] = [];
    vi.spyOn(globalThis, "fetch").mockImplementation(async (_url, init) => {
      const key = JSON.parse(String(init?.body)).variables.input?.idempotencyKey;
      if (key === undefined) return Response.json(nobody.body);
      keys.push(key);
      return await new Promise<Response>((told) => void answers.push(told));
    });
    await show(composer(aCase([first], 4)));
    type("First");
    await press("Send");
    type("Second");
    type("");
    await act(async () => answers[0]?.(new Response("{}", { status: 502 })));
    await waitFor(() => expect(box().value).toBe("First"));
    await press("Send");
    await waitFor(() => expect(keys).toHaveLength(2));
    expect(keys[1]).toBe(keys[0]);
  });
});

describe("a colleague who is called", () => {
  const staff = people(["Chen Jing", "Chen Yu", "Zhao Lei"]);
  const key = (name: string) => fireEvent.keyDown(box(), { key: name });

  async function write(value: string): Promise<void> {
    await act(async () => void fireEvent.change(box(), { target: { value, selectionStart: value.length } }));
  }

  test("is chosen by the arrow keys, told to who does not see the list, and taken by Enter", async () => {
    const asked = answering(({ name }) =>
      name === "addNote" ? holds({ __typename: "CaseNotFound", message: "There is no such case." }) : staff,
    );
    await show(composer(aCase([first], 4)));
    fireEvent.click(screen.getByLabelText("Internal note"));
    await write("Please @Ch");
    await screen.findByRole("option", { name: "Chen Jing", selected: true });
    expect(screen.getByText("2 colleagues fit. Arrow keys choose, Enter takes.")).toBeTruthy();
    key("ArrowDown");
    const second = screen.getByRole("option", { name: "Chen Yu", selected: true });
    expect(box().getAttribute("aria-activedescendant")).toBe(second.id);
    expect(box().getAttribute("aria-controls")).toBe(screen.getByRole("listbox").id);
    key("Enter");
    expect(box().value).toBe("Please @Chen Yu ");
    expect(screen.queryByRole("listbox")).toBeNull();
    fireEvent.keyDown(box(), { key: "Enter", ctrlKey: true });
    await screen.findByText("There is no such case.");
    const note = asked.find(({ name }) => name === "addNote")?.variables["input"];
    expect(note).toMatchObject({ message: "Please @Chen Yu", mentions: ["s-Chen Yu"] });
  });

  test("is anybody but whoever writes", async () => {
    const { body } = people(["Chen Fei", "Chen Yu"]);
    const [own] = body.data.staff.edges;
    if (own !== undefined) own.node.id = me;
    answering(() => ({ body }));
    await show(composer(aCase([first], 4)));
    fireEvent.click(screen.getByLabelText("Internal note"));
    await write("@Ch");
    await screen.findByRole("option", { name: "Chen Yu" });
    expect(screen.queryByRole("option", { name: "Chen Fei" })).toBeNull();
  });

  test.each([
    ["whose name comes after the note was sent", staff, ["s-Zhao Lei"]],
    ["who cannot be asked for", unreached, null],
  ])("%s is called, or nothing is saved", async (_who, answer, mentions) => {
    let told: (response: Response) => void = () => undefined;
    const late = new Promise<Response>((resolve) => {
      told = resolve;
    });
    const notes: string[] = [];
    vi.spyOn(globalThis, "fetch").mockImplementation(async (_url, init) => {
      const body = String(init?.body);
      if (!body.includes("idempotencyKey")) return (await late).clone();
      notes.push(body);
      return Response.json(holds({ __typename: "CaseNotFound", message: "There is no such case." }).body);
    });
    await show(composer(aCase([first], 4)));
    fireEvent.click(screen.getByLabelText("Internal note"));
    await write("@Zhao Lei please");
    await press("Save the note");
    expect(notes).toEqual([]);
    await act(async () => told(Response.json(answer.body, { status: "status" in answer ? answer.status : 200 })));
    await screen.findByRole("alert");
    expect(notes.map((note) => JSON.parse(note).variables.input.mentions)).toEqual(mentions === null ? [] : [mentions]);
    expect(box().value).toBe("@Zhao Lei please");
  });

  test("is the one whose whole name stands there, though the first page of a large desk has a shorter one", async () => {
    const asked = answering(({ name, variables }) => {
      if (name === "addNote") return holds({ __typename: "CaseNotFound", message: "There is no such case." });
      return variables["text"] === "Chen" ? people(["Chen", "Chen Yu"]) : people(["Chen"], true);
    });
    await show(composer(aCase([first], 4)));
    fireEvent.click(screen.getByLabelText("Internal note"));
    await write("@Chen Yu please");
    await press("Save the note");
    await screen.findByText("There is no such case.");
    const note = asked.find(({ name }) => name === "addNote")?.variables["input"];
    expect(note).toMatchObject({ mentions: ["s-Chen Yu"] });
  });

  test("leaves the caret behind the name at once, so that what is typed next stands there", async () => {
    answering(() => staff);
    await show(composer(aCase([first], 4)));
    fireEvent.click(screen.getByLabelText("Internal note"));
    await act(async () => void fireEvent.change(box(), { target: { value: "@Zh, please", selectionStart: 3 } }));
    await screen.findByRole("option", { name: "Zhao Lei" });
    key("Enter");
    expect(box().value).toMatch(/^@Zhao Lei ?, please$/);
    expect(box().value.slice(0, box().selectionStart).trim()).toBe("@Zhao Lei");
  });

  test("is not taken by the Enter that ends a word of an input method", async () => {
    answering(() => staff);
    await show(composer(aCase([first], 4)));
    fireEvent.click(screen.getByLabelText("Internal note"));
    await write("请@Ch");
    await screen.findByRole("option", { name: "Chen Jing" });
    fireEvent.keyDown(box(), { key: "Enter", isComposing: true });
    expect(box().value).toBe("请@Ch");
    key("Escape");
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(box().value).toBe("请@Ch");
  });
});

describe("by the keyboard alone", () => {
  test("a reply is sent, and taken back into the box that has the focus", async () => {
    const asked = answering(({ name }) => {
      if (name === "holdMessage") return holds(holding([held("Dear Emma")]));
      if (name !== "takeBackMessage") return nobody;
      const takeBackMessage = { ...holding([]), __typename: "MessageTakenBack", held: held("Dear Emma") };
      return { body: { data: { __typename: "Mutation", takeBackMessage } } };
    });
    const { redraw } = await show(composer(aCase([first], 4)));
    box().focus();
    type("Dear Emma");
    fireEvent.keyDown(box(), { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(box().value).toBe(""));
    expect(document.activeElement).toBe(box());
    await act(async () => redraw(composer(withHeld("Dear Emma"))));
    const undo = screen.getByRole("button", { name: "Undo" });
    // Its place in the order of Tab is before the box, and a button is pressed by Enter.
    expect(undo.compareDocumentPosition(box()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(undo.tabIndex).toBe(0);
    undo.focus();
    fireEvent.click(undo);
    await waitFor(() => expect(box().value).toBe("Dear Emma"));
    expect(document.activeElement).toBe(box());
    expect(asked.map(({ name }) => name)).toEqual(["holdMessage", "takeBackMessage"]);
  });
});

test("the box says by which way and in which language the customer reads it, and leads to the evidence", async () => {
  answering(() => nobody);
  await show(composer(aCase([first], 4)));
  expect(screen.getByText("E-mail and case page, in English. Held 10 s, so you can undo.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Attach a file" }));
  expect(onAttach).toHaveBeenCalledOnce();
});
