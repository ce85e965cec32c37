import type { Db } from "../../server/platform/database/database.ts";
import { rightPlaces, shownPlaces } from "../../server/training/domain/shown-quiz.ts";

export interface RightAnswer {
  readonly question: number;
  readonly chosen: readonly number[];
}

/** All right answers of an attempt, as only the server can know them: by the places that its learner is shown. */
export async function rightAnswers(db: Db, attemptId: string): Promise<RightAnswer[]> {
  const { seed, content } = await db
    .selectFrom("training_attempt")
    .innerJoin("course_version", "course_version.id", "training_attempt.course_version_id")
    .select(["training_attempt.seed", "course_version.content"])
    .where("training_attempt.id", "=", attemptId)
    .executeTakeFirstOrThrow();
  return shownPlaces(content.questions, seed).flatMap((number, question) => {
    const asked = content.questions[number];
    return asked === undefined ? [] : [{ question, chosen: rightPlaces(asked, number, seed) }];
  });
}
