import type { LogFilter } from "../audit/queries/list-log.ts";
import type { CaseFilter } from "../cases/queries/narrow-cases.ts";
import type { DisputeFilter } from "../disputes/queries/list-disputes.ts";
import type { RefundFilter } from "../refunds/queries/narrow-refunds.ts";
import type { TransactionFilter } from "../transactions/queries/find-transactions.ts";
import type { ExportKind } from "./domain/words.ts";

interface Filters {
  readonly CASES: CaseFilter;
  readonly REFUNDS: RefundFilter;
  readonly DISPUTES: DisputeFilter;
  readonly TRANSACTIONS: TransactionFilter;
  readonly AUDIT_LOG: LogFilter;
}
export type FilterOf<K extends ExportKind> = Filters[K];

/** Which list, narrowed to what, as it was asked at the start: a span such as "overdue" is by then a moment. */
export type ExportQuestion<K extends ExportKind = ExportKind> = {
  readonly [P in K]: { readonly kind: P; readonly filter: FilterOf<P> };
}[K];

/** As text that a job reads back the same: JSON has no word for a moment or for a whole number of any size. */
export function keepQuestion(question: ExportQuestion): string {
  return JSON.stringify(question, function (this: Readonly<Record<string, unknown>>, key, value: unknown) {
    // A date has already been turned into text by the time it comes here.
    const kept = this[key];
    if (kept instanceof Date) return { $at: kept.toISOString() };
    return typeof value === "bigint" ? { $whole: String(value) } : value;
  });
}

export function readQuestion(kept: string): ExportQuestion {
  return JSON.parse(kept, (_key, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    if ("$at" in value) return new Date(String(value.$at));
    return "$whole" in value ? BigInt(String(value.$whole)) : value;
  });
}
