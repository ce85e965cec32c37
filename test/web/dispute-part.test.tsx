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
  respondBy: null,
  amount: { minor: "144500", currency: "CNY" },
  chargedBack: { minor: "144500", currency: "CNY" },
  neededEvidence: [{ need: "MUST", text: "signed slip", present: false }],
} as const;

test("evidence is asked for while the dispute waits on somebody", async () => {
  await show(<DisputePart case={maskFragments([DisputePartFragment], { dispute })} />);
  expect(screen.getByText("signed slip")).toBeTruthy();
});

test("nothing is asked for a dispute that is over", async () => {
  const over = { ...dispute, state: "ACCEPTED", ruling: "CHARGED_BACK", waitsOn: null } as const;
  await show(<DisputePart case={maskFragments([DisputePartFragment], { dispute: over })} />);
  expect(screen.getByText("Bank dispute")).toBeTruthy();
  expect(screen.queryByText("signed slip")).toBeNull();
});
