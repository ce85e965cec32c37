import type { ActionContext } from "../../request-context.ts";

export interface Arrangement {
  /** The view on which the queue opens; null: the desk's own choice for the role. */
  readonly home: string | null;
  /** Views by id, and the built-in ones by their name, in the person's own order. */
  readonly places: readonly string[];
}

/** Remembers how somebody has their views. The last word stands. */
export async function arrangeViews({ db, actor }: ActionContext, { home, places }: Arrangement): Promise<Arrangement> {
  if (actor.id === null) return { home: null, places: [] };
  await db
    .insertInto("view_order")
    .values({ staff_id: actor.id, home, places: [...places] })
    .onConflict((conflict) => conflict.column("staff_id").doUpdateSet({ home, places: [...places] }))
    .execute();
  return { home, places };
}
