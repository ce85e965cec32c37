import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { BatchPreview } from "../../web/approvals/BatchPreview.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

afterEach(() => vi.restoreAllMocks());

/** What an untrained supervisor is told of a refund: agreeing is shut to them, turning it down is not. */
const request = {
  ...{ __typename: "ApprovalRequest", id: "a-1", version: 1, kind: "REFUND", inPlaceOf: null },
  ...{
    mayDecide: false,
    mayReject: true,
    amount: null,
    facts: [{ __typename: "ApprovalFact", name: "reference", value: "BT-1" }],
  },
  reasons: [
    { __typename: "ApprovalReason", code: "TRAINING_MISSING", message: "No record.", course: null, colleagues: [] },
  ],
  case: { __typename: "Case", id: "c-1", number: "RD-26-000241" },
};

async function open(verdict: "GRANT" | "REJECT", also: readonly object[] = [], totals: readonly object[] = []) {
  const preview = { __typename: "ApprovalPreview", totals, requests: [request, ...also] };
  const asked = answering(() => ({ body: { data: { __typename: "Query", approvalPreview: preview } } }));
  const chosen = [{ id: "a-1", version: 1 }];
  await show(
    <Desk>
      <BatchPreview chosen={chosen} verdict={verdict} onClose={vi.fn()} onDone={vi.fn()} />
    </Desk>,
  );
  expect(await screen.findByText(/RD-26-000241/)).toBeTruthy();
  const press = screen
    .getAllByRole<HTMLButtonElement>("button", { hidden: true })
    .find(({ type }) => type === "submit");
  return { shut: press?.disabled, variables: asked[0]?.variables };
}

test("what one may turn down though not agree to is sent when it is turned down, and no reason stands against it", async () => {
  expect(await open("REJECT")).toEqual({ shut: false, variables: { ids: ["a-1"], verdict: "REJECT" } });
  expect(screen.queryByText("No record.")).toBeNull();
  expect(screen.getByText(/^Transfer BT-1/)).toBeTruthy();
  // No money hangs on it.
  expect(screen.queryByText(/^Is free again/)).toBeNull();
});

test("to agree to it stays shut, and says why", async () => {
  expect(await open("GRANT")).toEqual({ shut: true, variables: { ids: ["a-1"], verdict: "GRANT" } });
  expect(screen.getByText("No record.")).toBeTruthy();
});

test.each([
  ["REFUND", "Goes out once everybody has agreed"],
  ["MANUAL_REFUND", "Goes out, or counts as paid outside, once everybody has agreed"],
])("of the money of a %s it says what becomes of it: %s", async (kind, words) => {
  const amount = { __typename: "Money", minor: "278090", currency: "CNY" };
  const allowed = { ...request, id: "a-2", kind, amount, mayDecide: true, reasons: [] };
  await open("GRANT", [{ ...allowed, case: { ...request.case, id: "c-2", number: "RD-26-000238" } }], [amount]);
  expect(screen.getByText(words)).toBeTruthy();
});

test("of a batch that the server broke off it says that some may be done, and sends it again under the same keys", async () => {
  const preview = { __typename: "ApprovalPreview", totals: [], requests: [request] };
  const onClose = vi.fn();
  const broken = {
    message: "",
    path: ["decideApprovals"],
    extensions: { code: "INTERNAL_SERVER_ERROR", reference: "ref-1" },
  };
  const asked = answering(({ name }) =>
    name === "DecideApprovals"
      ? { body: { data: null, errors: [broken] } }
      : { body: { data: { __typename: "Query", approvalPreview: preview } } },
  );
  await show(
    <Desk>
      <BatchPreview chosen={[{ id: "a-1", version: 1 }]} verdict="REJECT" onClose={onClose} onDone={vi.fn()} />
    </Desk>,
  );
  fireEvent.change(await screen.findByRole("textbox", { hidden: true }), { target: { value: "Not ours" } });
  const send = () => act(async () => void fireEvent.submit(document.querySelector("form") as HTMLFormElement));
  await send();
  const told = (await screen.findByRole("alert", { hidden: true })).textContent;
  expect(told).toMatch(
    /^The server failed.*Some may be done already; sending again does nothing twice\.Reference ref-1$/,
  );
  await send();
  const sent = asked.filter(({ name }) => name === "DecideApprovals").map(({ variables }) => variables);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Cancel", hidden: true })));
  expect(onClose.mock.calls).toEqual([[true]]);
});
