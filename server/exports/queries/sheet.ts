import type { Db } from "../../platform/database/database.ts";
import type { Locale } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { SheetRow } from "../domain/columns.ts";
import type { ExportKind } from "../domain/words.ts";
import type { FilterOf } from "../export-question.ts";

export interface SheetPage<K extends ExportKind> {
  readonly rows: readonly SheetRow<K>[];
  /** The cases of which these rows tell what is noted in the access log: a customer's contact, or what happened. */
  readonly contactsOf: readonly string[];
  /** The list's own cursor behind the last row; null after the last of all. */
  readonly next: readonly string[] | null;
}

export interface PageOfSheet {
  readonly first: number;
  readonly after: readonly string[] | null;
  /** The language of whoever asked, for what is told in words. */
  readonly locale: Locale;
}

/** A list as lines of a file: read by the list's own query, so that both show the same rows to the same person. */
export interface Sheet<K extends ExportKind> {
  /** How many rows fit, as far as it is worth counting. */
  readonly count: (db: Db, actor: Actor, filter: FilterOf<K>, most: number) => Promise<number>;
  readonly page: (db: Db, actor: Actor, filter: FilterOf<K>, page: PageOfSheet) => Promise<SheetPage<K>>;
}

/** The lists read one row beyond a page, which says whether there is another. */
export async function asPage<K extends ExportKind, R>(
  found: readonly R[],
  { first }: PageOfSheet,
  cursor: (row: R) => readonly string[],
  lines: (rows: readonly R[]) => Promise<readonly SheetRow<K>[]>,
  contactsOf: (rows: readonly R[]) => readonly string[] = () => [],
): Promise<SheetPage<K>> {
  const rows = found.slice(0, first);
  const last = rows.at(-1);
  return {
    rows: await lines(rows),
    contactsOf: contactsOf(rows),
    next: last === undefined || found.length <= first ? null : cursor(last),
  };
}

/** Rows by their id, for what a list only names. */
export function byId<R extends { readonly id: string }>(rows: readonly R[]): ReadonlyMap<string, R> {
  return new Map(rows.map((row) => [row.id, row]));
}
