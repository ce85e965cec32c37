import type pg from "pg";
import { perPool } from "./per-pool.ts";
import { nameFor } from "./preparing-pool.ts";
import type { Shape } from "./statement-shape.ts";

/** Several statements as one: each row says in its first column which of them it answers. */
export interface Combined {
  readonly name: string;
  readonly text: string;
}

/** By the statements in it. Each connection of a pool keeps its plan, so their number is bounded. */
const knownOf = perPool(() => new Map<string, Combined>());
const MOST = 80;

/** The same for the same statements in the same order; none when there are too many already. */
export function combine(pool: pg.Pool, shapes: readonly Shape[]): Combined | null {
  const known = knownOf(pool);
  const key = shapes.map(({ id }) => id).join(" ");
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  if (known.size >= MOST) return null;
  const text = textOf(shapes);
  const fresh = { name: nameFor(text), text };
  known.set(key, fresh);
  return fresh;
}

/**
 * Every column as text, which is how it would have come over the wire, filled up to the widest. Where the order of some rows
 * means something they are numbered as they come, and the whole is sorted by it, since a union promises no order.
 */
function textOf(shapes: readonly Shape[]): string {
  const widest = Math.max(...shapes.map(({ columns }) => columns.length));
  const isOrdered = shapes.some((shape) => shape.isOrdered);
  let values = 0;
  const parts = shapes.map(({ text, columns, isOrdered: isPartOrdered }, part) => {
    const cells = Array.from({ length: widest }, (_, column) =>
      column < columns.length ? `q.c${column}::text` : "null::text",
    );
    const place = isOrdered ? [isPartOrdered ? "row_number() over ()" : "0"] : [];
    const [moved, own] = moveValues(text, values);
    values += own;
    return `select ${[part, ...cells, ...place].join(", ")} from (${moved}) q(${columns.map((_, column) => `c${column}`).join(", ")})`;
  });
  return `${parts.join(" union all ")}${isOrdered ? ` order by 1, ${widest + 2}` : ""}`;
}

/** The statement with its numbered values behind those of the statements before it, and how many are its own. */
function moveValues(text: string, by: number): [moved: string, own: number] {
  let own = 0;
  const moved = text.replace(/\$(\d+)/g, (_, digits: string) => {
    own = Math.max(own, Number(digits));
    return `$${Number(digits) + by}`;
  });
  return [moved, own];
}
