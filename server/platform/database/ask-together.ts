import pg from "pg";
import { type Combined, combine } from "./combined-statement.ts";
import { prepared } from "./preparing-pool.ts";
import { learnShape, rowOf, type Shape, shapeOf } from "./statement-shape.ts";

/** One statement that somebody waits for. */
export interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly resolve: (rows: readonly unknown[]) => void;
  readonly reject: (reason: unknown) => void;
}

interface Known {
  readonly asked: Asked;
  readonly shape: Shape;
}

/**
 * Answers all who wait, with one trip to the database for those that can share it. A statement that has never run goes alone,
 * since only its answer tells of which types its columns are.
 */
export function askTogether(pool: pg.Pool, waiting: readonly Asked[]): void {
  const together: Known[] = [];
  for (const asked of waiting) {
    const shape = shapeOf(pool, asked.text);
    if (shape === null) void askAlone(pool, asked);
    else together.push({ asked, shape });
  }
  const shapes = together.map(({ shape }) => shape);
  const combined = shapes.length < 2 ? null : combine(pool, shapes);
  if (combined !== null) void askAsOne(pool, together, combined);
  else for (const { asked } of together) void askAlone(pool, asked);
}

async function askAlone(pool: pg.Pool, { text, values, resolve, reject }: Asked): Promise<void> {
  try {
    const client = await pool.connect();
    try {
      const { rows, fields } = await client.query<Record<string, unknown>>(prepared(text, values));
      learnShape(pool, text, fields, (type) => client.getTypeParser(type));
      resolve(rows);
    } finally {
      client.release();
    }
  } catch (error) {
    reject(error);
  }
}

async function askAsOne(pool: pg.Pool, together: readonly Known[], { name, text }: Combined): Promise<void> {
  try {
    const values = together.flatMap(({ asked }) => asked.values);
    const { rows } = await pool.query<(string | null)[]>({ name, text, values, rowMode: "array", types: asWritten });
    const found: unknown[][] = together.map(() => []);
    for (const row of rows) {
      const part = Number(row[0]);
      const shape = together[part]?.shape;
      if (shape !== undefined) found[part]?.push(rowOf(shape, row));
    }
    for (const [part, { asked }] of together.entries()) asked.resolve(found[part] ?? []);
  } catch (error) {
    // What is wrong with one is not told to all: each gets the answer that is its own.
    if (error instanceof pg.DatabaseError) for (const { asked } of together) void askAlone(pool, asked);
    else for (const { asked } of together) asked.reject(error);
  }
}

/** Values stay as PostgreSQL wrote them, until the statement that they belong to reads them. */
const asWritten = { getTypeParser: () => (text: string) => text };
