import { moveAfterBreach } from "../../cases/domain/after-breach.ts";
import { windowRules } from "../../cases/domain/clock-plan.ts";
import { systemActor } from "../../staff/domain/actor.ts";
import { noticedAfterMs } from "../plan/timeline.ts";
import { performStep } from "./perform-step.ts";
import { act, lookAt, type Scene, toldOf } from "./scene.ts";

/** Lives a case through, step by step, and lets time do its work between the steps and after the last. */
export async function liveCase(scene: Scene): Promise<void> {
  for (const step of scene.plan.steps) {
    try {
      const version = await passTime(scene, step.at);
      await performStep({ ...scene, version }, step);
    } catch (error) {
      throw new Error(`${toldOf(scene)} breaks at ${step.name}`, { cause: error });
    }
  }
  await passTime(scene, scene.openedAt);
}

/** Records the clocks that run out until then, when the desk would have noticed, and does what follows. Gives the case's version after it. */
async function passTime(scene: Scene, until: Date): Promise<number> {
  for (;;) {
    const { version, dueAt } = await lookAt(scene);
    const late = dueAt !== null && dueAt < until ? await findOverdue(scene, until) : null;
    if (late === null) return version;
    const at = new Date(late.dueAt.getTime() + noticedAfterMs);
    await act(scene, at, systemActor, { action: "RECORD_CLOCK_BREACH", input: { rule: late.rule } });
    const follows = moveAfterBreach(late.rule, scene.plan.customer.locale);
    if (follows !== null) await act(scene, at, systemActor, follows);
  }
}

async function findOverdue({ house, caseId }: Scene, until: Date) {
  const found = await house.db
    .selectFrom("case_clock")
    .select(["rule", "due_at"])
    .where("case_id", "=", caseId)
    .where("state", "=", "RUNNING")
    .where("due_at", "<", new Date(until.getTime() - noticedAfterMs))
    .where("rule", "not in", windowRules)
    .orderBy("due_at")
    .limit(1)
    .executeTakeFirst();
  return found === undefined || found.due_at === null ? null : { rule: found.rule, dueAt: found.due_at };
}
