import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../../server/kernel/day.ts";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { fromGlobalId, newId, toGlobalId } from "../../server/kernel/ids.ts";
import { remind } from "../../server/training/actions/remind.ts";
import type { CourseContent } from "../../server/training/domain/course-content.ts";
import { bankDisputesCourse } from "../../server/training/domain/default-courses/bank-disputes.ts";
import { validUntil } from "../../server/training/domain/validity.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { countRows } from "../support/what-is-stored.ts";

let api: TestApi;
let trainer: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  trainer = api.as("TRAINER");
});
afterAll(() => api.close());

const COURSE = `__typename
  ... on CourseSaved { course { ...course } } ... on StaleCourse { message course { ...course } } ... on TrainingRefused { reasons { code message } }`;
const FIELDS =
  "fragment course on Course { id code published { number passMark } versions { number published revision passMark questions { prompt { en } } } }";
const CREATE = `mutation ($input: CreateCourseInput!) { answer: createCourse(input: $input) { ${COURSE} } } ${FIELDS}`;
const BEGIN = `mutation ($id: ID!) { answer: beginCourseDraft(courseId: $id) { ${COURSE} } } ${FIELDS}`;
const SAVE = `mutation ($input: SaveCourseDraftInput!) { answer: saveCourseDraft(input: $input) { ${COURSE} } } ${FIELDS}`;
const PUBLISH = `mutation ($input: PublishCourseInput!) { answer: publishCourse(input: $input) { ${COURSE} } } ${FIELDS}`;

interface Course {
  readonly id: string;
  readonly code: string;
  readonly published: { readonly number: number; readonly passMark: number } | null;
  readonly versions: readonly { readonly number: number; readonly published: boolean; readonly revision: number }[];
}
interface Answer {
  readonly __typename: string;
  readonly course?: Course;
  readonly reasons?: readonly { readonly code: string; readonly message: string }[];
}

async function ask(document: string, variables: object, client = trainer): Promise<Answer> {
  return (await client.query<{ answer: Answer }>(document, { ...variables })).data.answer;
}

const content: CourseContent = bankDisputesCourse;
let courses = 0;

async function created(first: CourseContent = content): Promise<Course> {
  const { course } = await ask(CREATE, { input: { code: `course-${++courses}`, content: first } });
  if (course === undefined) throw new Error("The course was not created");
  return course;
}

async function published(): Promise<Course> {
  const { id } = await created();
  const { course } = await ask(PUBLISH, { input: { courseId: id, expectedRevision: 1 } });
  if (course === undefined) throw new Error("The course was not published");
  return course;
}

/** A question as it stands, with one thing different. */
function withQuestion(change: Partial<CourseContent["questions"][number]>): CourseContent {
  const [first, ...rest] = content.questions;
  if (first === undefined) throw new Error("The course has no question");
  return { ...content, questions: [{ ...first, ...change }, ...rest] };
}
const optionsAs = (right: (index: number) => boolean) =>
  content.questions[0]?.options.map(({ text }, index) => ({ text, right: right(index) })) ?? [];

