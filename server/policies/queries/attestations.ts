import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import { ofTheDesk } from "../../staff/domain/of-the-desk.ts";
import { rolesThatMay } from "../../staff/queries/find-staff.ts";
import { type PolicyVersionRow, selectVersions, standing } from "./policy-versions.ts";

/** The newest published version of each policy that somebody has not read: a change of wording asks nobody again. */
export async function listVersionsToRead(db: Db, staffId: string): Promise<PolicyVersionRow[]> {
  return selectVersions(db)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("policy_version as later")
            .select(sql`1`.as("one"))
            .whereRef("later.policy", "=", "policy_version.policy")
            .whereRef("later.effective_from", ">", "policy_version.effective_from")
            .where(standing("later")),
        ),
      ),
    )
    .where(standing())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("policy_attestation as a")
            .innerJoin("policy_version as read", "read.id", "a.policy_version_id")
            .select(sql`1`.as("one"))
            .where("a.staff_id", "=", staffId)
            .whereRef("read.policy", "=", "policy_version.policy")
            .whereRef("read.version", "=", "policy_version.version"),
        ),
      ),
    )
    .orderBy("effective_from")
    .limit(sql.lit(50))
    .execute();
}

/** The most people whose reading of one version is told; a desk is smaller. */
const mostReaders = 1000;

/** Who of the audience has read a version, and when; null where they have not yet. Its wording may have been another one. */
export const readersOfVersion: LoaderOf<
  { readonly db: Db },
  string,
  readonly { readonly versionId: string; readonly staffId: string; readonly at: Date | null }[]
> = {
  batch: async ({ db }, ids) =>
    grouped(
      ids,
      await db
        .selectFrom("policy_version as v")
        .innerJoin("staff", (join) => join.onTrue())
        .select((eb) => [
          "v.id as versionId",
          "staff.id as staffId",
          eb
            .selectFrom("policy_attestation as a")
            .innerJoin("policy_version as read", "read.id", "a.policy_version_id")
            .select(({ fn }) => fn.min("a.at").as("at"))
            .whereRef("a.staff_id", "=", "staff.id")
            .whereRef("read.policy", "=", "v.policy")
            .whereRef("read.version", "=", "v.version")
            .as("at"),
        ])
        .where("v.id", "=", sql<string>`any(${ids}::uuid[])`)
        .where("staff.active", "=", true)
        .where("staff.role", "in", rolesThatMay(db, [ofTheDesk]))
        .orderBy("staff.name")
        .limit(sql.lit(mostReaders * ids.length))
        .execute(),
      (row) => row.versionId,
    ),
};
