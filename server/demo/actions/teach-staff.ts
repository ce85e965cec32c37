import type { ActionContext, House } from "../../request-context.ts";
import { staffActor } from "../../staff/domain/actor.ts";
import type { RoleBook } from "../../staff/domain/role-book.ts";
import { readRoleBook } from "../../staff/queries/find-role-book.ts";
import { applyRules } from "../../training/actions/apply-rules.ts";
import { startTraining } from "../../training/actions/start-training.ts";
import { submitQuiz } from "../../training/actions/submit-quiz.ts";
import { policyCourseCode } from "../../training/domain/default-courses.ts";
import { rightPlaces, shownPlaces } from "../../training/domain/shown-quiz.ts";
import { learnedBy } from "../plan/demo-training.ts";
import { longBefore } from "../plan/desk-time.ts";
import { type Learner, listLearners } from "../queries/list-learners.ts";
import { PastClock } from "./held-house.ts";
import { inOrder } from "./together.ts";

const dayMs = 86_400_000;

/** The rules give everybody their courses when they join; each then takes them, at their own time and with their own luck. */
export async function teachStaff(house: House, openedAt: Date): Promise<void> {
  // Nobody is told today of what they were given so long ago.
  const tell = () => Promise.resolve();
  await applyRules(house.db, { clock: new PastClock(longBefore(openedAt)), tell });
  const book = await readRoleBook(house.db);
  await inOrder(await listLearners(house.db), async (learner) => {
    const learned = learnedBy(learner.address, learner.code);
    const passes = "passedDaysAgo" in learned;
    const at = new Date(openedAt.getTime() - (passes ? learned.passedDaysAgo : learned.failedDaysAgo) * dayMs);
    const tries = passes ? 1 : (learner.attemptsAllowed ?? 1);
    for (let tried = 0; tried < tries; tried++) await takeQuiz(house, book, learner, passes, at);
  });
}

/** A new edition of the policy gave everybody its course anew; they took it within the week. */
export async function learnEdition(house: House, publishedAt: Date): Promise<void> {
  const book = await readRoleBook(house.db);
  const at = new Date(publishedAt.getTime() + 5 * dayMs);
  const learners = (await listLearners(house.db)).filter(({ code }) => code === policyCourseCode);
  await inOrder(learners, (learner) => takeQuiz(house, book, learner, true, at));
}

async function takeQuiz(house: House, roles: RoleBook, learner: Learner, passes: boolean, at: Date): Promise<void> {
  const { id, name, role } = learner;
  const actor = { ...staffActor({ id, name, role, roles, merchantId: null, institutionId: null }), id };
  const ctx: ActionContext & { readonly actor: typeof actor } = {
    ...house,
    actor,
    clock: new PastClock(at),
    locale: "zh-CN",
  };
  const started = await startTraining(ctx, learner.courseId);
  if (!started.ok) throw new Error(`${learner.address} cannot take ${learner.code}: ${JSON.stringify(started.error)}`);
  const { attemptId } = started.value;
  const { seed } = await house.db
    .selectFrom("training_attempt")
    .select("seed")
    .where("id", "=", attemptId)
    .executeTakeFirstOrThrow();
  const { questions } = learner.content;
  const answers = shownPlaces(questions, seed).flatMap((number, question) => {
    const asked = questions[number];
    return asked === undefined || !passes ? [] : [{ question, chosen: rightPlaces(asked, number, seed) }];
  });
  const handedIn = await submitQuiz(ctx, { attemptId, answers });
  if (!handedIn.ok) throw new Error(`${learner.address} could not hand in ${learner.code}`);
}
