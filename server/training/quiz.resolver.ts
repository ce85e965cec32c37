import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { rowId } from "../graphql/ids.ts";
import { deskDay } from "../kernel/desk-day.ts";
import type { RequestContext } from "../request-context.ts";
import { startTraining } from "./actions/start-training.ts";
import { submitQuiz } from "./actions/submit-quiz.ts";
import { CourseType, toCourse } from "./course.type.ts";
import { findQuiz } from "./queries/find-quiz.ts";
import { courseById } from "./queries/list-courses.ts";
import { findRecord } from "./queries/list-records.ts";
import { QuizGradedType, QuizReadyType, QuizType, StartTrainingResult, SubmitQuizResult, toQuiz } from "./quiz.type.ts";
import { toTrainingNotFound, toTrainingRefused } from "./training.result.ts";
import { SubmitQuizInput } from "./training-record.input.ts";
import { TrainingRecordType, toTrainingRecord } from "./training-record.type.ts";

@Resolver(() => QuizType)
export class QuizResolver {
  @Query(() => QuizType, {
    nullable: true,
    description: "An attempt of the viewer's own as it stands, under way or handed in; null for anybody else's.",
  })
  async quiz(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<QuizType | null> {
    const attemptId = rowId(id, "Quiz");
    const learner = learnerOf(ctx);
    return attemptId === null || learner === null ? null : ownQuiz(learner, attemptId);
  }

  @Mutation(() => StartTrainingResult, {
    description: "Begins the viewer's attempt at a course's quiz, or goes on with the one under way.",
  })
  async startTraining(
    @Arg("courseId", () => ID) courseId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof StartTrainingResult> {
    const id = rowId(courseId, "Course");
    const learner = learnerOf(ctx);
    if (id === null || learner === null) return toTrainingNotFound(ctx.locale);
    const started = await startTraining(learner, id);
    if (!started.ok) return toTrainingRefused(started.error, ctx.locale);
    return Object.assign(new QuizReadyType(), { quiz: await quizNow(learner, started.value.attemptId) });
  }

  @Mutation(() => SubmitQuizResult, { description: "Hands an attempt in. It is graded here, once." })
  async submitQuiz(
    @Arg("input", () => SubmitQuizInput) { attemptId, answers }: SubmitQuizInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof SubmitQuizResult> {
    const id = rowId(attemptId, "Quiz");
    const learner = learnerOf(ctx);
    if (id === null || learner === null) return toTrainingNotFound(ctx.locale);
    const submitted = await submitQuiz(learner, { attemptId: id, answers });
    if (submitted.ok) return Object.assign(new QuizGradedType(), { quiz: await quizNow(learner, id) });
    if (submitted.error.kind === "NOT_FOUND") return toTrainingNotFound(ctx.locale);
    return toTrainingRefused(submitted.error.reasons, ctx.locale);
  }

  @FieldResolver(() => CourseType)
  async course(@Root() { row }: QuizType, @Ctx() ctx: RequestContext): Promise<CourseType> {
    const found = await ctx.loaders.load(courseById, row.courseId);
    if (found === null) throw new Error(`Course ${row.courseId} vanished`);
    return toCourse(found, ctx.locale);
  }

  @FieldResolver(() => TrainingRecordType, { nullable: true, description: "The assignment that it belongs to." })
  async record(@Root() { row }: QuizType, @Ctx() ctx: RequestContext): Promise<TrainingRecordType | null> {
    const found = await findRecord(ctx.db, ctx.actor, row.recordId);
    return found === null ? null : toTrainingRecord(found, deskDay(ctx.clock.now()));
  }
}

type Learner = RequestContext & { readonly actor: { readonly id: string } };

/** Somebody who can learn has an id; whoever came by a case's link has none. */
function learnerOf(ctx: RequestContext): Learner | null {
  const { id } = ctx.actor;
  return id === null ? null : { ...ctx, actor: { ...ctx.actor, id } };
}

async function quizNow(learner: Learner, attemptId: string): Promise<QuizType> {
  const quiz = await ownQuiz(learner, attemptId);
  if (quiz === null) throw new Error(`Attempt ${attemptId} vanished`);
  return quiz;
}

async function ownQuiz({ db, actor, locale }: Learner, attemptId: string): Promise<QuizType | null> {
  const row = await findQuiz(db, actor.id, attemptId);
  return row === null ? null : toQuiz(row, locale);
}
