import type { Money } from "../../kernel/money.ts";
import type { CaseFacts } from "./case-facts.ts";

type Claim = Pick<CaseFacts, "amount" | "settledMinor" | "takenByBankMinor">;

/** What of the claim has neither gone back over this case nor was taken back by the bank. */
export function leftOfClaim({ amount: claimed, settledMinor, takenByBankMinor }: Claim): Money {
  const left = claimed.minor - settledMinor - takenByBankMinor;
  // Where the bank kept what had gone back already, it went twice.
  return { ...claimed, minor: left < 0n ? 0n : left };
}
