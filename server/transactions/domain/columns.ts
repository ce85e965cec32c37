import { done, type Result, refused } from "../../kernel/result.ts";
import type { ChosenColumns } from "./chosen-columns.ts";
import type { FileProblem } from "./import-problem.ts";

/** A column that a kind of file has; `alsoCalled` are the other headings by which it is known. */
export interface ColumnSpec {
  readonly required: boolean;
  readonly alsoCalled: readonly string[];
}
export type ColumnSpecs<C extends string> = Readonly<Record<C, ColumnSpec>>;

/** Where each column stands in this file; -1 where it has none. */
export interface ColumnPlaces<C extends string> {
  readonly count: number;
  readonly at: Readonly<Record<C, number>>;
}

/** Headings differ in case, blanks and dashes; a byte order mark may stand before the first. */
function plainHeading(heading: string): string {
  return heading
    .replace(/^\ufeff/, "")
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}

/** By which headings a column is known; a choice by hand takes the place of all of them. */
function headingsOf(name: string, { alsoCalled }: ColumnSpec, chosen: string | null | undefined): ReadonlySet<string> {
  if (chosen === null) return new Set();
  return new Set((chosen === undefined ? [name, ...alsoCalled] : [chosen]).map(plainHeading));
}

/** What each column was found as, for whoever assigns them; null where no heading stands for it, or more than one. */
export function findHeadings(header: readonly string[], specs: ColumnSpecs<string>, chosen: ChosenColumns) {
  return Object.entries(specs).map(([name, spec]) => {
    const known = headingsOf(name, spec, chosen[name]);
    const found = header.filter((heading) => known.has(plainHeading(heading)));
    return { name, required: spec.required, heading: found.length === 1 ? (found[0] ?? null) : null };
  });
}

/** Finds the columns of a file by its heading, in whatever order; columns that nobody asked for are passed over. */
export function placeColumns<C extends string>(
  header: readonly string[],
  specs: ColumnSpecs<C>,
  chosen: ChosenColumns = {},
): Result<ColumnPlaces<C>, FileProblem> {
  const headings = header.map(plainHeading);
  const names = Object.keys(specs) as C[];
  const places = names.map((name) => {
    const known = headingsOf(name, specs[name], chosen[name]);
    return { name, found: headings.flatMap((heading, place) => (known.has(heading) ? [place] : [])) };
  });
  const missing = places.filter(({ name, found }) => specs[name].required && found.length === 0);
  if (missing.length > 0) {
    // A file that is no CSV at all has one endless heading; a message shows only its beginning.
    const found = header.slice(0, 30).map((heading) => Array.from(heading).slice(0, 40).join(""));
    return refused({ code: "COLUMNS_MISSING", missing: missing.map(({ name }) => name), found });
  }
  const twice = places.filter(({ found }) => found.length > 1);
  if (twice.length > 0) return refused({ code: "COLUMNS_TWICE", columns: twice.map(({ name }) => name) });
  const at = Object.fromEntries(places.map(({ name, found: [place = -1] }) => [name, place])) as Record<C, number>;
  return done({ count: header.length, at });
}
