import type { Db } from "../../platform/database/database.ts";
import { derivedId } from "../../platform/derived-id.ts";
import type { ActionContext, House } from "../../request-context.ts";
import { systemActor } from "../../staff/domain/actor.ts";
import { performCaseAction } from "../actions/perform-case-action.ts";
import type { CaseFacts } from "../domain/case-facts.ts";
import { type CaseMove, reasonsAgainst } from "../domain/decide.ts";
import { gatherFacts } from "../queries/gather-facts.ts";

const mostTries = 5;

/**
 * The desk's own next step on a case: what the policy approves without anybody's hand is refunded; a request whose sale was
 * found goes to the merchant. Everything else waits for a person. Running it again finds nothing left to do.
 */
export async function triageCase(house: House, caseId: string): Promise<void> {
  const ctx: ActionContext = { ...house, actor: systemActor, locale: "zh-CN" };
  const began = house.clock.now();
  for (let tries = 0; tries < mostTries; tries++) {
    const found = (await gatherFacts(house, house.db, [caseId])).get(caseId);
    if (found === undefined) return;
    const done = await takeStep(ctx, found.facts, found.version);
    if (done) return markTriaged(house.db, caseId, began);
  }
  throw new Error(`Case ${caseId} moved on each time it was looked at`);
}

/** The step that was owed is taken. One that was asked for meanwhile is still owed. Nothing that is shown changes, so no version is raised. */
async function markTriaged(db: Db, caseId: string, began: Date): Promise<void> {
  await db
    .updateTable("cases")
    .set({ triage_asked_at: null })
    .where("id", "=", caseId)
    .where("triage_asked_at", "<=", began)
    .execute();
}

/** The first step that nothing speaks against; one that is refused after all (its money has gone meanwhile) gives way to the next. */
async function takeStep(ctx: ActionContext, facts: CaseFacts, version: number): Promise<boolean> {
  for (const move of openMoves(facts)) {
    const { caseId } = facts;
    const idempotencyKey = derivedId("triage", caseId, String(version), move.action);
    const result = await performCaseAction(ctx, { ...move, caseId, expectedVersion: version, idempotencyKey });
    if (result.ok) return true;
    if (result.error.kind === "STALE") return false;
    const codes = result.error.kind === "REFUSED" ? result.error.reasons.map(({ code }) => code) : [result.error.kind];
    ctx.log.warn({ caseId, action: move.action, codes }, "triage: a step was refused");
  }
  return true;
}

function openMoves(facts: CaseFacts): readonly CaseMove[] {
  const moves: CaseMove[] = [{ action: "AUTO_APPROVE", input: {} }];
  // Without its sale there is nothing that a merchant could confirm; somebody has to look for it first.
  if (facts.sale !== null) moves.push({ action: "BEGIN_VERIFICATION", input: {} });
  return moves.filter(({ action }) => reasonsAgainst(facts, action, systemActor).length === 0);
}
