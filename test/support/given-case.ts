import { type OpenCase, openCase } from "../../server/cases/actions/open-case.ts";
import { performOnLatest } from "../../server/cases/actions/perform-on-latest.ts";
import type { CaseMove } from "../../server/cases/domain/decide.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { canonicalJson, sha256 } from "../../server/platform/journal.ts";
import { type Actor, systemActor } from "../../server/staff/domain/actor.ts";
import { findStaffActor } from "../../server/staff/queries/find-actor.ts";
import type { TestApi } from "./api.ts";
import { givenMerchant, givenSale } from "./given-rows.ts";

export interface GivenCase {
  readonly caseId: string;
  /** As the wire names it. */
  readonly id: string;
  readonly number: string;
  readonly transactionId: string;
  /** Of the customer's private link. */
  readonly token: string;
}

/** A customer's request of CNY 129.00 over a sale of CNY 1,299.00, a day old, with a private link. */
export async function givenCase(api: TestApi, change: Partial<OpenCase> = {}): Promise<GivenCase> {
  const { house } = api;
  const merchantId = change.merchantId ?? (await givenMerchant(house.db));
  const transactionId = await givenSale(house.db, merchantId);
  const token = `token-${newId()}`;
  const { caseId, number } = await house.db.transaction().execute((trx) =>
    openCase(
      trx,
      { ...house, actor: systemActor, locale: "en" },
      {
        state: "NEW",
        origin: "CUSTOMER",
        channel: "WEB",
        reason: "NOT_AS_DESCRIBED",
        amount: money(12_900n, "CNY"),
        transactionId,
        merchantId,
        customer: { name: "Zhang Wei", phone: "+8613800138000", email: null, locale: "en" },
        story: null,
        link: { hash: sha256(token), expiresAt: new Date(house.clock.now().getTime() + 1_000 * 86_400_000) },
        ...change,
      },
    ),
  );
  return { caseId, id: toGlobalId("Case", caseId), number, transactionId, token };
}

/** Acts on the case as it stands, through the door; throws where that is refused. */
export async function actOn(api: TestApi, actor: Actor, caseId: string, move: CaseMove): Promise<void> {
  const result = await performOnLatest({ ...api.house, actor, locale: "en" }, { caseId, move, key: newId() });
  if (!result.ok) throw new Error(`${move.action} was refused: ${canonicalJson(result.error)}`);
}

export async function staffActorOf(api: TestApi, role: Parameters<TestApi["as"]>[0]): Promise<Actor> {
  const { staffId } = await api.as(role);
  const actor = await findStaffActor(api.house.db, staffId, api.house.clock.now());
  if (actor === null) throw new Error(`${role} is not there`);
  return actor;
}

export function caseRow({ house }: TestApi, caseId: string) {
  return house.db.selectFrom("cases").selectAll().where("id", "=", caseId).executeTakeFirstOrThrow();
}

/** What was journalled, oldest first. */
export async function eventKinds({ house }: TestApi, caseId: string): Promise<readonly string[]> {
  const events = await house.db
    .selectFrom("case_event")
    .select("kind")
    .where("case_id", "=", caseId)
    .orderBy("sequence")
    .execute();
  return events.map(({ kind }) => kind);
}
