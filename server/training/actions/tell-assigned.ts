import type { Db } from "../../platform/database/database.ts";
import type { House } from "../../request-context.ts";
import type { PublishedVersion } from "../queries/published-version.ts";
import type { GivenRecord } from "./insert-records.ts";

/** Tells people of a course that they were given, in the transaction that gives it. */
export type TellAssigned = (db: Db, version: PublishedVersion, given: readonly GivenRecord[]) => Promise<void>;

export function tellAssigned(house: Pick<House, "writeNotice" | "clock" | "jobs">): TellAssigned {
  return async (db, { code, content }, given) => {
    for (const { id, staffId, dueOn } of given) {
      await house.writeNotice(db, house, {
        kind: "TRAINING_ASSIGNED",
        reader: { staffId },
        fields: { course: content.title, ...(dueOn !== null && { dueOn }) },
        link: { path: `/learn/${code}` },
        writeKey: `training ASSIGNED ${id}`,
      });
    }
  };
}
