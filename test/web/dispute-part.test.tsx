import { screen } from "@testing-library/react";
import { maskFragments } from "gql.tada";
import { expect, test } from "vitest";
import { DisputePart, DisputePartFragment } from "../../web/disputes/DisputePart.tsx";
import { show } from "./support.tsx";

const dispute = {
  id: "d1",
  network: "VISA",
  reasonCode: "13.1",
  reasonMeaning: "Merchandise or services not received",
  reasonText: null,
  state: "CHARGEBACK",
  ruling: null,
  waitsOn: "DESK",
  reference: null,
  cycle: 1,
  respondBy: null,
  amount: { minor: "144500", currency: "CNY" },
  chargedBack: { minor: "144500", currency: "CNY" },
} as const;
const neededEvidence = [{ need: "MUST" as const, text: "signed slip", present: false }];

test("evidence is asked for while the dispute waits on somebody", async () => {
  await show(<DisputePart case={maskFragments([DisputePartFragment], { dispute: { ...dispute, neededEvidence } })} />);
  expect(screen.getByText("signed slip")).toBeTruthy();
});

test.each([
  ["is over", { state: "WON", waitsOn: null }],
  ["was accepted, and waits for the bank's ruling", { state: "ACCEPTED", waitsOn: "BANK" }],
  ["was not answered in time", { state: "LAPSED", waitsOn: "BANK" }],
] as const)("nothing is asked for a dispute that %s", async (_what, change) => {
  const over = { ...dispute, neededEvidence, ...change };
  await show(<DisputePart case={maskFragments([DisputePartFragment], { dispute: over })} />);
  expect(screen.getByText("Bank dispute")).toBeTruthy();
  expect(screen.queryByText("signed slip")).toBeNull();
});

test("a number that the bank charged back under again is told with its cycle", async () => {
  const again = { ...dispute, neededEvidence, reference: "VISA-1", cycle: 2 };
  await show(<DisputePart case={maskFragments([DisputePartFragment], { dispute: again })} />);
  expect(screen.getByText("VISA-1, cycle 2")).toBeTruthy();
});
