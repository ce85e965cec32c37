import { defineEntity, p } from "@mikro-orm/core";
import type { CaseTurn } from "./domain/waits-on.ts";
import type { CaseState } from "./domain/words.ts";

/** For whom cases are counted apart; NOBODY's id is the nil UUID. */
export type CountScope = "DESK" | "ASSIGNEE" | "MERCHANT" | "INSTITUTION";

/** How many cases of a scope rest in a state and wait for somebody: what the folded deltas come to. */
export const CaseCountSchema = defineEntity({
  name: "CaseCount",
  tableName: "case_count",
  properties: {
    scope: p.text().$type<CountScope>().primary(),
    scopeId: p.uuid().primary(),
    state: p.text().$type<CaseState>().primary(),
    waitsOn: p.text().$type<CaseTurn>().primary(),
    count: p.bigint("bigint"),
  },
});

export class CaseCount extends CaseCountSchema.class {}
CaseCountSchema.setClass(CaseCount);

/**
 * One more or one less, written by a trigger in the transaction that changes the case. Deltas are only added, so that no
 * two transitions ever wait for the same counter; a job folds them into `case_count`, and whoever counts reads both.
 */
export const CaseCountDeltaSchema = defineEntity({
  name: "CaseCountDelta",
  tableName: "case_count_delta",
  properties: {
    id: p.bigint("bigint").primary().autoincrement(),
    state: p.text().$type<CaseState>(),
    waitsOn: p.text().$type<CaseTurn>(),
    assigneeId: p.uuid().nullable(),
    merchantId: p.uuid(),
    institutionId: p.uuid().nullable(),
    change: p.integer(),
  },
});

export class CaseCountDelta extends CaseCountDeltaSchema.class {}
CaseCountDeltaSchema.setClass(CaseCountDelta);
