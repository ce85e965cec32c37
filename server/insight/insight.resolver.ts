import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { CaseFilterInput, toCaseFilter } from "../cases/case-filter.input.ts";
import { badInput } from "../graphql/cursor.ts";
import { localised } from "../graphql/locale.ts";
import { money } from "../kernel/money.ts";
import { MerchantType, toMerchant } from "../merchants/merchant.type.ts";
import { merchantById } from "../merchants/queries/find-merchants.ts";
import type { RequestContext } from "../request-context.ts";
import type { Measured } from "./domain/measured.ts";
import { measures } from "./domain/measures.ts";
import { bucketsOf, longestPeriodDays, mostBuckets, type PeriodProblem } from "./domain/periods.ts";
import { standingOf } from "./domain/thresholds.ts";
import { type MeasureName, measureNames } from "./domain/words.ts";
import {
  InsightFilterInput,
  InsightMeasureType,
  InsightPeriodInput,
  InsightPointType,
  MeasureNameEnum,
} from "./insight.type.ts";
import { measureQueries } from "./queries/measure-queries.ts";

/** What the desk measures about itself, over the cases in sight of whoever asks. */
@Resolver(() => InsightMeasureType)
export class InsightResolver {
  @Query(() => [InsightMeasureType], { description: "Measures of the cases in sight, in the order asked." })
  insight(
    @Arg("period", () => InsightPeriodInput) { from, until, by }: InsightPeriodInput,
    @Arg("filter", () => InsightFilterInput, { nullable: true }) filter: InsightFilterInput | null,
    @Arg("measures", () => [MeasureNameEnum], { nullable: true, description: "All when left out." })
    asked: readonly MeasureName[] | null,
    @Ctx() ctx: RequestContext,
  ): readonly InsightMeasureType[] {
    const buckets = bucketsOf({ from, until }, by);
    if (typeof buckets === "string") throw badInput(whatIsWrong[buckets]);
    const narrowed = toCaseFilter(Object.assign(new CaseFilterInput(), filter), ctx);
    const question = { buckets, filter: narrowed, now: ctx.clock.now() };
    return [...new Set(asked ?? measureNames)].map((name) => {
      const { unit, subject, title, meaning, formula, source } = measures[name];
      return Object.assign(new InsightMeasureType(), {
        ...{ question, name, unit, subject },
        title: localised(title, ctx.locale),
        meaning: localised(meaning, ctx.locale),
        formula: localised(formula, ctx.locale),
        source: localised(source, ctx.locale),
      });
    });
  }

  @FieldResolver(() => [InsightPointType])
  async points(
    @Root() { name, question }: InsightMeasureType,
    @Ctx() { db, actor }: RequestContext,
  ): Promise<readonly InsightPointType[]> {
    return (await measureQueries[name](db, actor, question)).map(toPoint);
  }
}

@Resolver(() => InsightPointType)
export class InsightPointResolver {
  @FieldResolver(() => MerchantType, { nullable: true, description: "For a merchant's dispute ratio." })
  async merchant(@Root() { measured }: InsightPointType, @Ctx() ctx: RequestContext): Promise<MerchantType | null> {
    const found = measured.merchantId === null ? null : await ctx.loaders.load(merchantById, measured.merchantId);
    return found === null ? null : toMerchant(found);
  }
}

const whatIsWrong: Readonly<Record<PeriodProblem, string>> = {
  BACKWARDS: "`until` must not be before `from`.",
  TOO_LONG: `A period has ${longestPeriodDays} days at most.`,
  TOO_FINE: `A period is cut into ${mostBuckets} spans at most; ask for weeks or months.`,
};

function toPoint(measured: Measured): InsightPointType {
  const { span, part, count, of, medianHours, slowHours, minor, currency, network } = measured;
  const held =
    span === null || network === null || of === null
      ? null
      : standingOf({ network, month: span.from, disputes: count, sales: of });
  const threshold = held?.threshold ?? null;
  return Object.assign(new InsightPointType(), {
    ...{ measured, part, count, of, medianHours, slowHours, network },
    from: span?.from ?? null,
    until: span?.until ?? null,
    share: of === null || of === 0 ? null : count / of,
    money: minor === null || currency === null ? null : money(minor, currency),
    standing: held?.standing ?? null,
    threshold: threshold === null ? null : { ...threshold, share: threshold.basisPoints / 10_000 },
  });
}
