import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { badInput, pageRequest } from "../graphql/cursor.ts";
import { freeText, optionalText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { localised } from "../graphql/locale.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { drawSample } from "./actions/draw-sample.ts";
import { reviewItem } from "./actions/review-item.ts";
import type { DrawnStratum } from "./audit-sample.entity.ts";
import { questionText, sampleQuestions } from "./domain/checklist.ts";
import type { SamplePlan } from "./domain/sample-plan.ts";
import { sampleMethodText } from "./domain/sampling.ts";
import {
  eventsOfSample,
  itemById,
  itemsOfSample,
  listSamples,
  progressOfSample,
  sampleById,
} from "./queries/find-samples.ts";
import { boundaryOf, previewSample } from "./queries/preview-sample.ts";
import { proveSample } from "./queries/prove-sample.ts";
import { labelStrata } from "./queries/stratum-labels.ts";
import { DrawSampleInput, ReviewSampleItemInput, SamplePlanInput } from "./sample.input.ts";
import {
  AuditEventType,
  AuditSampleConnection,
  AuditSampleType,
  DrawSampleResult,
  ReviewSampleItemResult,
  SampleDrawnType,
  SampleItemReviewedType,
  SampleItemType,
  SamplePreviewResult,
  SamplePreviewType,
  SampleProofType,
  SampleQuestionType,
  SampleStratumType,
} from "./sample.type.ts";
import { toAuditEvent, toAuditRefused, toItem, toSample } from "./to-sample.ts";

const [longestTitle, longestNote, mostAnswers] = [120, 1000, 20];

/** Samples of decided cases: drawn by a seed, reviewed by a checklist, proven at any time. */
@Resolver(() => AuditSampleType)
export class SampleResolver {
  @Query(() => AuditSampleConnection, { description: "Samples, the latest first." })
  async auditSamples(
    @Arg("first", () => Int, { defaultValue: 20, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AuditSampleType>> {
    const page = pageRequest(first, after, 2);
    return toConnection(
      await listSamples(ctx.db, page),
      page,
      ({ drawn_at, id }) => [drawn_at.toISOString(), id],
      (row) => toSample(row, ctx.locale),
    );
  }

  @Query(() => AuditSampleType, { nullable: true })
  async auditSample(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<AuditSampleType | null> {
    const sampleId = rowId(id, "AuditSample");
    const row = sampleId === null ? null : await ctx.loaders.load(sampleById, sampleId);
    return row === null ? null : toSample(row, ctx.locale);
  }

  @Query(() => SampleItemType, { nullable: true, description: "One case of a sample; null where it is not in sight." })
  async sampleItem(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<SampleItemType | null> {
    const itemId = rowId(id, "SampleItem");
    const row = itemId === null ? null : await ctx.loaders.load(itemById, itemId);
    return row === null ? null : toItem(row);
  }

  @Query(() => SamplePreviewResult, {
    nullable: true,
    description:
      "What a plan would draw from as things stand. Nothing is written; the boundary goes into `drawSample`.",
  })
  async samplePreview(
    @Arg("plan", () => SamplePlanInput) input: SamplePlanInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof SamplePreviewResult> {
    const plan = toPlan(input);
    const preview = await previewSample(ctx.db, ctx.actor, plan, boundaryOf(plan, ctx.clock.now()));
    if (!preview.ok) return toAuditRefused(preview.error, ctx.locale);
    const { asOf, populationSize, populationHash, strata } = preview.value;
    return Object.assign(new SamplePreviewType(), {
      asOf,
      populationSize,
      populationHash,
      strata: await labelled(ctx, strata),
      method: localised(sampleMethodText[plan.kind], ctx.locale),
    });
  }

  @Mutation(() => DrawSampleResult, {
    description: "Draws a sample as it was previewed. The same plan and boundary always give the same cases.",
  })
  async drawSample(
    @Arg("input", () => DrawSampleInput) { title, plan, asOf, populationHash, idempotencyKey }: DrawSampleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof DrawSampleResult> {
    const drawn = await drawSample(ctx, {
      title: freeText("title", title, longestTitle),
      plan: toPlan(plan),
      asOf,
      populationHash,
      key: idempotencyKey,
    });
    if (!drawn.ok) return toAuditRefused(drawn.error, ctx.locale);
    const row = await ctx.loaders.load(sampleById, drawn.value);
    if (row === null) throw new Error(`Sample ${drawn.value} was drawn and is not there`);
    return Object.assign(new SampleDrawnType(), { sample: toSample(row, ctx.locale) });
  }

  @Mutation(() => ReviewSampleItemResult, {
    description:
      "Keeps what a reviewer answers of one case, with what the records answer at that moment. Nobody reviews a case that they worked on.",
  })
  async reviewSampleItem(
    @Arg("input", () => ReviewSampleItemInput) { itemId, expectedVersion, answers }: ReviewSampleItemInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof ReviewSampleItemResult> {
    if (answers.length > mostAnswers) throw badInput(`\`answers\` has at most ${mostAnswers}.`);
    const kept = answers.map(({ question, answer, note }) => ({
      question,
      answer,
      note: optionalText("note", note, longestNote),
    }));
    const id = rowId(itemId, "SampleItem");
    if (id === null) return toAuditRefused(["SAMPLE_NOT_FOUND"], ctx.locale);
    const reviewed = await reviewItem(ctx, { itemId: id, expectedVersion, answers: kept });
    if (!reviewed.ok) return toAuditRefused(reviewed.error, ctx.locale);
    const row = await ctx.loaders.load(itemById, reviewed.value);
    const sample = row === null ? null : await ctx.loaders.load(sampleById, row.sample_id);
    if (row === null || sample === null) throw new Error(`Item ${reviewed.value} was reviewed and is not there`);
    return Object.assign(new SampleItemReviewedType(), { item: toItem(row), sample: toSample(sample, ctx.locale) });
  }

  @FieldResolver(() => [SampleStratumType], { description: "The groups; one where there are none." })
  strata(@Root() { row }: AuditSampleType, @Ctx() ctx: RequestContext): Promise<readonly SampleStratumType[]> {
    return labelled(ctx, row.strata);
  }

  @FieldResolver(() => StaffType, { nullable: true })
  drawnBy(@Root() { row }: AuditSampleType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.drawn_by_id);
  }

  @FieldResolver(() => Int, { description: "How many cases are in it." })
  async itemCount(@Root() { row }: AuditSampleType, @Ctx() ctx: RequestContext): Promise<number> {
    return (await ctx.loaders.load(progressOfSample, row.id)).total;
  }

  @FieldResolver(() => Int, { description: "Of how many every question is answered." })
  async reviewedCount(@Root() { row }: AuditSampleType, @Ctx() ctx: RequestContext): Promise<number> {
    return (await ctx.loaders.load(progressOfSample, row.id)).reviewed;
  }

  @FieldResolver(() => Int)
  async findingCount(@Root() { row }: AuditSampleType, @Ctx() ctx: RequestContext): Promise<number> {
    return (await ctx.loaders.load(progressOfSample, row.id)).findings;
  }

  @FieldResolver(() => [SampleItemType], { description: "Its cases, as far as they are in sight; at most 100." })
  async items(@Root() { row }: AuditSampleType, @Ctx() ctx: RequestContext): Promise<readonly SampleItemType[]> {
    return (await ctx.loaders.load(itemsOfSample, row.id)).map(toItem);
  }

  @FieldResolver(() => [SampleQuestionType], { description: "What a person answers of each case." })
  questions(@Ctx() { locale }: RequestContext): readonly SampleQuestionType[] {
    return sampleQuestions.map((code) => ({
      code,
      text: localised(questionText[code].text, locale),
      hint: localised(questionText[code].hint, locale),
    }));
  }

  @FieldResolver(() => [AuditEventType], { description: "What was done with it, oldest first." })
  async log(@Root() { row }: AuditSampleType, @Ctx() ctx: RequestContext): Promise<readonly AuditEventType[]> {
    return (await ctx.loaders.load(eventsOfSample, row.id)).map(toAuditEvent);
  }

  @FieldResolver(() => SampleProofType, { description: "Draws it again now, and says whether it is the same." })
  async proof(@Root() { row }: AuditSampleType, @Ctx() ctx: RequestContext): Promise<SampleProofType> {
    const proof = await proveSample(ctx.db, row, await ctx.loaders.load(eventsOfSample, row.id));
    return { ...proof, provenAt: ctx.clock.now() };
  }
}

function toPlan({ kind, stratifyBy, seed, size, from, to }: SamplePlanInput): SamplePlan {
  return { kind, stratifyBy: stratifyBy ?? null, seed: seed.trim(), size, fromOn: from, toOn: to };
}

async function labelled(ctx: RequestContext, strata: readonly DrawnStratum[]): Promise<readonly SampleStratumType[]> {
  const labels = await labelStrata(
    ctx,
    strata.map(({ name }) => name),
  );
  return strata.map((stratum) => ({ ...stratum, label: labels.get(stratum.name) ?? stratum.name }));
}
