import { configure, fireEvent, screen } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NewCaseForm, NewCaseFormFragment } from "../../web/pages/new-case/NewCaseForm.tsx";
import { ImportErrors } from "../../web/transactions/ImportErrors.tsx";
import { PaymentLineFragment } from "../../web/transactions/PaymentLine.tsx";
import { PaymentLookUp } from "../../web/transactions/PaymentLookUp.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

configure({ asyncUtilTimeout: 10_000 });
beforeEach(() => void answering(() => ({ status: 502, body: {} })));
afterEach(() => void vi.restoreAllMocks());

const yuan = (minor: string) => ({ minor, currency: "CNY" });
const line: ResultOf<typeof PaymentLineFragment> = {
  ...{ id: "sale", network: "UNIONPAY", cardLast4: "6621", voucherNumber: "000419", terminalNumber: null },
  ...{ processedAt: "2026-09-26T10:42:00.000Z", captured: yuan("129900"), refundable: yuan("129900") },
  merchant: { id: "m", name: "Hushang Department Store", nameZh: "沪上百货" },
  cases: [],
};
const transaction = maskFragments([NewCaseFormFragment], {
  id: "sale",
  refundable: yuan("129900"),
  ...maskFragments([PaymentLineFragment], line),
});

async function form() {
  await show(
    <Desk>
      <NewCaseForm transaction={transaction} onOther={() => undefined} />
    </Desk>,
  );
}
const press = (name: RegExp) => fireEvent.click(screen.getByRole("button", { name }));

test("a new case that lacks something goes to the first fault, a choice among them", async () => {
  await form();
  press(/^Open the case/);
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getAllByRole("radio")[0]));
  fireEvent.click(screen.getByRole("radio", { name: "Charged twice" }));
  press(/^Open the case/);
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Customer's name")));
});

test("what could not be foreseen is said to be so, and can be asked again: nobody is told to choose what they chose", async () => {
  await form();
  expect(screen.getByText(/^Once a reason is chosen/)).toBeTruthy();
  fireEvent.click(screen.getByRole("radio", { name: "Charged twice" }));
  await screen.findByText(/nor whether there is another case about this payment/);
  expect(screen.queryByText(/^Once a reason is chosen/)).toBeNull();
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});

test("the button names the amount that it sends, and beside it stands nothing that was foreseen of another", async () => {
  wholeDesk(() => ({ previewRequest: { duplicates: [{ closedAt: null }] } }));
  await form();
  fireEvent.click(screen.getByRole("radio", { name: "Charged twice" }));
  const asked = await screen.findByText(/^There is an open case about this payment/);
  fireEvent.change(screen.getByLabelText(/CNY/), { target: { value: "50" } });
  expect(screen.getByRole("button", { name: /^Open the case over CNY\s50\.00$/ })).toBeTruthy();
  expect(asked.isConnected).toBe(false);
  const again = await screen.findByText(/^There is an open case about this payment/);
  fireEvent.click(screen.getByRole("radio", { name: "Something else" }));
  expect(again.isConnected).toBe(false);
});

test("a look-up that reached nobody does not look like a payment that is not there", async () => {
  await show(
    <Desk>
      <PaymentLookUp onChoose={() => undefined} />
    </Desk>,
  );
  fireEvent.change(screen.getByRole("combobox"), { target: { value: "000419" } });
  await screen.findByRole("button", { name: "Try again" });
});

test("the lines that an import did not take are not shown as none where they could not be read", async () => {
  await show(
    <Desk>
      <ImportErrors importId="i1" />
    </Desk>,
  );
  await screen.findByRole("button", { name: "Try again" });
  expect(screen.queryByRole("table")).toBeNull();
});
