import type { Db } from "../../platform/database/database.ts";
import type { CourseContent } from "../domain/course-content.ts";
import type { GivenAnswer } from "../domain/quiz.ts";

export interface QuizRow {
  readonly id: string;
  readonly recordId: string;
  readonly courseId: string;
  readonly number: number;
  readonly seed: string;
  readonly submittedAt: Date | null;
  readonly answers: readonly GivenAnswer[] | null;
  readonly score: number | null;
  readonly passed: boolean | null;
  readonly content: CourseContent;
  readonly recordOpen: boolean;
}

/** One attempt with what it asks, if it is this person's. */
export async function findQuiz(db: Db, staffId: string, attemptId: string): Promise<QuizRow | null> {
  const row = await db
    .selectFrom("training_attempt as attempt")
    .innerJoin("training_record as record", "record.id", "attempt.record_id")
    .innerJoin("course_version", "course_version.id", "attempt.course_version_id")
    .select(["attempt.id", "attempt.record_id as recordId", "record.course_id as courseId", "attempt.number"])
    .select(["attempt.seed", "attempt.submitted_at as submittedAt", "attempt.answers", "attempt.score"])
    .select(["attempt.passed", "course_version.content", "record.open as recordOpen"])
    .where("attempt.id", "=", attemptId)
    .where("record.staff_id", "=", staffId)
    .executeTakeFirst();
  return row ?? null;
}
