import { act, fireEvent, screen } from "@testing-library/react";
import { maskFragments } from "gql.tada";
import { describe, expect, test } from "vitest";
import { TimelineEventFragment } from "../../web/cases/TimelineEvent.tsx";
import { Composer, ComposerFragment } from "../../web/pages/case-actions/Composer.tsx";
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
    messages: [{ id: `m${sequence}`, thread: "CUSTOMER", body, mentions: [] }],
  });
  return { node: { id: `e${sequence}`, sequence, ...inner, actor: { id: actorId, name: "Zhou Haiyan" } } };
}

const first = anEvent(1, "I returned it.", colleague);

function aCase(events: ReturnType<typeof anEvent>[], version: number) {
  const parts = maskFragments([HeldMessagesFragment, WhatChangedFragment], {
    ...{ id: "c1", heldMessages: [], state: "VERIFYING", customer: { id: "u1", name: "Emma Clarke" } },
    events: { edges: events },
  });
  return maskFragments([ComposerFragment], {
    ...parts,
    ...{ id: "c1", version, stage: "VERIFICATION", customer: { id: "u1", name: "Emma Clarke", locale: "EN" } },
    availableActions: [
      { action: "SEND_MESSAGE", allowed: true },
      { action: "ADD_NOTE", allowed: true },
    ],
  });
}

const composer = (of: ReturnType<typeof aCase>) => (
  <Desk>
    <Composer case={of} role={agent} viewerId={me} others={[]} onWriting={() => undefined} />
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
            : { __typename: "Query", staff: { __typename: "StaffConnection", edges: [] } },
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
