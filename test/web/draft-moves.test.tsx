import { readFileSync } from "node:fs";
import { act, fireEvent, screen } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import {
  buildSchema,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { beforeAll, expect, test, vi } from "vitest";
import operations from "../../schema/operations.json" with { type: "json" };
import { DraftActions } from "../../web/pages/policies/DraftActions.tsx";
import { PolicyDraftView, PolicyDraftViewFragment } from "../../web/pages/policies/PolicyDraftView.tsx";
import { DraftEvents } from "../../web/policies/DraftEvents.tsx";
import { DraftStateFragment } from "../../web/policies/DraftState.tsx";
import { PolicyTestsFragment } from "../../web/policies/kept-test.ts";
import { DraftTextFragment, newRow, PolicyTextFragment } from "../../web/policies/policy-text.ts";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

// jsdom draws no dialogs of its own.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
});

type Draft = ResultOf<typeof DraftStateFragment>;
const event = (action: string, name: string, note: string | null = null): Draft["events"][number] => ({
  ...{ action, note, at: "2026-11-30T01:00:00.000Z" },
  actor: { id: name, name },
});
const draft = (state: Draft["state"], events: Draft["events"]): Draft => ({
  ...{ id: "d-1", state, versionName: "v2", approvalsNeeded: 2, approvedBy: [], authors: [] },
  ...{ findings: [], faults: [], tests: [], changes: [], events },
  availableActions: [{ action: "DISCARD", allowed: true, reasons: [] }],
});
const begun = event("START", "陈静");

test("a draft that came back says by whom and why, above all else", async () => {
  await show(<DraftEvents draft={draft("DRAFT", [event("SEND_BACK", "Tom Baker", "Row 4 pays twice."), begun])} />);
  const alert = screen.getByRole("alert");
  expect(alert.textContent).toContain("Tom Baker sent it back to its authors");
  expect(alert.textContent).toContain("Row 4 pays twice.");
});

test("one that was sent to review again keeps the reason among what has happened", async () => {
  const events = [event("SUBMIT", "陈静"), event("SEND_BACK", "Tom Baker", "Row 4 pays twice."), begun];
  await show(<DraftEvents draft={draft("IN_REVIEW", events)} />);
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getAllByRole("listitem", { hidden: true }).map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining("sent it to review"),
    expect.stringContaining("Row 4 pays twice."),
    expect.stringContaining("began it"),
  ]);
});

const text: ResultOf<typeof PolicyTextFragment> = {
  ...{ title: { zh: "", en: "" }, timeZone: "Asia/Shanghai", windowDays: 7, windows: [], proofNeeded: true },
  ...{ acceptedProofs: [], identityNeededAbove: [], goodsStateNeededFor: [], rows: [], otherwise: newRow() },
  ...{ agentDecidesUpTo: [], supervisorGrantsUpTo: [], autoLimit: null, feesBorneBy: "MERCHANT", feeBasisPoints: null },
  ...{ arrivalWorkingDaysFrom: 1, arrivalWorkingDaysTo: 3, appealWindowDays: 15, reopenWindowDays: 30 },
  ...{ feeFixed: null, responsibilities: [], publicText: { zh: "", en: "" } },
};
/** The page of a draft, as it is read at a revision. */
function page(revision: number, title: string, offers: Draft["availableActions"], faults: Draft["faults"] = []) {
  const content = maskFragments([PolicyTextFragment], { ...text, title: { zh: title, en: title } });
  const whole = Object.assign(
    maskFragments([DraftTextFragment], { id: "d-1", revision, kind: "MINOR", note: "", content }),
    maskFragments([DraftStateFragment], { ...draft("DRAFT", [begun]), availableActions: offers, faults }),
    maskFragments([PolicyTestsFragment], { id: "d-1", policy: "default", state: "DRAFT", tests: [] }),
    { id: "d-1", base: null },
  );
  const of = maskFragments([PolicyDraftViewFragment], whole);
  return (
    <Desk>
      <PolicyDraftView draft={of} onMoved={vi.fn()} />
    </Desk>
  );
}

test("what is sent to review is what stands there: another text is shown first, with what stood against the press", async () => {
  const asked = answering(() => ({
    body: { data: { submitPolicyDraft: { __typename: "StalePolicyDraft", message: "It has changed since." } } },
  }));
  const may = [{ action: "SUBMIT" as const, allowed: true, reasons: [] }];
  const { redraw } = await show(page(5, "Five", may));
  const press = () => act(async () => void fireEvent.click(screen.getByRole("button", { name: "Send to review" })));
  await press();
  redraw(page(6, "Six", may));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Six");
  expect(screen.getByText("It has changed since.")).toBeTruthy();
  await press();
  expect(asked.map(({ variables }) => variables["input"])).toEqual([
    { draftId: "d-1", expectedRevision: 5 },
    { draftId: "d-1", expectedRevision: 6 },
  ]);
});

test("what is unfinished is named place by place, above the text", async () => {
  const faults: Draft["faults"] = [
    { code: "TEXT_MISSING", row: null },
    { code: "LAST_LINE_TEXT_MISSING", row: null },
    { code: "TEXT_MISSING", row: 2 },
    { code: "EMPTY_RANGE", row: 2 },
  ];
  const reasons = [{ code: "CONTENT_FAULTS", message: "4 places are unfinished; each is named below." }];
  await show(page(5, "Five", [{ action: "SUBMIT", allowed: false, reasons }], faults));
  const list = screen.getByText(/^4 places are unfinished, so/).parentElement;
  expect([...(list?.querySelectorAll("li") ?? [])].map(({ textContent }) => textContent)).toEqual([
    "The title is missing in one language.",
    "The reason of the last line of the table is missing in one language.",
    "Row 2: Its reason is missing in one language.",
    "Row 2: A condition is chosen and left empty, so that no case fits.",
  ]);
});

