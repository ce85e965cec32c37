import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { type PlaceRow, placeOfStaff } from "./queries/find-people.ts";

/** Where a member of staff stands, who is named by the id of the wire. */
export async function placeOf(ctx: RequestContext, { id }: { readonly id: string }): Promise<PlaceRow> {
  const place = await ctx.loaders.load(placeOfStaff, staffRowId(id));
  if (place === null) throw new Error(`${id} is nobody`);
  return place;
}

export function staffRowId(id: string): string {
  const found = rowId(id, "Staff");
  if (found === null) throw new Error(`${id} is no member of staff`);
  return found;
}
