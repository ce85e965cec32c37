import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { addTrainingRule, endTrainingRule } from "./actions/change-rules.ts";
import { CourseType, toCourse } from "./course.type.ts";
import { courseById } from "./queries/list-courses.ts";
import { listRules } from "./queries/list-rules.ts";
import { toTrainingNotFound, toTrainingRefused } from "./training.result.ts";
import { TrainingRuleInput, toRule } from "./training-record.input.ts";
import { TrainingRuleResult, TrainingRulesChangedType } from "./training-record.result.ts";
import { TrainingRuleType, toTrainingRule } from "./training-rule.type.ts";

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

async function rulesNow(ctx: RequestContext): Promise<TrainingRulesChangedType> {
  return Object.assign(new TrainingRulesChangedType(), { rules: (await listRules(ctx.db)).map(toTrainingRule) });
}
