import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ChoiceControl } from "../../web/pages/case-actions/ChoiceControl.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

afterEach(() => void vi.restoreAllMocks());

test("proofs that could not be read are not said to be missing, and are asked for again", async () => {
  let isReached = false;
  wholeDesk(() =>
    isReached ? { case: { evidence: [{ id: "e1", kind: "PAYMENT_PROOF", fileName: "transfer.pdf" }] } } : null,
  );
  await show(
    <Desk>
      <ChoiceControl
        {...{ id: "proof", className: "", source: "paymentProofs", offered: { paymentProofs: ["RD-26-000001"] } }}
        {...{ value: "", onChange: () => undefined, isParty: false }}
      />
    </Desk>,
  );
  const again = await screen.findByRole("button", { name: "Try again" });
  expect(screen.queryByText(/Attach the proof/)).toBeNull();
  isReached = true;
  await act(async () => void fireEvent.click(again));
  expect(await screen.findByText("transfer.pdf")).toBeTruthy();
});

test.each([
  [true, ["Yes, we agree", "No, we contest it"]],
  [false, ["Agrees with the customer", "Disagrees"]],
])(
  "a shop that answers for itself (%s) is asked in its own name, and the desk about the shop",
  async (isParty, said) => {
    await show(
      <Desk>
        <ChoiceControl
          {...{ id: "confirms", className: "", source: "yesNo", offered: {}, isParty }}
          {...{ value: "", onChange: () => undefined }}
        />
      </Desk>,
    );
    const words = screen.getAllByRole<HTMLOptionElement>("option").filter(({ value }) => value !== "");
    expect(words.map(({ textContent }) => textContent)).toEqual(said);
  },
);
