import { act, fireEvent, screen, within } from "@testing-library/react";
import { maskFragments } from "gql.tada";
import { describe, expect, test } from "vitest";
import { type KeptTest, PolicyTestsFragment } from "../../web/policies/kept-test.ts";
import { PolicyTests } from "../../web/policies/PolicyTests.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

const given: KeptTest["given"] = {
  ...{ amount: { minor: "20000", currency: "CNY" }, reason: "OTHER", merchantAnswer: "SILENT", daysSinceSale: 4 },
  ...{ amountRefundable: true, withinWindow: true, proofPresent: false, identityConfirmed: true, goodsAccepted: true },
  ...{ network: "VISA", channel: null, alreadyBack: { minor: "5000", currency: "CNY" } },
};
const failing: KeptTest = {
  ...{ id: "0199d6a0-0000-7000-8000-0000000000b1", name: "A silent shop", expected: "DECLINE", got: "REVIEW" },
  ...{ passed: false, rowNumber: null, caseNumber: "RD-1", facts: ["the shop is silent"], given },
};
const draftWith = (tests: KeptTest[], state: "DRAFT" | "IN_REVIEW" = "DRAFT") =>
  maskFragments([PolicyTestsFragment], { id: "d1", policy: "category-7011", state, tests });
const shown = (tests: KeptTest[], mayWrite = true) =>
  show(
    <Desk>
      <PolicyTests draft={draftWith(tests)} mayWrite={mayWrite} />
    </Desk>,
  );
const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));

describe("the test cases of a draft", () => {
  test("a failing one is told with what it must be and what it is, and where it came from", async () => {
    await shown([failing]);
    expect(screen.getByText(/0 of 1 pass/)).toBeTruthy();
    expect(screen.getByText(/must be “Decline”, the draft says “A person decides”/)).toBeTruthy();
    expect(screen.getByText(/No row fits; the last line decides\. Taken from case RD-1\./)).toBeTruthy();
  });

  test("whoever only reads has no buttons", async () => {
    await shown([failing], false);
    expect(screen.queryAllByRole("button")).toEqual([]);
  });

  test("while colleagues read the draft none is changed or dropped, which is said, and another can be added", async () => {
    await show(
      <Desk>
        <PolicyTests draft={draftWith([failing], "IN_REVIEW")} mayWrite />
      </Desk>,
    );
    expect(screen.getByText(/Colleagues are reading the draft with these cases/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^(Change|Drop) the test case/ })).toBeNull();
    expect(screen.getByRole("button", { name: "Add a test case" })).toBeTruthy();
  });

  test("another is kept with an id of its own, and sent as its fields say", async () => {
    const asked = answering(() => ({
      body: { data: { __typename: "Mutation", keepPolicyTest: { __typename: "PolicyNotFound", message: "No." } } },
    }));
    await shown([]);
    await press("Add a test case");
    const form = within(screen.getByRole("form", { name: "Add a test case" }));
    const keep = form.getByRole<HTMLButtonElement>("button", { name: "Keep and run" });
    expect(keep.disabled).toBe(true);
    fireEvent.change(form.getByLabelText(/What it is about/), { target: { value: "No sale was found" } });
    fireEvent.change(form.getByLabelText("Amount"), { target: { value: "CNY 0" } });
    expect(keep.disabled).toBe(true);
    fireEvent.change(form.getByLabelText("Amount"), { target: { value: "USD 12.50" } });
    fireEvent.change(form.getByLabelText(/Gone back before/), { target: { value: "CNY 3.00" } });
    expect(keep.disabled).toBe(true);
    expect(form.getByText(/in the currency of the case/)).toBeTruthy();
    fireEvent.change(form.getByLabelText(/Gone back before/), { target: { value: "USD 3.00" } });
    fireEvent.change(form.getByLabelText(/Days since the sale/), { target: { value: "" } });
    fireEvent.change(form.getByLabelText("Proof"), { target: { value: "false" } });
    fireEvent.change(form.getByLabelText("Must come out as"), { target: { value: "DECLINE" } });
    await act(async () => void fireEvent.click(keep));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.variables["input"]).toMatchObject({
      ...{ policy: "category-7011", name: "No sale was found", expected: "DECLINE" },
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      facts: {
        amount: { minor: "1250", currency: "USD" },
        daysSinceSale: null,
        proofPresent: false,
        network: null,
        alreadyBack: { minor: "300", currency: "USD" },
      },
    });
    // The answer was no: what was typed stays, with the reason beside it.
    expect(await screen.findByText("No.")).toBeTruthy();
    expect(form.getByDisplayValue("No sale was found")).toBeTruthy();
  });

  test("a kept one is said anew under its own id, from the facts that it was kept with", async () => {
    const asked = answering(() => ({
      body: {
        data: {
          __typename: "Mutation",
          keepPolicyTest: {
            __typename: "PolicyTestsDone",
            policy: { __typename: "Policy", id: "category-7011", draft: null },
          },
        },
      },
    }));
    await shown([failing]);
    await press("Change the test case “A silent shop”");
    fireEvent.change(screen.getByLabelText("Must come out as"), { target: { value: "REVIEW" } });
    await press("Keep and run");
    const { amount, ...facts } = given;
    expect(asked[0]?.variables["input"]).toEqual({
      ...{ id: failing.id, policy: "category-7011", name: "A silent shop", expected: "REVIEW" },
      facts: { ...facts, amount },
    });
    expect(screen.queryByRole("form")).toBeNull();
  });

  test("one that may not be dropped now says why, and stays", async () => {
    answering(() => ({
      body: {
        data: {
          __typename: "Mutation",
          dropPolicyTest: { __typename: "PolicyRefused", reasons: [{ __typename: "PolicyRefusal", message: "Read." }] },
        },
      },
    }));
    await shown([failing]);
    await press("Drop the test case “A silent shop”");
    expect(await screen.findByText("Read.")).toBeTruthy();
    expect(screen.getByText("A silent shop")).toBeTruthy();
  });
});
