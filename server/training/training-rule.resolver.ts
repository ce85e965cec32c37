import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { rowId } from "../graphql/ids.ts";
import { localised } from "../graphql/locale.ts";
import { deskDay } from "../kernel/desk-day.ts";
import type { RequestContext } from "../request-context.ts";
import { staffById } from "../staff/queries/find-staff.ts";
import { toStaff } from "../staff/staff.type.ts";
import { addTrainingRule, changeTrainingRule, endTrainingRule } from "./actions/change-rules.ts";
import { CourseType, toCourse } from "./course.type.ts";
import { dueOf, ruleProblems } from "./domain/rules.ts";
import { findByRule } from "./queries/find-by-rule.ts";
import { courseById } from "./queries/list-courses.ts";
import { listRules } from "./queries/list-rules.ts";
import { toTrainingNotFound, toTrainingRefused } from "./training.result.ts";
import { ChangeTrainingRuleInput, TrainingRuleInput, toRule } from "./training-record.input.ts";
import { StaleTrainingRuleType, TrainingRuleResult, TrainingRulesChangedType } from "./training-record.result.ts";
import { TrainingRulePreviewType, TrainingRuleType, toTrainingRule } from "./training-rule.type.ts";

@Resolver(() => TrainingRuleType)
export class TrainingRuleResolver {
  @Query(() => [TrainingRuleType], { description: "What assigns courses by itself, oldest first." })
  async trainingRules(@Ctx() ctx: RequestContext): Promise<readonly TrainingRuleType[]> {
    return (await listRules(ctx.db)).map(toTrainingRule);
  }

  @FieldResolver(() => CourseType)
  async course(@Root() { row }: TrainingRuleType, @Ctx() ctx: RequestContext): Promise<CourseType> {
    const course = await ctx.loaders.load(courseById, row.courseId);
    if (course === null) throw new Error(`Course ${row.courseId} vanished`);
    return toCourse(course, ctx.locale);
  }

  @Mutation(() => TrainingRuleResult, { description: "Adds a rule. It assigns within a minute, and from then on." })
  async addTrainingRule(
    @Arg("input", () => TrainingRuleInput) input: TrainingRuleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof TrainingRuleResult> {
    const courseId = rowId(input.courseId, "Course");
    if (courseId === null) return toTrainingNotFound(ctx.locale);
    const result = await addTrainingRule(ctx, courseId, toRule(input));
    return result.ok ? rulesNow(ctx) : toTrainingRefused(result.error, ctx.locale);
  }

  @Query(() => TrainingRulePreviewType, {
    nullable: true,
    description: "Whom a rule would find if it held now. Nothing is kept.",
  })
  async trainingRulePreview(
    @Arg("input", () => TrainingRuleInput) input: TrainingRuleInput,
    @Arg("ruleId", () => ID, {
      nullable: true,
      description: "A rule that holds: whom it has found already is left out.",
    })
    ruleId: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<TrainingRulePreviewType | null> {
    const courseId = rowId(input.courseId, "Course");
    const rule = toRule(input);
    if (courseId === null || ruleProblems(rule).length > 0) return null;
    const today = deskDay(ctx.clock.now());
    const id = ruleId == null ? noRule : (rowId(ruleId, "TrainingRule") ?? noRule);
    const found = await findByRule(ctx.db, { ...rule, id, courseId }, today, null);
    const people = found.slice(0, mostShown).map(async ({ staffId, endsOn }) => {
      const member = await ctx.loaders.load(staffById, staffId);
      return member === null ? [] : [{ staff: toStaff(member), dueOn: dueOf(rule, today, endsOn) }];
    });
    return { total: found.length, people: (await Promise.all(people)).flat() };
  }

  @Mutation(() => TrainingRuleResult, { description: "Changes the days of a rule, for what it assigns from now on." })
  async changeTrainingRule(
    @Arg("input", () => ChangeTrainingRuleInput) input: ChangeTrainingRuleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof TrainingRuleResult> {
    const ruleId = rowId(input.ruleId, "TrainingRule");
    if (ruleId === null) return toTrainingNotFound(ctx.locale);
    const { expectedVersion, dueInDays, daysAhead = null } = input;
    const result = await changeTrainingRule(ctx, { ruleId, expectedVersion, dueInDays, daysAhead });
    if (result.ok) return rulesNow(ctx);
    if (result.error.kind === "NOT_FOUND") return toTrainingNotFound(ctx.locale);
    if (result.error.kind === "REFUSED") return toTrainingRefused(result.error.reasons, ctx.locale);
    return Object.assign(new StaleTrainingRuleType(), { message: localised(stale, ctx.locale) });
  }

  @Mutation(() => TrainingRuleResult, { description: "Ends a rule; what it assigned stays. Again it changes nothing." })
  async endTrainingRule(
    @Arg("id", () => ID) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof TrainingRuleResult> {
    const ruleId = rowId(id, "TrainingRule");
    const ended = ruleId !== null && (await endTrainingRule(ctx, ruleId));
    return ended ? rulesNow(ctx) : toTrainingNotFound(ctx.locale);
  }
}

/** The id of no rule: nothing has been assigned by it. */
const noRule = "00000000-0000-0000-0000-000000000000";
const mostShown = 200;

const stale = {
  zh: "这条规则在您打开之后已有更改：可能是同事所为，也可能是您先前的操作已经生效，只是没有收到答复。本次更改没有保存。请查看现有设置后再修改。",
  en: "This rule has been changed since you opened it: by a colleague, or by a press of your own whose answer did not arrive. Nothing of this press was saved. Look at what it says now, and change it again.",
};

async function rulesNow(ctx: RequestContext): Promise<TrainingRulesChangedType> {
  return Object.assign(new TrainingRulesChangedType(), { rules: (await listRules(ctx.db)).map(toTrainingRule) });
}
