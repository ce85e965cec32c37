import { largestMinor, type Money } from "../../kernel/money.ts";
import type { RequestProblem } from "./request-problem.ts";

/** What speaks against asking for this much over a payment of that much; of a payment that is not on file, nobody knows how much. */
export function amountProblems(asked: Money, paid: Money | null): readonly RequestProblem[] {
  if (asked.minor <= 0n) return [{ code: "AMOUNT_NOT_POSITIVE" }];
  if (asked.minor > largestMinor) return [{ code: "AMOUNT_TOO_LARGE" }];
  if (paid === null) return [];
  if (asked.currency !== paid.currency) return [{ code: "CURRENCY_DIFFERS", expected: paid.currency }];
  return asked.minor > paid.minor ? [{ code: "ABOVE_PAID", paid }] : [];
}
