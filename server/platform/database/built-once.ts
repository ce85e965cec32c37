import { type Compilable, type CompiledQuery, type RawBuilder, sql } from "kysely";
import type { Db } from "./database.ts";

/** A value of a statement before anybody knows it: it stands in the text and cannot be looked at, so the text never hangs on it. */
export type Given<Value> = RawBuilder<Value>;

type AllGiven<Values extends readonly unknown[]> = { readonly [Place in keyof Values]: Given<Values[Place]> };

/** Holds the place of a value in a statement that is built. */
class Place {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
}

/**
 * A statement whose text is always the same is built once in a process, when it is first asked; from then on its values alone
 * are handed over. To build one costs as much again as asking it, and a page asks a dozen.
 */
export function builtOnce<Values extends readonly unknown[], Row>(
  build: (db: Db, ...given: AllGiven<Values>) => Compilable<Row>,
): (db: Db, ...values: Values) => Promise<Row[]> {
  let built: CompiledQuery<Row> | null = null;
  return async (db, ...values) => {
    built ??= build(db, ...placesFor<Values>(build.length - 1)).compile();
    const parameters = built.parameters.map((part) => (part instanceof Place ? values[part.index] : part));
    return (await db.executeQuery<Row>({ ...built, parameters })).rows;
  };
}

function placesFor<Values extends readonly unknown[]>(count: number): AllGiven<Values> {
  return Array.from({ length: count }, (_, index) => sql`${new Place(index)}`) as unknown as AllGiven<Values>;
}
