import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import type { ReactElement } from "react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { DrawSample } from "../../web/audit/DrawSample.tsx";
import { NewCaseForm, NewCaseFormFragment } from "../../web/pages/new-case/NewCaseForm.tsx";
import { DraftActions } from "../../web/pages/policies/DraftActions.tsx";
import { NewPolicy } from "../../web/pages/policies/NewPolicy.tsx";
import { PolicyVersionView, PolicyVersionViewFragment } from "../../web/pages/policies/PolicyVersionView.tsx";
import { CoursesPage } from "../../web/pages/training/CoursesPage.tsx";
import { RulesPage } from "../../web/pages/training/RulesPage.tsx";
import { PaymentLineFragment } from "../../web/transactions/PaymentLine.tsx";
import { agent, Desk } from "./desk-support.tsx";
import { Address, show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

// jsdom draws no dialogs of its own.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
});
afterEach(() => vi.restoreAllMocks());

const nothing = () => undefined;
const press = async (name: string | RegExp) => {
  const button = await screen.findByRole("button", { name, hidden: true });
  await act(async () => void fireEvent.click(button));
};
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

const version: ResultOf<typeof PolicyVersionViewFragment> = {
  ...{ id: "v-4", name: "v4", state: "IN_FORCE", title: "Refunds", contentHash: "x", changeNote: "", ended: null },
  ...{ effectiveFrom: "2026-10-01T00:00:00.000Z", effectiveUntil: null, approvedBy: [], changes: [], content: null },
};
const approved = {
  ...{ id: "d-1", state: "APPROVED", versionName: "v5", approvalsNeeded: 2, approvedBy: [], authors: [] },
  ...{ findings: [], faults: [], tests: [], changes: [], events: [] },
  availableActions: [{ action: "PUBLISH", allowed: true, reasons: [] }],
} satisfies Parameters<typeof DraftActions>[0]["draft"];
const yuan = { minor: "129900", currency: "CNY" };
const payment: ResultOf<typeof PaymentLineFragment> = {
  ...{ id: "sale", network: "UNIONPAY", cardLast4: "6621", voucherNumber: "000419", terminalNumber: null },
  ...{ processedAt: "2026-09-26T10:42:00.000Z", captured: yuan, refundable: yuan, cases: [] },
  merchant: { id: "m", name: "Hushang", nameZh: "沪上百货" },
};
const begun = { __typename: "PolicyDraftDone", policy: { id: "p", name: "channel-WEB" } };

interface Way {
  readonly page: ReactElement;
  readonly go: () => Promise<void>;
  readonly asks: string;
  readonly answer: Readonly<Record<string, unknown>>;
  readonly leads: string;
}
const ways: Readonly<Record<string, Way>> = {
  "a sample that is drawn": {
    page: <DrawSample />,
    async go() {
      type("Name", "October");
      await press("Preview the population");
      await press("Draw it");
    },
    asks: "DrawSample",
    answer: { drawSample: { __typename: "SampleDrawn", sample: { id: "s-1" } } },
    leads: "/audit/samples/s-1",
  },
  "a course that is begun": {
    page: <CoursesPage />,
    async go() {
      type("Code", "slips");
      await press("New course");
    },
    asks: "createCourse",
    answer: { createCourse: { __typename: "CourseSaved", course: { id: "k", code: "slips" } } },
    leads: "/training/courses/slips",
  },
  "a policy that is begun": {
    page: <NewPolicy onClose={nothing} onBegun={nothing} />,
    async go() {
      await act(async () => void fireEvent.click(screen.getByLabelText("Channel", { selector: "input" })));
      fireEvent.change(screen.getByLabelText("Channel", { selector: "select" }), { target: { value: "WEB" } });
      await screen.findByText("the new policy");
      await press("Begin the draft");
    },
    asks: "CreatePolicy",
    answer: { createPolicy: begun },
    leads: "/policies/channel-WEB?version=draft",
  },
  "a policy's next draft": {
    page: (
      <PolicyVersionView
        policy="default"
        label="all merchants"
        version={maskFragments([PolicyVersionViewFragment], version)}
        versions={[version]}
        hasDraft={false}
        mustRead={false}
        onMoved={nothing}
      />
    ),
    go: () => press("Begin the next version"),
    asks: "StartPolicyDraft",
    answer: { startPolicyDraft: begun },
    leads: "/policies/default?version=draft",
  },
  "a draft that is published": {
    page: (
      <DraftActions
        draft={approved}
        revision={3}
        timeZone="Asia/Shanghai"
        canMove
        against={[]}
        onAnswer={nothing}
        onMoved={nothing}
      />
    ),
    go: () => press("Publish"),
    asks: "PublishPolicy",
    answer: { publishPolicy: begun },
    leads: "/?version=v5",
  },
  "a case that is opened": {
    page: (
      <NewCaseForm
        transaction={maskFragments([NewCaseFormFragment], {
          ...{ id: "sale", refundable: yuan },
          ...maskFragments([PaymentLineFragment], payment),
        })}
        onOther={nothing}
      />
    ),
    async go() {
      await act(async () => void fireEvent.click(screen.getByRole("radio", { name: "Charged twice" })));
      type("Customer's name", "Emma Clarke");
      type("E-mail", "emma@example.com");
      await press(/^Open the case/);
    },
    asks: "OpenCaseForCustomer",
    answer: { openCaseForCustomer: { __typename: "CaseOpened", case: { number: "RD-26-000009" } } },
    leads: "/cases/RD-26-000009",
  },
};
/** What the pages ask before anything is pressed. */
const read = {
  samplePreview: { __typename: "SamplePreview" },
  policyScopePreview: { label: "web", taken: null, narrower: [], wider: [{ id: "p", name: "default", label: "all" }] },
  viewer: null,
  previewRequest: null,
};

