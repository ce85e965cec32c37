import { type Language, languages } from "../../../i18n/language.ts";
import type { BulkAction } from "./bulk-actions.ts";
import type { BulkOutcome, PreviewRow } from "./run-bulk.ts";

/** Whom the words are for: customers by the language they read, or the desk itself. */
export type Reader = Language | "desk";

/** Cases that are told the same words. */
export interface BulkPart {
  readonly reader: Reader;
  readonly rows: readonly PreviewRow[];
}

/** Those on which the action changes something; to whoever has a case already it is not given again. */
export function changedBy(action: BulkAction, rows: readonly PreviewRow[], assignee: string): readonly PreviewRow[] {
  const has = (row: PreviewRow) => (row.case.assignee?.id ?? "") === assignee;
  return rows.filter((row) => row.allowed && !(action === "ASSIGN" && has(row)));
}

const toCustomers: readonly BulkAction[] = ["REQUEST_INFORMATION", "CLOSE"];

/** What customers read is written in each language that one of them reads; the rest is said once. */
export function partsOf(action: BulkAction, rows: readonly PreviewRow[]): readonly BulkPart[] {
  if (!toCustomers.includes(action)) return [{ reader: "desk", rows }];
  return languages
    .map((reader) => ({ reader, rows: rows.filter((row) => languageOf(row) === reader) }))
    .filter((part) => part.rows.length > 0);
}

const languageOf = ({ case: of }: PreviewRow): Language => (of.customer?.locale === "EN" ? "en" : "zh-CN");

/** What became of all parts, as if they had been sent as one; null while there is no answer to any. */
export function togetherOf(answers: readonly BulkOutcome[]): BulkOutcome | null {
  const [first] = answers;
  if (first === undefined) return null;
  const rows = answers.flatMap((answer) => answer.rows);
  return { ...first, done: answers.reduce((sum, { done }) => sum + done, 0), rows };
}
