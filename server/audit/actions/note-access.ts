import { newId } from "../../kernel/ids.ts";
import type { Access, NoteAccess } from "../../platform/access-log.ts";

const hourMs = 3_600_000;
/** A process that has seen more than this in an hour begins anew: it then writes a line again, and the table has it once. */
const mostKnown = 100_000;

/** Remembers what this process has committed within the hour, so that a case looked at again costs nothing. */
export function openAccessLog(): NoteAccess {
  let [hour, known] = [0, new Set<string>()];

  return async (db, accesses) => {
    const fresh = new Map<string, Access>();
    for (const access of accesses) {
      const key = `${access.viewerId} ${access.caseId} ${access.kind} ${hourOf(access)}`;
      if (!known.has(key)) fresh.set(key, access);
    }
    if (fresh.size === 0) return;
    await db
      .insertInto("access_record")
      .values(
        [...fresh.values()].map((access) => ({
          id: newId(),
          viewer_id: access.viewerId,
          case_id: access.caseId,
          kind: access.kind,
          hour: new Date(hourOf(access)),
          at: access.at,
        })),
      )
      .onConflict((conflict) => conflict.columns(["viewer_id", "case_id", "kind", "hour"]).doNothing())
      .execute();
    // Only now, when it is there: what failed is tried again by the next look.
    const latest = Math.max(...[...fresh.values()].map(hourOf));
    if (latest > hour || known.size > mostKnown) [hour, known] = [latest, new Set()];
    for (const key of fresh.keys()) known.add(key);
  };
}

function hourOf({ at }: Access): number {
  return Math.floor(at.getTime() / hourMs) * hourMs;
}
