import { performCaseAction } from "../../cases/actions/perform-case-action.ts";
import type { CaseMove } from "../../cases/domain/decide.ts";
import { newId } from "../../kernel/ids.ts";
import type { WallClock } from "../../platform/wall-clock.ts";
import type { ActionContext, House } from "../../request-context.ts";
import { type Actor, customerActor } from "../../staff/domain/actor.ts";
import type { CasePlan, PlannedStep } from "../plan/plan-case.ts";
import type { Cast } from "../plan/steps.ts";
import type { DemoPeople } from "../queries/find-people.ts";
import { PastClock } from "./held-house.ts";

/** One case while its life is lived through again. */
export interface Scene {
  readonly house: House;
  readonly people: DemoPeople;
  readonly plan: CasePlan;
  readonly caseId: string;
  /** The version of the case that was seen last, for whoever acts next. */
  readonly version?: number;
  /** When the desk is opened, which is now. */
  readonly openedAt: Date;
}

/** How a step is done. */
export type Performance = (scene: Scene, step: PlannedStep) => Promise<void>;

export function contextAt({ house, plan }: Scene, clock: WallClock, actor: Actor): ActionContext {
  return { ...house, clock, actor, locale: actor.role === "CUSTOMER" ? plan.customer.locale : "zh-CN" };
}

export function actorFor({ people, plan, caseId }: Scene, who: Exclude<Cast, "SYSTEM">): Actor {
  switch (who) {
    case "CUSTOMER":
      return customerActor(caseId, plan.customer.name);
    case "AGENT":
      return people.person(plan.agent.address);
    case "SUPERVISOR":
      return people.person(plan.row % 3 === 0 ? "supervisor2" : "supervisor");
    case "COMPLIANCE":
      return people.person(plan.row % 2 === 0 ? "compliance" : "compliance2");
    case "MERCHANT":
      return people.verifierOf(plan.merchant);
    case "BANK":
      return people.officerOf(plan.sale.card.network);
  }
}

/** What was written at this step. */
export function textOf({ text, name }: PlannedStep): string {
  if (text === null) throw new Error(`Nobody wrote what is said at ${name}`);
  return text;
}

/** The case as it stands: its version, and when the first of its clocks runs out, if it is still open. */
export async function lookAt({
  house,
  caseId,
}: Scene): Promise<{ readonly version: number; readonly dueAt: Date | null }> {
  const { version, due_at, closed_at } = await house.db
    .selectFrom("cases")
    .select(["version", "due_at", "closed_at"])
    .where("id", "=", caseId)
    .executeTakeFirstOrThrow();
  return { version, dueAt: closed_at === null ? due_at : null };
}

/** Takes the action through the door, as it stands then. A refusal means that the story is wrong. */
export async function act(scene: Scene, at: Date, actor: Actor, move: CaseMove): Promise<void> {
  const ctx = contextAt(scene, new PastClock(at), actor);
  const expectedVersion = scene.version ?? (await lookAt(scene)).version;
  const command = { ...move, caseId: scene.caseId, expectedVersion, idempotencyKey: newId() };
  const result = await performCaseAction(ctx, command);
  if (!result.ok) throw new Error(`${toldOf(scene)}: ${move.action} ${JSON.stringify(result.error, plainly)}`);
}

/** Which story, for whoever finds that it does not hold together. */
export function toldOf({ plan }: Scene): string {
  return `"${plan.scenario.name}" (row ${plan.row}, ${plan.reason})`;
}

function plainly(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