test.each(
  Object.entries(ways).flatMap(([name, way]) => [
    { name, way, isHere: true },
    { name, way, isHere: false },
  ]),
)("$name leads on only whoever is still there when the answer comes (there: $isHere)", async ({ way, isHere }) => {
  let give: (root: Readonly<Record<string, unknown>>) => void = () => undefined;
  const held = new Promise<Readonly<Record<string, unknown>>>((answer) => {
    give = answer;
  });
  const { asked } = wholeDesk(({ name }) => (name === way.asks ? held : read));
  const desk = (page: ReactElement | null) => (
    <>
      <Desk viewer={{ ...agent, permissions: ["POLICY_WRITE", "POLICY_PUBLISH", "CASE_WORK"] }}>{page}</Desk>
      <Address />
    </>
  );
  const { redraw } = await show(desk(way.page));
  await way.go();
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain(way.asks));
  if (!isHere) redraw(desk(null));
  const told = vi.spyOn(Response, "json");
  await act(async () => give(way.answer));
  await waitFor(() => expect(told).toHaveBeenCalled());
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  await waitFor(() => expect(screen.getByTestId("address").textContent).toBe(isHere ? way.leads : "/"));
});

test.each([
  ["is done", { endTrainingRule: { __typename: "TrainingRulesChanged", rules: [] } }],
  ["is refused", { endTrainingRule: { __typename: "TrainingRefused", message: "No.", reasons: [] } }],
  ["is lost", null],
])("a rule whose end %s after its reader went on leaves alone what they write of another", async (_, root) => {
  const { promise: held, resolve: give } = Promise.withResolvers<typeof root>();
  const rule = (id: string, title: string) => ({ id, version: 1, kind: "ROLE", course: { id, code: id, title } });
  const rules = [rule("r1", "Handling money"), rule("r2", "Slips")];
  const { asked } = wholeDesk(({ name }) => (name === "endTrainingRule" ? held : { trainingRules: rules }));
  await show(
    <Desk viewer={{ ...agent, permissions: ["TRAINING_MANAGE"] }}>
      <RulesPage />
    </Desk>,
  );
  await press("End the rule: Handling money");
  const dialog = within(screen.getByRole("dialog"));
  fireEvent.click(dialog.getByRole("button", { name: "End" }));
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain("endTrainingRule"));
  fireEvent.click(dialog.getByRole("button", { name: "Cancel" }));
  await press("Change the rule: Slips");
  type(/^Due within days/, "30");
  await act(async () => give(root));
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(screen.getByLabelText<HTMLInputElement>(/^Due within days/).value).toBe("30");
  expect(screen.queryByText("The rule has ended")).toBeNull();
  expect(screen.queryByText("No.")).toBeNull();
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  // The table says what became of it.
  expect(asked.filter(({ name }) => name === "RulesPage")).toHaveLength(2);
});
