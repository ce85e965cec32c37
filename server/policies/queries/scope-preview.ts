import { sql } from "kysely";
import { categories } from "../../merchants/domain/categories.ts";
import type { Db } from "../../platform/database/database.ts";
import { type PolicyScope, policyScopes } from "../domain/choose-policy.ts";
import type { BilingualText } from "../domain/policy-content.ts";
import { channelWords } from "../domain/policy-words.ts";
import { type PolicyRow, selectPolicies } from "./find-policies.ts";

/** A scope for which a policy can be written beside the one for all merchants. */
export interface NarrowScope {
  readonly scope: Exclude<PolicyScope, "EVERYONE">;
  /** The merchant's row id, the category's four digits, or the channel. */
  readonly value: string;
}

/** Where a policy would stand among those that can hold for the same case. */
export interface ScopePreview {
  /** Null for a category that has no name here. */
  readonly label: BilingualText | null;
  readonly taken: PolicyRow | null;
  /** Narrower: where one of them holds, this one stands back. */
  readonly narrower: readonly PolicyRow[];
  /** Wider: where this one holds, they stand back; the next in line first. */
  readonly wider: readonly PolicyRow[];
}

/** Null where there is no such merchant, category or channel. */
export async function previewScope(db: Db, wanted: NarrowScope): Promise<ScopePreview | null> {
  const label = await scopeLabel(db, wanted);
  if (label === undefined) return null;
  const { scope, value } = wanted;
  const [taken, meeting] = await Promise.all([
    selectPolicies(db).where("scope", "=", scope).where("value", "=", value).executeTakeFirst(),
    meetingPolicies(db, wanted),
  ]);
  const rank = (of: PolicyScope) => policyScopes.indexOf(of);
  const inOrder = [...meeting].sort((left, right) => rank(left.scope) - rank(right.scope));
  return {
    label,
    taken: taken ?? null,
    narrower: inOrder.filter((row) => rank(row.scope) < rank(scope)),
    wider: inOrder.filter((row) => rank(row.scope) > rank(scope)),
  };
}

/** What a scope is called; null where a category has no name of its own, undefined where there is no such scope. */
export async function scopeLabel(db: Db, { scope, value }: NarrowScope): Promise<BilingualText | null | undefined> {
  if (scope === "CHANNEL") return channelWords[value];
  if (scope === "CATEGORY") return /^\d{4}$/.test(value) ? (categories[value] ?? null) : undefined;
  const merchant = await db
    .selectFrom("merchant")
    .select(["name", "name_zh"])
    .where("id", "=", value)
    .executeTakeFirst();
  return merchant === undefined ? undefined : { zh: merchant.name_zh ?? merchant.name, en: merchant.name };
}

/** The policies of other scopes that can hold for a case of this one, published or not; the first hundred. */
function meetingPolicies(db: Db, { scope, value }: NarrowScope): Promise<PolicyRow[]> {
  const categoryOfMerchant = sql`(select m.category_code from merchant m where m.id::text = `;
  const meets = {
    MERCHANT: sql<boolean>`scope in ('EVERYONE', 'CHANNEL')
      or (scope = 'CATEGORY' and policy.value = ${categoryOfMerchant}${value}))`,
    CATEGORY: sql<boolean>`scope in ('EVERYONE', 'CHANNEL')
      or (scope = 'MERCHANT' and ${categoryOfMerchant}policy.value) = ${value})`,
    CHANNEL: sql<boolean>`scope <> 'CHANNEL'`,
  }[scope];
  return selectPolicies(db).where(meets).orderBy("created_at").orderBy("name").limit(sql.lit(100)).execute();
}
