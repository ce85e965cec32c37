import { money, toDecimal } from "../../kernel/money.ts";
import type { RowProblem } from "../../transactions/domain/import-problem.ts";
import type { BankDisputeRow } from "./bank-dispute-row.ts";

export interface SaleOfDispute {
  readonly network: string;
  readonly card_last4: string;
  readonly currency: string;
  readonly captured_minor: bigint;
}

/** What speaks against a dispute being about that sale. */
export function problemsWithSale(row: BankDisputeRow, sale: SaleOfDispute): readonly RowProblem[] {
  const problems: RowProblem[] = [];
  if (row.network !== sale.network) problems.push({ column: "network", code: "CARD_OF_SALE" });
  if (row.cardLast4 !== null && row.cardLast4 !== sale.card_last4)
    problems.push({ column: "card_last4", code: "CARD_OF_SALE" });
  if (row.amount.currency !== sale.currency) {
    problems.push({ column: "currency", code: "CURRENCY_OF_SALE", expected: sale.currency });
  } else if (row.amount.minor > sale.captured_minor) {
    problems.push({
      column: "amount",
      code: "ABOVE_SALE",
      captured: toDecimal(money(sale.captured_minor, sale.currency)),
    });
  }
  return problems;
}
