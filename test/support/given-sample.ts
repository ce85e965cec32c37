import { drawSample } from "../../server/audit/actions/draw-sample.ts";
import type { SampleKind, SampleStrata } from "../../server/audit/domain/sampling.ts";
import { boundaryOf, previewSample } from "../../server/audit/queries/preview-sample.ts";
import { addDays } from "../../server/kernel/day.ts";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import type { TestApi } from "./api.ts";
import { staffActorOf } from "./given-case.ts";

export interface GivenSample {
  readonly sampleId: string;
  /** As the wire names it. */
  readonly id: string;
  readonly items: readonly { readonly id: string; readonly itemId: string; readonly caseId: string }[];
}

/** The last year up to two minutes from now, to which the clock is set: what was decided just now is in it. */
export function aPlan(
  api: TestApi,
  change: { kind?: SampleKind; stratifyBy?: SampleStrata; seed?: string; size?: number } = {},
) {
  const today = deskDay(api.clock.now());
  return {
    ...{ kind: "RANDOM" as SampleKind, stratifyBy: null as SampleStrata | null, seed: "2026-q4", size: 100 },
    ...{ fromOn: addDays(today, -365), toOn: today },
    ...change,
  };
}

/** A sample of all that has been decided, drawn by the compliance officer. */
export async function givenSample(api: TestApi, change: Parameters<typeof aPlan>[1] = {}): Promise<GivenSample> {
  api.clock.advance({ minutes: 2 });
  const actor = await staffActorOf(api, "COMPLIANCE_OFFICER");
  const plan = aPlan(api, change);
  const asOf = boundaryOf(plan, api.clock.now());
  const preview = await previewSample(api.house.db, actor, plan, asOf);
  if (!preview.ok) throw new Error(preview.error.join());
  const { populationHash } = preview.value;
  const ctx = { ...api.house, actor, locale: "en" } as const;
  const drawn = await drawSample(ctx, { title: "Fourth quarter", plan, asOf, populationHash, key: newId() });
  if (!drawn.ok) throw new Error(drawn.error.join());
  const rows = await api.house.db
    .selectFrom("audit_item")
    .select(["id", "case_id"])
    .where("sample_id", "=", drawn.value)
    .orderBy("position")
    .execute();
  return {
    sampleId: drawn.value,
    id: toGlobalId("AuditSample", drawn.value),
    items: rows.map(({ id, case_id }) => ({ id: toGlobalId("SampleItem", id), itemId: id, caseId: case_id })),
  };
}
