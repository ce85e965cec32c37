import { drawSample } from "../../audit/actions/draw-sample.ts";
import { raiseFinding } from "../../audit/actions/raise-finding.ts";
import { reviewItem } from "../../audit/actions/review-item.ts";
import { type GivenAnswer, type SampleQuestion, sampleQuestions } from "../../audit/domain/checklist.ts";
import { itemsInSight } from "../../audit/queries/find-samples.ts";
import { boundaryOf, previewSample } from "../../audit/queries/preview-sample.ts";
import { addDays } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import type { Result } from "../../kernel/result.ts";
import { derivedId } from "../../platform/derived-id.ts";
import type { House } from "../../request-context.ts";
import type { DemoPeople } from "../queries/find-people.ts";
import { findingTexts, reviewNotes, sampleTitle } from "../texts/audit-texts.ts";

const [daysBack, size] = [90, 8];

/** Compliance has drawn a sample, reviewed half of it and found two things. Where it was cut off before, it begins no second one. */
export async function laySample(house: House, people: DemoPeople): Promise<void> {
  const ctx = { ...house, actor: people.person("compliance"), locale: "zh-CN" as const };
  const today = deskDay(house.clock.now());
  const plan = {
    ...({ kind: "STRATIFIED", stratifyBy: "OUTCOME", seed: "redress-demo", size } as const),
    ...{ fromOn: addDays(today, -daysBack), toOn: today },
  };
  const asOf = boundaryOf(plan, house.clock.now());
  const { populationHash } = accepted(await previewSample(house.db, ctx.actor, plan, asOf));
  const key = derivedId("demo sample");
  const sampleId = accepted(await drawSample(ctx, { title: sampleTitle, plan, asOf, populationHash, key }));
  const items = await itemsInSight(house.db, ctx.actor)
    .where("item.sample_id", "=", sampleId)
    .orderBy("item.position")
    .execute();
  const open = items.filter((item) => !item.own_work).slice(0, size / 2);
  const noted = Object.entries(reviewNotes) as [SampleQuestion, string][];
  for (const [index, { id: itemId, version }] of open.entries()) {
    if (version > 1) continue;
    const [question, note] = noted[index] ?? [null, null];
    const answers = sampleQuestions.map(
      (asked): GivenAnswer =>
        asked === question ? { question: asked, answer: "NO", note } : { question: asked, answer: "YES", note: null },
    );
    accepted(await reviewItem(ctx, { itemId, expectedVersion: version, answers }));
    const found = findingTexts[index];
    if (found === undefined) continue;
    const { owner, dueInDays, ...texts } = found;
    const terms = { ownerId: people.person(owner).id, dueOn: addDays(today, dueInDays) };
    accepted(await raiseFinding(ctx, { itemId, ...texts, ...terms, key: derivedId("demo finding", itemId) }));
  }
}

function accepted<T>(result: Result<T, readonly string[]>): T {
  if (!result.ok) throw new Error(`The demo's sample was refused: ${result.error.join()}`);
  return result.value;
}
