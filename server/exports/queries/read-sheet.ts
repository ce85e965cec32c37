import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { ExportKind } from "../domain/words.ts";
import type { ExportQuestion } from "../export-question.ts";
import { caseSheet } from "./case-sheet.ts";
import { disputeSheet } from "./dispute-sheet.ts";
import { logSheet } from "./log-sheet.ts";
import { refundSheet } from "./refund-sheet.ts";
import type { PageOfSheet, Sheet, SheetPage } from "./sheet.ts";
import { transactionSheet } from "./transaction-sheet.ts";

const sheets: { readonly [K in ExportKind]: Sheet<K> } = {
  CASES: caseSheet,
  REFUNDS: refundSheet,
  DISPUTES: disputeSheet,
  TRANSACTIONS: transactionSheet,
  AUDIT_LOG: logSheet,
};

/** How many rows somebody would get, no further than `most`. */
export function countRows<K extends ExportKind>(
  db: Db,
  actor: Actor,
  { kind, filter }: ExportQuestion<K>,
  most: number,
): Promise<number> {
  return sheets[kind].count(db, actor, filter, most);
}

export function readSheet<K extends ExportKind>(
  db: Db,
  actor: Actor,
  { kind, filter }: ExportQuestion<K>,
  page: PageOfSheet,
): Promise<SheetPage<K>> {
  return sheets[kind].page(db, actor, filter, page);
}
