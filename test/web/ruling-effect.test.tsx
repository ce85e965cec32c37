import { screen } from "@testing-library/react";
import { maskFragments } from "gql.tada";
import { expect, test } from "vitest";
import { RulingEffect, RulingEffectFragment } from "../../web/disputes/RulingEffect.tsx";
import { show } from "./support.tsx";

const cny = (minor: string) => ({ minor, currency: "CNY" });

test.each([
  ["all of it has gone back", "0", "0", "CHARGEBACK_UPHELD", /CNY\W1,299\.00 of this went back/],
  ["part of it has gone back", "0", "69900", "CHARGEBACK_UPHELD", /CNY\W600\.00 of this went back/],
  ["the bank has it already", "129900", "0", "CHARGEBACK_UPHELD", null],
  ["the payment still has it", "0", "129900", "CHARGEBACK_UPHELD", null],
  ["it is for the shop", "0", "0", "MERCHANT_UPHELD", null],
] as const)("a ruling says that money goes out twice where it does: %s", async (_, taken, left, ruling, says) => {
  const dispute = maskFragments([RulingEffectFragment], { amount: cny("129900"), chargedBack: cny(taken) });
  await show(<RulingEffect dispute={dispute} left={cny(left)} ruling={ruling} amount={null} />);
  if (says === null) expect(screen.queryByText(/went back to the cardholder/)).toBeNull();
  else expect(screen.getByText(says)).toBeTruthy();
});
