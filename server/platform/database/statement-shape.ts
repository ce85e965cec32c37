import type pg from "pg";
import { perPool } from "./per-pool.ts";

type Read = (text: string) => unknown;

/** What a statement's answer looks like, learnt from its first one. */
export interface Shape {
  /** Of its text, among those of its pool. */
  readonly id: number;
  readonly text: string;
  readonly columns: readonly { readonly name: string; readonly read: Read }[];
  /** Whether the order of its rows means something. */
  readonly isOrdered: boolean;
}

/** By their text, for whoever asks by this pool. */
const knownOf = perPool(() => new Map<string, Shape>());
/** Beyond it nothing more is learnt. A free question makes new texts, a page always the same ones. */
const MOST = 500;

/** The shape of a statement that has run before and may be asked together with others. */
export function shapeOf(pool: pg.Pool, text: string): Shape | null {
  return knownOf(pool).get(text) ?? null;
}

/** Learns a shape from the fields of an answer. */
export function learnShape(
  pool: pg.Pool,
  text: string,
  fields: readonly pg.FieldDef[],
  readerOf: (type: number) => Read,
): void {
  const known = knownOf(pool);
  if (known.has(text) || known.size >= MOST || !isPlainRead(text)) return;
  const columns = fields.map(({ name, dataTypeID }) => ({ name, read: readerOf(dataTypeID) }));
  known.set(text, { id: known.size, text, columns, isOrdered: /\border by\b/i.test(text) });
}

/** What only looks, and can stand inside another statement. */
function isPlainRead(text: string): boolean {
  return /^\s*select\b/i.test(text) && !/\bfor (no key )?(update|share)\b|\bfor key share\b/i.test(text);
}

/** A row of a combined answer, behind its first column, as the statement alone would have given it. */
export function rowOf(shape: Shape, values: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  shape.columns.forEach(({ name, read }, index) => {
    const value = values[index + 1] ?? null;
    row[name] = value === null ? null : read(value);
  });
  return row;
}
