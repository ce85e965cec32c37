import type { Money } from "../../kernel/money.ts";
import type { CaseFacts } from "./case-facts.ts";

type Claim = Pick<CaseFacts, "amount" | "settledMinor" | "takenByBankMinor">;

/** What of the claim has neither gone back over this case nor was taken back by the bank. */
export function leftOfClaim({ amount: claimed, settledMinor, takenByBankMinor }: Claim): Money {
  return { ...claimed, minor: claimed.minor - settledMinor - takenByBankMinor };
}