describe("a course", () => {
  test("begins as a draft that only writers see, is saved as far as it is written, and is taught when published", async () => {
    const empty = { zh: "", en: "" };
    const { id, code } = await created({ ...content, title: empty, sections: [], questions: [] });
    const agent = api.as("SUPPORT_AGENT");
    const seen = () => agent.query("query ($code: String!) { course(code: $code) { id } }", { code });
    expect((await seen()).data).toEqual({ course: null });
    const saved = await ask(SAVE, { input: { courseId: id, expectedRevision: 1, content } });
    expect(saved).toMatchObject({
      __typename: "CourseSaved",
      course: { published: null, versions: [{ revision: 2 }] },
    });
    const answer = await ask(PUBLISH, { input: { courseId: id, expectedRevision: 2 } });
    expect(answer).toMatchObject({ course: { published: { number: 1 }, versions: [{ number: 1, published: true }] } });
    expect((await seen()).data).toEqual({ course: { id } });
  });

  test("has a next version that says what is published until it is changed, and is taught only when published itself", async () => {
    const { id } = await published();
    const begun = await ask(BEGIN, { id });
    expect(begun.course?.versions).toMatchObject([
      { number: 2, published: false },
      { number: 1, published: true },
    ]);
    const revision = begun.course?.versions[0]?.revision;
    await ask(SAVE, { input: { courseId: id, expectedRevision: revision, content: { ...content, passMark: 95 } } });
    const { data } = await trainer.query(
      "query ($id: ID!) { node(id: $id) { ... on Course { published { passMark } } } }",
      {
        id,
      },
    );
    expect(data).toEqual({ node: { published: { passMark: content.passMark } } });
    const answer = await ask(PUBLISH, { input: { courseId: id, expectedRevision: (revision ?? 0) + 1 } });
    expect(answer.course?.published).toEqual({ number: 2, passMark: 95 });
  });

  test.each([
    ["a question without a right answer", withQuestion({ options: optionsAs(() => false) }), "QUESTION_WITHOUT_ANSWER"],
    [
      "two right answers of which one is to be chosen",
      withQuestion({ kind: "SINGLE", options: optionsAs((index) => index < 2) }),
      "QUESTION_WITHOUT_ANSWER",
    ],
    [
      "only right answers",
      withQuestion({ kind: "MULTIPLE", options: optionsAs(() => true) }),
      "QUESTION_WITHOUT_ANSWER",
    ],
    ["a question in one language", withQuestion({ prompt: { zh: "", en: "Which?" } }), "QUESTION_TEXT_MISSING"],
    ["no question", { ...content, questions: [] }, "NO_QUESTIONS"],
    ["nothing to read", { ...content, sections: [] }, "NO_SECTIONS"],
    ["no Chinese title", { ...content, title: { zh: " ", en: "Bank" } }, "TEXT_MISSING"],
    ["a pass mark of nothing", { ...content, passMark: 0 }, "NUMBER_OUT_OF_RANGE"],
    ["a validity of no month", { ...content, validityMonths: 0 }, "NUMBER_OUT_OF_RANGE"],
  ])("with %s can be saved and not published", async (_what, draft, code) => {
    const { id } = await created(draft);
    const before = await countRows(api.house.db);
    const answer = await ask(PUBLISH, { input: { courseId: id, expectedRevision: 1 } });
    expect(answer).toMatchObject({ __typename: "TrainingRefused", reasons: [{ code }] });
    expect(await countRows(api.house.db)).toEqual(before);
  });

  test("whose validity changes is published only with word of what becomes of the certificates that are out", async () => {
    const { id } = await published();
    const begun = await ask(BEGIN, { id });
    const revision = begun.course?.versions[0]?.revision ?? 0;
    const shorter = { ...content, validityMonths: 6 };
    await ask(SAVE, { input: { courseId: id, expectedRevision: revision, content: shorter } });
    const publish = (certificates: string | null) =>
      ask(PUBLISH, { input: { courseId: id, expectedRevision: revision + 1, certificates } });
    expect((await publish(null)).reasons).toMatchObject([{ code: "CERTIFICATES_UNDECIDED" }]);
    expect(await publish("KEEP")).toMatchObject({ course: { published: { number: 2 } } });
  });

  test("whose certificates are counted anew gives them their new last day, of which their holders are told again", async () => {
    const { id } = await published();
    const agent = await api.another("SUPPORT_AGENT");
    const [courseId, today] = [fromGlobalId(id)?.id ?? "", deskDay(api.clock.now())];
    const version = api.house.db.selectFrom("course_version").select("id").where("course_id", "=", courseId);
    const held = { id: newId(), staff_id: agent.staffId, course_id: courseId };
    await api.house.db
      .insertInto("training_record")
      .values({
        ...{ ...held, course_version_id: (await version.executeTakeFirstOrThrow()).id, state: "PASSED", open: false },
        ...{ cause: "SELF", assigned_at: api.clock.now(), valid_from: today, valid_until: addDays(today, 20) },
      })
      .execute();
    const lapsing = async () => {
      const reminded = await remind(api.house, async () => undefined);
      return reminded.flatMap(({ recordId, on }) => (recordId === held.id ? [on] : []));
    };
    expect(await lapsing()).toEqual([addDays(today, 20)]);
    const { course } = await ask(BEGIN, { id });
    const revision = course?.versions[0]?.revision ?? 0;
    const longer = { ...content, validityMonths: 24 };
    await ask(SAVE, { input: { courseId: id, expectedRevision: revision, content: longer } });
    const input = { courseId: id, expectedRevision: revision + 1, certificates: "RECOUNT" };
    expect(await ask(PUBLISH, { input })).toMatchObject({ course: { published: { number: 2 } } });
    const until = validUntil(today, 24) ?? today;
    expect(await lapsing()).toEqual([]);
    api.clock.advance({ days: daysBetween(today, until) - 20 });
    expect(await lapsing()).toEqual([until]);
    api.clock.advance({ days: 20 - daysBetween(today, until) });
  });

  test("written by two at once is written by one; the other sees the newer draft", async () => {
    const { id } = await created();
    const save = (passMark: number) =>
      ask(SAVE, { input: { courseId: id, expectedRevision: 1, content: { ...content, passMark } } });
    const answers = await Promise.all([save(70), save(80)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["CourseSaved", "StaleCourse"]);
    for (const { course } of answers) expect(course?.versions[0]).toMatchObject({ revision: 2 });
  });

  test("published by two at once is published once; a stale press publishes nothing", async () => {
    const { id } = await created();
    await ask(SAVE, { input: { courseId: id, expectedRevision: 1, content } });
    expect((await ask(PUBLISH, { input: { courseId: id, expectedRevision: 1 } })).__typename).toBe("StaleCourse");
    const publish = () => ask(PUBLISH, { input: { courseId: id, expectedRevision: 2 } });
    const answers = await Promise.all([publish(), publish()]);
    expect(answers.filter(({ __typename }) => __typename === "CourseSaved")).toHaveLength(1);
    expect(answers.flatMap(({ reasons = [] }) => reasons)).toMatchObject([{ code: "NO_DRAFT" }]);
  });

  test("begun anew by two at once has one draft; a code that is taken is refused", async () => {
    const { id, code } = await published();
    const answers = await Promise.all([ask(BEGIN, { id }), ask(BEGIN, { id })]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["CourseSaved", "TrainingRefused"]);
    expect((await ask(CREATE, { input: { code, content } })).reasons).toMatchObject([{ code: "CODE_TAKEN" }]);
  });

  test("is written by trainers alone, and what is published is changed by nobody", async () => {
    const { id } = await published();
    const input = { courseId: id, expectedRevision: 1, content };
    const { errors } = await api.as("COMPLIANCE_OFFICER").query(SAVE, { input });
    expect(errors[0]?.extensions?.code).toBe("FORBIDDEN");
    expect((await ask(SAVE, { input })).reasons).toMatchObject([{ code: "NO_DRAFT" }]);
    expect((await ask(BEGIN, { id: toGlobalId("Course", "0199d6a0-0000-7000-8000-00000000aaaa") })).__typename).toBe(
      "TrainingNotFound",
    );
  });
});
