import type { RequestContext } from "../request-context.ts";
import { staffById } from "../staff/queries/find-staff.ts";
import { type StaffType, toStaff } from "../staff/staff.type.ts";

/** People by id, in that order. */
export async function peopleNamed(ctx: RequestContext, ids: readonly string[]): Promise<readonly StaffType[]> {
  const found = await Promise.all(ids.map((id) => ctx.loaders.load(staffById, id)));
  return found.flatMap((member) => (member === null ? [] : [toStaff(member)]));
}