const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"));

/** The fields that a document asks of a draft, wherever it does. */
function askedOfDrafts(document: DocumentNode): readonly (readonly string[])[] {
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const fieldsOf = ({ selections }: SelectionSetNode): readonly string[] =>
    selections.flatMap((one) => {
      if (one.kind === Kind.FIELD) return [one.name.value];
      const inner = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value);
      return inner === undefined ? [] : fieldsOf(inner.selectionSet);
    });
  const types = new TypeInfo(schema);
  const found: (readonly string[])[] = [];
  const Field = ({ selectionSet }: FieldNode) => {
    const type = types.getType();
    if (selectionSet !== undefined && type != null && getNamedType(type).name === "PolicyDraft")
      found.push(fieldsOf(selectionSet));
  };
  visit(document, visitWithTypeInfo(types, { Field }));
  return found;
}

test("no document asks for a draft's revision without the text that it is of, since both are kept for the next save", () => {
  const drafts = Object.values(operations).flatMap((document) => askedOfDrafts(parse(document)));
  const revised = drafts.filter((fields) => fields.includes("revision"));
  expect(revised.length).toBeGreaterThan(3);
  for (const fields of revised) expect(fields).toEqual(expect.arrayContaining(["kind", "note", "content"]));
});

test("a draft is discarded at the second press, which says that it cannot be taken up again", async () => {
  const asked = answering(() => ({
    body: { data: { __typename: "Mutation", discardPolicyDraft: { __typename: "PolicyDraftDone" } } },
  }));
  await show(
    <Desk>
      <DraftActions
        draft={draft("DRAFT", [begun])}
        revision={3}
        timeZone="Asia/Shanghai"
        canMove
        against={[]}
        onAnswer={vi.fn()}
        onMoved={vi.fn()}
      />
    </Desk>,
  );
  const press = (at: number) =>
    act(async () => void fireEvent.click(screen.getAllByRole("button", { name: "Discard" })[at] as HTMLElement));
  await press(0);
  expect(asked).toEqual([]);
  expect(screen.getByText(/^It cannot be taken up again/)).toBeTruthy();
  await press(1);
  expect(asked.map(({ name }) => name)).toEqual(["DiscardPolicyDraft"]);
});

test("it is published from the day and the time of the policy's own clocks, and from no day without a time", async () => {
  const asked = answering(() => ({
    body: { data: { __typename: "Mutation", publishPolicy: { __typename: "PolicyDraftDone" } } },
  }));
  const approved = {
    ...draft("APPROVED", [begun]),
    availableActions: [{ action: "PUBLISH", allowed: true, reasons: [] }],
  };
  await show(
    <Desk>
      <DraftActions
        draft={approved as Draft}
        revision={3}
        timeZone="America/New_York"
        canMove
        against={[]}
        onAnswer={vi.fn()}
        onMoved={vi.fn()}
      />
    </Desk>,
  );
  const field = screen.getByLabelText<HTMLInputElement>("Holds from (Eastern Time; empty: in a minute)");
  const press = () => act(async () => void fireEvent.click(screen.getByRole("button", { name: "Publish" })));
  // As a browser judges a field in which only the day was typed.
  vi.spyOn(field, "reportValidity").mockReturnValueOnce(false);
  await press();
  expect(asked).toEqual([]);
  fireEvent.change(field, { target: { value: "2026-12-01T09:30" } });
  await press();
  expect(asked).toEqual([
    expect.objectContaining({
      variables: { input: { draftId: "d-1", expectedRevision: 3, from: "2026-12-01T14:30:00.000Z" } },
    }),
  ]);
});

test("a draft is sent back with words for its authors, and without them says that they are missing", async () => {
  const asked = answering(() => ({
    body: { data: { __typename: "Mutation", sendBackPolicyDraft: { __typename: "PolicyDraftDone" } } },
  }));
  await show(
    <Desk>
      <DraftActions
        draft={{
          ...draft("IN_REVIEW", [begun]),
          availableActions: [{ action: "SEND_BACK", allowed: true, reasons: [] }],
        }}
        revision={3}
        timeZone="Asia/Shanghai"
        canMove
        against={[]}
        onAnswer={vi.fn()}
        onMoved={vi.fn()}
      />
    </Desk>,
  );
  const field = screen.getByLabelText<HTMLInputElement>("What its authors should look at");
  const missing = vi.fn();
  field.addEventListener("invalid", missing);
  const press = () => act(async () => void fireEvent.click(screen.getByRole("button", { name: "Send back" })));
  await press();
  fireEvent.change(field, { target: { value: "  " } });
  await press();
  expect([missing.mock.calls.length, asked]).toEqual([2, []]);
  fireEvent.change(field, { target: { value: "Row 4 pays twice." } });
  await press();
  expect(asked.map(({ variables }) => variables["input"])).toEqual([
    { draftId: "d-1", expectedRevision: 3, note: "Row 4 pays twice." },
  ]);
});
