import { sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { casesInSight } from "../../staff/scope.ts";
import type { ReferralState } from "../domain/words.ts";

const columns = [
  "referral.id",
  "referral.case_id",
  "referral.agency",
  "referral.reference",
  "referral.state",
  "referral.outcome",
  "referral.lodged_at",
  "referral.ended_at",
] as const;

function selectReferrals(db: Db, actor: Actor) {
  return casesInSight(db, actor).innerJoin("referral", "referral.case_id", "cases.id").select(columns);
}
export type ReferralRow = Awaited<ReturnType<ReturnType<typeof selectReferrals>["execute"]>>[number];

export interface ReferralFilter {
  readonly states?: readonly ReferralState[];
  readonly agencies?: readonly string[];
  readonly open?: boolean;
}

/** Complaints in sight, the latest first. */
export function listReferrals(
  db: Db,
  actor: Actor,
  { states, agencies, open }: ReferralFilter,
  page: PageRequest,
): Promise<ReferralRow[]> {
  const [at, id] = page.after ?? [];
  return selectReferrals(db, actor)
    .$if(states !== undefined, (q) => q.where("referral.state", "=", sql<ReferralState>`any(${states}::text[])`))
    .$if(agencies !== undefined, (q) => q.where("referral.agency", "=", sql<string>`any(${agencies}::text[])`))
    .$if(open !== undefined, (q) => q.where("referral.ended_at", open === true ? "is" : "is not", null))
    .$if(at !== undefined, (q) =>
      q.where(sql<boolean>`(referral.lodged_at, referral.id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`),
    )
    .orderBy("referral.lodged_at", "desc")
    .orderBy("referral.id", "desc")
    .limit(sql.lit(page.first + 1))
    .execute();
}

/** The latest complaint of a case. */
export const referralOfCase: LoaderOf<RequestContext, string, ReferralRow | null> = {
  async batch({ db, actor }, caseIds) {
    const rows = await selectReferrals(db, actor)
      .where("referral.case_id", "=", sql<string>`any(${caseIds}::uuid[])`)
      .distinctOn("referral.case_id")
      .orderBy("referral.case_id")
      .orderBy("referral.lodged_at", "desc")
      .execute();
    return inOrder(
      caseIds,
      rows,
      (row) => row.case_id,
      (row): ReferralRow | null => row,
      null,
    );
  },
};

/** A complaint in sight by its own id, also where its case has gone to an agency again since. */
export const referralById: LoaderOf<RequestContext, string, ReferralRow | null> = {
  async batch({ db, actor }, ids) {
    const rows = await selectReferrals(db, actor).where("referral.id", "=", sql<string>`any(${ids}::uuid[])`).execute();
    return inOrder(
      ids,
      rows,
      (row) => row.id,
      (row): ReferralRow | null => row,
      null,
    );
  },
};
