import { GraphQLError } from "graphql";
import { fromBase64Url, toBase64Url } from "../kernel/base64url.ts";
import { isId } from "../kernel/ids.ts";

/** The most rows that one page gives, whatever is asked. */
export const LARGEST_PAGE = 100;

export interface PageRequest {
  readonly first: number;
  readonly after: readonly string[] | null;
}

/** Reads `first` and `after`; a cursor that we did not make is the caller's mistake. `parts` is how many values a cursor of this list has. */
export function pageRequest(first: number, after: string | null | undefined, parts: number): PageRequest {
  if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE)
    throw badInput(`\`first\` must be between 1 and ${LARGEST_PAGE}.`);
  return { first, after: after == null ? null : readCursor(after, parts) };
}

/** A cursor holds the values of the row that the list is ordered by. */
export function cursorOf(values: readonly string[]): string {
  return toBase64Url(asciiJson(values));
}

/** Lists are also ordered by names, and base64 takes ASCII only. */
function asciiJson(values: readonly string[]): string {
  return JSON.stringify(values).replaceAll(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function readCursor(cursor: string, parts: number): readonly string[] {
  let values: unknown = null;
  try {
    values = JSON.parse(fromBase64Url(cursor) ?? "null");
  } catch {
    // Not JSON: the same mistake as any other foreign cursor, answered below.
  }
  if (!Array.isArray(values) || values.length !== parts || !values.every(isPlainText)) {
    throw badInput("`after` is not a cursor of this list.");
  }
  return values;
}

/** PostgreSQL keeps no NUL and no half of a character, so that neither came from there. */
function isPlainText(value: unknown): value is string {
  return typeof value === "string" && !value.includes("\0") && value.isWellFormed();
}

/** An instant or an id out of a cursor; anything else, such as a year that PostgreSQL does not have, is not a cursor of ours. */
export function instantInCursor(text: string): Date {
  const instant = new Date(/^(?!0000)\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? text : Number.NaN);
  if (Number.isNaN(instant.getTime())) throw badInput("`after` is not a cursor of this list.");
  return instant;
}

export function idInCursor(text: string | undefined): string {
  if (text === undefined || !isId(text)) throw badInput("`after` is not a cursor of this list.");
  return text;
}

/** An amount in minor units, as far as PostgreSQL's bigint goes. */
export function minorInCursor(text: string | undefined): bigint {
  if (text === undefined || !/^\d{1,18}$/.test(text)) throw badInput("`after` is not a cursor of this list.");
  return BigInt(text);
}

/** Where a list is numbered through, the number; from the beginning without a cursor. */
export function wholeInCursor(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^\d{1,9}$/.test(text)) throw badInput("`after` is not a cursor of this list.");
  return Number(text);
}

export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
}
