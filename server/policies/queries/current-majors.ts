import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { standing } from "./policy-versions.ts";

/** The version by which a policy's present edition came out; what put its wording right has come since, under the same number. */
export interface MajorVersion {
  readonly id: string;
  readonly publishedAt: Date;
}

/** Of every policy the edition that was published last, while it decides or is to; none of a policy that has ended. */
export async function findCurrentMajors(db: Db, now: Date): Promise<readonly MajorVersion[]> {
  const { rows } = await sql<MajorVersion>`
    select major.id, major.published_at as "publishedAt" from policy_version major
    where major.minor = 0 and major.version = (
      select max(other.version) from policy_version other where other.policy = major.policy
        and ${standing("other")}
        and (other.effective_until is null or other.effective_until > ${now}))
    order by major.published_at, major.id`.execute(db);
  return rows;
}
