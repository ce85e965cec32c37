import { moveAfterBreach } from "../../cases/domain/after-breach.ts";
import { windowRules } from "../../cases/domain/clock-plan.ts";
import { systemActor } from "../../staff/domain/actor.ts";
import { noticedAfterMs } from "../plan/timeline.ts";
import { performStep } from "./perform-step.ts";
import { act, type Scene, toldOf } from "./scene.ts";

/** Lives a case through, step by step, and lets time do its work between the steps and after the last. */
export async function liveCase(scene: Scene): Promise<void> {
  for (const step of scene.plan.steps) {
    try {
      await passTime(scene, step.at);
      await performStep(scene, step);
    } catch (error) {
      throw new Error(`${toldOf(scene)} breaks at ${step.name}`, { cause: error });
    }
  }
  await passTime(scene, scene.openedAt);
}

/** Records the clocks that run out until then, when the desk would have noticed, and does what follows from them. */
async function passTime(scene: Scene, until: Date): Promise<void> {
  const { db } = scene.house;
  for (;;) {
    // The case's own date says in one look whether any clock can have run out.
    const late = await db
      .selectFrom("cases")
      .innerJoin("case_clock", "case_clock.case_id", "cases.id")
      .select(["case_clock.rule", "case_clock.due_at"])
      .where("cases.id", "=", scene.caseId)
      .where("cases.closed_at", "is", null)
      .where("cases.due_at", "<", until)
      .where("case_clock.state", "=", "RUNNING")
      .where("case_clock.due_at", "<", new Date(until.getTime() - noticedAfterMs))
      .where("case_clock.rule", "not in", windowRules)
      .orderBy("case_clock.due_at")
      .limit(1)
      .executeTakeFirst();
    if (late === undefined || late.due_at === null) return;
    const at = new Date(late.due_at.getTime() + noticedAfterMs);
    await act(scene, at, systemActor, { action: "RECORD_CLOCK_BREACH", input: { rule: late.rule } });
    const follows = moveAfterBreach(late.rule);
    if (follows !== null) await act(scene, at, systemActor, follows);
  }
}
