import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../../server/kernel/day.ts";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { fromGlobalId, newId, toGlobalId } from "../../server/kernel/ids.ts";
import type { NoticeKind } from "../../server/notices/domain/words.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { builtInPermissions } from "../../server/staff/domain/permissions.ts";
import { builtInBook } from "../../server/staff/domain/role-book.ts";
import { findValidCourses } from "../../server/staff/queries/find-valid-courses.ts";
import { applyRules, assignForPolicyVersion } from "../../server/training/actions/apply-rules.ts";
import { remind } from "../../server/training/actions/remind.ts";
import { tellAssigned } from "../../server/training/actions/tell-assigned.ts";
import { tellReminders } from "../../server/training/actions/tell-reminders.ts";
import { bankDisputesCourse } from "../../server/training/domain/default-courses/bank-disputes.ts";
import { sweepTraining } from "../../server/training/jobs/sweep-training.ts";
import { findCapable } from "../../server/training/queries/find-capable.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { draftOf, givenVersion, publishText, save, start as startDraft } from "../support/policy-room.ts";
import { rightAnswers } from "../support/quiz-answers.ts";
import { giveRights } from "../support/role-rights.ts";
import { givenTrained, givenUntrained } from "../support/trained.ts";

let api: TestApi;
let trainer: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  trainer = api.as("TRAINER");
});
afterAll(() => api.close());

const START = `mutation ($id: ID!) { startTraining(courseId: $id) { __typename
  ... on QuizReady { quiz { id number outcomes { place } questions { place prompt options { place text } } } }
  ... on TrainingRefused { reasons { code } } } }`;
const SUBMIT = `mutation ($input: SubmitQuizInput!) { submitQuiz(input: $input) { __typename
  ... on QuizGraded { quiz { id score passed mayTryAgain outcomes { right rightOptions } record { state validUntil certificateCode } } }
  ... on TrainingRefused { reasons { code } } } }`;
const ASSIGN = `mutation ($input: AssignTrainingInput!) { assignTraining(input: $input) { __typename
  ... on TrainingAssigned { assigned holding alreadyAssigned } ... on TrainingRefused { reasons { code } } } }`;
const WAIVE = `mutation ($input: WaiveTrainingInput!) { waiveTraining(input: $input) { __typename
  ... on TrainingWaived { record { state reason } } ... on TrainingRefused { reasons { code } } } }`;

interface Started {
  startTraining: {
    __typename: string;
    quiz: { id: string; number: number; questions: { place: number }[] };
    reasons?: { code: string }[];
  };
}
interface Graded {
  submitQuiz: {
    __typename: string;
    quiz: { score: number; passed: boolean; mayTryAgain: boolean; outcomes: { rightOptions: number[] | null }[] };
    reasons?: { code: string }[];
  };
}

async function courseId(code: string): Promise<string> {
  const row = await api.house.db.selectFrom("course").select("id").where("code", "=", code).executeTakeFirstOrThrow();
  return toGlobalId("Course", row.id);
}

async function anUntrainedAgent(): Promise<SignedIn> {
  const agent = await api.another("SUPPORT_AGENT");
  await givenUntrained(api.house.db, agent.staffId);
  return agent;
}

async function start(client: SignedIn, code = "bank-disputes") {
  return (await client.query<Started>(START, { id: await courseId(code) })).data.startTraining;
}

const telling = () => ({ clock: api.clock, tell: tellAssigned(api.house) });

/** All right answers, as only the server can know them. */
function answersTo(quizId: string) {
  return rightAnswers(api.house.db, fromGlobalId(quizId)?.id ?? "");
}

async function submit(client: SignedIn, quizId: string, answers: object[]) {
  return (await client.query<Graded>(SUBMIT, { input: { attemptId: quizId, answers } })).data.submitQuiz;
}

test("places are the merchants and banks that have somebody at work, for whoever assigns", async () => {
  const PLACES = "{ learnerPlaces { id role name nameZh } }";
  const { merchantId, institutionId } = api.own;
  const { data } = await trainer.query<{ learnerPlaces: { id: string; role: string }[] }>(PLACES);
  expect(data.learnerPlaces.map(({ id, role }) => ({ id, role }))).toEqual([
    { id: toGlobalId("Merchant", merchantId), role: "MERCHANT_VERIFIER" },
    { id: toGlobalId("Institution", institutionId), role: "BANK_OFFICER" },
  ]);
  expect((await api.as("SUPPORT_AGENT").query(PLACES)).data ?? {}).not.toHaveProperty("learnerPlaces.0");
});

describe("a quiz", () => {
  test("is begun, graded here and kept; passing gives a certificate that holds a year", async () => {
    const agent = await anUntrainedAgent();
    const begun = await start(agent);
    const graded = await submit(agent, begun.quiz.id, await answersTo(begun.quiz.id));
    const today = deskDay(api.clock.now());
    expect(graded).toMatchObject({
      __typename: "QuizGraded",
      quiz: { score: 100, passed: true, mayTryAgain: false, record: { state: "PASSED" } },
    });
    const record = await recordsOf(agent.staffId);
    expect(record).toMatchObject([
      { state: "PASSED", open: false, cause: "SELF", valid_from: today, attempts_used: 1 },
    ]);
    expect(record[0]?.certificate_code).toMatch(/^TC(-[2-9A-HJ-NP-Z]{4}){3}$/);
  });

  test("cannot be read for its answers: not before it is handed in, nor by any field that a learner may have", async () => {
    const agent = await anUntrainedAgent();
    const begun = await start(agent);
    const text = JSON.stringify(begun);
    for (const { explanation } of bankDisputesCourse.questions) expect(text).not.toContain(explanation.en);
    expect(text).not.toContain('"right"');
    const { data } = await agent.query(
      '{ course(code: "bank-disputes") { published { questions { options { right } } } versions { id } } }',
    );
    expect(data).toEqual({ course: { published: { questions: [] }, versions: [] } });
  });

  test("is read again as it stands, in the language it is read in, by whoever takes it and nobody else", async () => {
    const agent = await anUntrainedAgent();
    const { quiz: begun } = await start(agent);
    const READ =
      "query ($id: ID!) { quiz(id: $id) { id submitted score questions { prompt } outcomes { explanation } } }";
    const read = async (client: SignedIn, locale = "en") => {
      const { body } = await client.send({ query: READ, variables: { id: begun.id } }, { "accept-language": locale });
      return JSON.stringify(body);
    };
    const first = bankDisputesCourse.questions[0];
    expect(await read(agent)).toContain(first?.prompt.en);
    const inChinese = await read(agent, "zh-CN");
    expect(inChinese).toContain(first?.prompt.zh);
    expect(inChinese).toContain('"submitted":false,"score":null');
    expect(await read(trainer)).toBe('{"data":{"quiz":null}}');
    await submit(agent, begun.id, []);
    const graded = await read(agent, "zh-CN");
    expect(graded).toContain('"submitted":true,"score":0');
    expect(graded).toContain(first?.explanation.zh);
  });

  test("that failed says what was wrong but not what was right, while it can be tried again", async () => {
    const agent = await anUntrainedAgent();
    for (const left of [true, true, false]) {
      const begun = await start(agent);
      const graded = await submit(agent, begun.quiz.id, []);
      expect(graded.quiz).toMatchObject({ score: 0, passed: false, mayTryAgain: left });
      expect(graded.quiz.outcomes.every(({ rightOptions }) => (rightOptions === null) === left)).toBe(true);
    }
    expect(await recordsOf(agent.staffId)).toMatchObject([{ state: "FAILED", open: false, attempts_used: 3 }]);
    const { data } = await trainer.query(
      "query ($id: ID!) { trainingRecords(filter: { staffId: $id }) { edges { node { attempts { number score passed courseVersion } } } } }",
      { id: toGlobalId("Staff", agent.staffId) },
    );
    const attempts = [1, 2, 3].map((number) => ({ number, score: 0, passed: false, courseVersion: 1 }));
    expect(data).toEqual({ trainingRecords: { edges: [{ node: { attempts } }] } });
  });

  test("opened twice at once is one attempt, and handed in twice at once is graded once", async () => {
    const agent = await anUntrainedAgent();
    const [one, two] = await Promise.all([start(agent), start(agent)]);
    expect(one.quiz.id).toBe(two.quiz.id);
    const answers = await answersTo(one.quiz.id);
    const given = await Promise.all([submit(agent, one.quiz.id, answers), submit(agent, one.quiz.id, answers)]);
    expect(given.map(({ __typename }) => __typename).sort()).toEqual(["QuizGraded", "TrainingRefused"]);
    expect(await recordsOf(agent.staffId)).toHaveLength(1);
  });

  test("of somebody else is not there", async () => {
    const [mine, other] = [await anUntrainedAgent(), await anUntrainedAgent()];
    const begun = await start(mine);
    expect(await submit(other, begun.quiz.id, [])).toMatchObject({ __typename: "TrainingNotFound" });
    expect(await recordsOf(mine.staffId)).toMatchObject([{ state: "STARTED" }]);
  });

  test("is kept as it was handed in, by whatever program", async () => {
    const agent = await anUntrainedAgent();
    const begun = await start(agent);
    await submit(agent, begun.quiz.id, []);
    const change = api.house.db
      .updateTable("training_attempt")
      .set({ score: 100 })
      .where("submitted_at", "is not", null);
    await expect(change.execute()).rejects.toThrow("kept as it was");
  });
});

describe("assigning", () => {
  test("in bulk shows who gets it and who holds it, gives it once, and changes nothing when sent again", async () => {
    const [fresh, holder] = [await anUntrainedAgent(), await api.another("SUPPORT_AGENT")];
    const input = {
      courseId: await courseId("bank-disputes"),
      audience: { staffIds: [fresh, holder].map(({ staffId }) => toGlobalId("Staff", staffId)) },
      dueOn: deskDay(api.clock.now()),
    };
    const { data } = await trainer.query<{ assignmentPreview: object }>(
      "query ($input: AssignTrainingInput!) { assignmentPreview(input: $input) { total gets people { gets holds } } }",
      { input },
    );
    expect(data.assignmentPreview).toMatchObject({ total: 2, gets: 1 });
    const both = await Promise.all([trainer.query(ASSIGN, { input }), trainer.query(ASSIGN, { input })]);
    const counts = both.map(({ data: told }) => (told["assignTraining"] as { assigned: number }).assigned);
    expect(counts.sort()).toEqual([0, 1]);
    expect(await recordsOf(fresh.staffId)).toMatchObject([{ state: "ASSIGNED", open: true, cause: "HAND" }]);
  });

  test("can be for just those whose record lapsed, is about to, or is missing, and those who hold one till then get it", async () => {
    const today = deskDay(api.clock.now());
    const ends = { lapsed: addDays(today, -1), lapsing: addDays(today, 90), valid: addDays(today, 91) };
    const missing = await anUntrainedAgent();
    const people = new Map([[missing.staffId, "MISSING"]]);
    for (const [name, valid_until] of Object.entries(ends)) {
      const { staffId } = await anUntrainedAgent();
      await givenTrained(api.house.db, staffId, ["bank-disputes"]);
      await api.house.db.updateTable("training_record").set({ valid_until }).where("staff_id", "=", staffId).execute();
      people.set(staffId, name.toUpperCase());
    }
    const audience = { staffIds: [...people.keys()].map((id) => toGlobalId("Staff", id)) };
    const base = { courseId: await courseId("bank-disputes"), audience, dueOn: today };
    const offered = async (standings: readonly string[]) => {
      const { data } = await trainer.query<{
        assignmentPreview: { people: { gets: boolean; staff: { id: string } }[] };
      }>("query ($input: AssignTrainingInput!) { assignmentPreview(input: $input) { people { gets staff { id } } } }", {
        input: { ...base, standings },
      });
      return data.assignmentPreview.people
        .map(({ gets, staff }) => [people.get(fromGlobalId(staff.id)?.id ?? ""), gets].join(" "))
        .sort();
    };
    expect(await offered(["LAPSED"])).toEqual(["LAPSED true"]);
    expect(await offered(["LAPSING"])).toEqual(["LAPSING true"]);
    expect(await offered(["MISSING"])).toEqual(["MISSING true"]);
    const all = ["MISSING", "LAPSED", "LAPSING"];
    const { data } = await trainer.query(ASSIGN, { input: { ...base, standings: all } });
    expect(data).toMatchObject({ assignTraining: { assigned: 3 } });
    expect(await offered(all)).toEqual(["LAPSED false", "LAPSING false", "MISSING false"]);
    const { errors } = await trainer.query(ASSIGN, { input: { ...base, standings: ["VALID"] } });
    expect(errors[0]?.extensions?.code).toBe("BAD_USER_INPUT");
  });

  test.each([
    ["dates that cross", { dueOn: "2026-03-10", opensOn: "2026-03-11" }, "DATES_CROSSED"],
    ["a window that has shut, in which nobody could take it", { closesOn: "2026-03-10" }, "WINDOW_IS_OVER"],
    ["people who are not there", { audience: { staffIds: ["x"] } }, "NOBODY_FITS"],
  ])("is refused for %s, and nobody gets anything", async (_what, change, code) => {
    const agent = await anUntrainedAgent();
    const audience = { staffIds: [toGlobalId("Staff", agent.staffId)] };
    const input = { courseId: await courseId("bank-disputes"), audience, ...change };
    const { data } = await trainer.query(ASSIGN, { input });
    expect(data).toMatchObject({ assignTraining: { __typename: "TrainingRefused", reasons: [{ code }] } });
    expect(await recordsOf(agent.staffId)).toEqual([]);
  });

  test("again is possible once the window has shut, by hand or by a rule", async () => {
    const missed = async () => {
      const agent = await anUntrainedAgent();
      const today = deskDay(api.clock.now());
      const audience = { staffIds: [toGlobalId("Staff", agent.staffId)] };
      const input = { courseId: await courseId("bank-disputes"), audience, closesOn: today };
      await trainer.query(ASSIGN, { input });
      await start(agent);
      return { agent, again: { ...input, closesOn: null } };
    };
    const [byHand, byRule] = [await missed(), await missed()];
    const closesOn = deskDay(api.clock.now());
    api.clock.advance({ days: 1 });
    const states = async ({ agent }: typeof byHand) => {
      const rows =
        "query ($id: ID!) { trainingRecords(filter: { staffId: $id, states: [MISSED, ASSIGNED] }) { edges { node { state open closesOn course { code } } } } }";
      type Records = { trainingRecords: { edges: { node: { state: string; course: { code: string } } }[] } };
      const { data } = await agent.query<Records>(rows, { id: toGlobalId("Staff", agent.staffId) });
      return data.trainingRecords.edges.filter(({ node }) => node.course.code === "bank-disputes");
    };
    const lost = { node: { state: "MISSED", open: false, closesOn } };
    expect(await states(byHand)).toMatchObject([lost]);
    expect(await start(byHand.agent)).toMatchObject({ reasons: [{ code: "CLOSED_SINCE" }] });
    expect((await trainer.query(ASSIGN, { input: byHand.again })).data).toMatchObject({
      assignTraining: { assigned: 1, alreadyAssigned: 0 },
    });
    expect(await states(byHand)).toMatchObject([{ node: { state: "ASSIGNED", open: true } }, lost]);
    expect(await start(byHand.agent)).toMatchObject({ __typename: "QuizReady" });

    await sweepTraining(api.house);
    expect(await states(byRule)).toMatchObject([{ node: { state: "ASSIGNED", open: true } }, lost]);
    api.clock.advance({ days: -1 });
  });

  test("and waiving are not for an agent; nobody waives their own", async () => {
    const agent = await anUntrainedAgent();
    const id = toGlobalId("Staff", agent.staffId);
    const input = { courseId: await courseId("bank-disputes"), audience: { staffIds: [id] } };
    expect((await agent.query(ASSIGN, { input })).errors[0]?.extensions?.code).toBe("FORBIDDEN");
    const waiver = { staffId: id, courseId: input.courseId, reason: "Taught it for years." };
    expect((await agent.query(WAIVE, { input: waiver })).errors[0]?.extensions?.code).toBe("FORBIDDEN");
    const own = { ...waiver, staffId: toGlobalId("Staff", trainer.staffId) };
    expect((await trainer.query(WAIVE, { input: own })).data).toMatchObject({
      waiveTraining: { reasons: [{ code: "OWN_WAIVER" }] },
    });
    expect((await trainer.query(WAIVE, { input: waiver })).data).toMatchObject({
      waiveTraining: { record: { state: "WAIVED", reason: "Taught it for years." } },
    });
  });
});

describe("records", () => {
  test("of others are for whoever watches over training, one's own for everyone", async () => {
    const [agent, other] = [await api.another("SUPPORT_AGENT"), await api.another("SUPPORT_AGENT")];
    const seen = async (client: SignedIn, staffId: string) => {
      const { data } = await client.query<{ trainingRecords: { edges: object[] } }>(
        "query ($id: ID!) { trainingRecords(filter: { staffId: $id }) { edges { node { id } } } }",
        { id: toGlobalId("Staff", staffId) },
      );
      return data.trainingRecords.edges.length;
    };
    expect(await seen(agent, agent.staffId)).toBe(2);
    expect(await seen(agent, other.staffId)).toBe(0);
    for (const role of ["TRAINER", "SUPERVISOR", "COMPLIANCE_OFFICER"] as const)
      expect(await seen(api.as(role), other.staffId)).toBe(2);
  });

  test("are confirmed for everyone by their number, with name and course and no more", async () => {
    const agent = await anUntrainedAgent();
    const begun = await start(agent);
    await submit(agent, begun.quiz.id, await answersTo(begun.quiz.id));
    const [record] = await recordsOf(agent.staffId);
    const page = await api.app.inject({
      url: `/verify/${record?.certificate_code}`,
      headers: { "accept-language": "en" },
    });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("Disputes at the bank");
    expect(page.body).toContain("is valid");
    const { nameEn } = await api.house.settings.current();
    expect(page.body).toContain(`<dt>Issued by</dt><dd>${nameEn}</dd>`);
    expect(page.body).not.toContain("@redress.test");
    expect(page.body).toContain('href="?lang=zh-CN"');
    const chinese = await api.app.inject({
      url: `/verify/${record?.certificate_code}?lang=zh-CN`,
      headers: { "accept-language": "en" },
    });
    expect(chinese.body).toContain("目前有效");
    const unknown = await api.app.inject({ url: "/verify/TC-2222-2222-2222", headers: { "accept-language": "en" } });
    expect([unknown.statusCode, unknown.body.includes("no certificate")]).toEqual([404, true]);
    const url = `/training/certificates/${toGlobalId("TrainingRecord", record?.id ?? "")}.pdf`;
    const file = await api.app.inject({ url, headers: { cookie: agent.cookie } });
    expect([file.statusCode, file.rawPayload.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
    const foreign = await api.app.inject({ url, headers: { cookie: api.as("BANK_OFFICER").cookie } });
    expect(foreign.statusCode).toBe(404);
  });
});

describe("rules", () => {
  test("give a later joiner what their role needs, once however often they are applied", async () => {
    const joiner = await anUntrainedAgent();
    await Promise.all([applyRules(api.house.db, telling()), applyRules(api.house.db, telling())]);
    const first = await recordsOf(joiner.staffId);
    expect(first.length).toBeGreaterThan(3);
    expect(first.every(({ cause, open }) => cause === "ROLE" && open)).toBe(true);
    expect(await applyRules(api.house.db, telling())).toBe(0);
    expect(await recordsOf(joiner.staffId)).toHaveLength(first.length);
  });

  test("give a new policy version to those who must read it, once a version", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    await givenTrained(api.house.db, agent.staffId, ["policy-in-force"]);
    const version = "0199d6a0-0000-7000-8000-00000000aaaa";
    const publish = () => api.house.db.transaction().execute((trx) => assignForPolicyVersion(trx, telling(), version));
    await publish();
    await publish();
    const open = (await recordsOf(agent.staffId)).filter((record) => record.open);
    expect(open).toMatchObject([{ cause: "POLICY" }]);
  });

  test("remind once of each thing", async () => {
    const agent = await anUntrainedAgent();
    const input = {
      courseId: await courseId("bank-disputes"),
      audience: { staffIds: [toGlobalId("Staff", agent.staffId)] },
      dueOn: deskDay(api.clock.now()),
    };
    await trainer.query(ASSIGN, { input });
    const told: string[] = [];
    const write = async (_db: unknown, reminders: readonly { kind: string; staffId: string }[]) => {
      for (const { kind, staffId } of reminders) if (staffId === agent.staffId) told.push(kind);
    };
    await Promise.all([remind(api.house, write), remind(api.house, write)]);
    expect(told).toEqual(["DUE_SOON"]);
    api.clock.advance({ days: 1 });
    await remind(api.house, write);
    await remind(api.house, write);
    expect(told).toEqual(["DUE_SOON", "OVERDUE"]);
    api.clock.advance({ days: -1 });
  });

  test("and the person hears of it by the outbox, once, in the transaction that remembers it", async () => {
    const agent = await anUntrainedAgent();
    const staffIds = [toGlobalId("Staff", agent.staffId)];
    const input = {
      courseId: await courseId("bank-disputes"),
      audience: { staffIds },
      dueOn: deskDay(api.clock.now()),
    };
    await trainer.query(ASSIGN, { input });
    await Promise.all([sweepTraining(api.house), sweepTraining(api.house)]);
    await sweepTraining(api.house);
    const notices = await api.house.db
      .selectFrom("notice")
      .select(["kind", "channel", "fields", "link"])
      .where("staff_id", "=", agent.staffId)
      .where("kind", "=", "TRAINING_DUE")
      .orderBy("channel")
      .execute();
    const told = {
      kind: "TRAINING_DUE",
      fields: { course: bankDisputesCourse.title, dueOn: input.dueOn },
      link: { path: "/learn/bank-disputes" },
    };
    expect(notices).toEqual([
      { ...told, channel: "CONSOLE" },
      { ...told, channel: "EMAIL" },
    ]);
  });
});

test("who could do it instead: also a colleague who stands in for somebody who is away, for as long as that lasts", async () => {
  const agent = await api.another("SUPPORT_AGENT");
  await givenTrained(api.house.db, agent.staffId, ["above-limit-approval"]);
  const now = api.clock.now();
  const endsAt = new Date(now.getTime() + 3_600_000);
  const capable = async (at: Date) => {
    const asked = { ...api.house, clock: { now: () => at }, actor: { ...systemActor, roles: builtInBook } };
    const [people = []] = await findCapable(asked, ["above-limit-approval"]);
    return people.map(({ id }) => id);
  };
  expect(await capable(now)).not.toContain(agent.staffId);
  await api.house.db
    .insertInto("delegation")
    .values({
      ...{ id: newId(), staff_id: api.as("SUPERVISOR").staffId, delegate_id: agent.staffId },
      ...{ starts_at: now, ends_at: endsAt, created_at: now },
    })
    .execute();
  expect(await capable(now)).toContain(agent.staffId);
  expect(await capable(endsAt)).not.toContain(agent.staffId);
});

describe("what training tells people and hears of policies", () => {
  /** What somebody reads about training on the console, the oldest first. */
  async function toldOf(staffId: string): Promise<readonly string[]> {
    const rows = await api.house.db
      .selectFrom("notice")
      .select("kind")
      .where("staff_id", "=", staffId)
      .where("channel", "=", "CONSOLE")
      .where("kind", "like", sql<NoticeKind>`'%TRAINING%'`)
      .orderBy("created_at")
      .execute();
    return rows.map(({ kind }) => kind);
  }

  test("whoever is given a course by hand hears of it once, with the day it is due, however often it is sent", async () => {
    const agent = await anUntrainedAgent();
    const audience = { staffIds: [toGlobalId("Staff", agent.staffId)] };
    const input = { courseId: await courseId("bank-disputes"), audience, dueOn: deskDay(api.clock.now()) };
    await Promise.all([trainer.query(ASSIGN, { input }), trainer.query(ASSIGN, { input })]);
    const told = await api.house.db
      .selectFrom("notice")
      .select(["kind", "channel", "fields", "link"])
      .where("staff_id", "=", agent.staffId)
      .orderBy("channel")
      .execute();
    const notice = {
      kind: "TRAINING_ASSIGNED",
      fields: { course: bankDisputesCourse.title, dueOn: input.dueOn },
      link: { path: "/learn/bank-disputes" },
    };
    expect(told).toEqual([
      { ...notice, channel: "CONSOLE" },
      { ...notice, channel: "EMAIL" },
    ]);
  });

  test("whom a rule finds hears of each course once; who begins one of their own accord hears nothing", async () => {
    const [joiner, keen] = [await anUntrainedAgent(), await anUntrainedAgent()];
    await start(keen);
    expect(await toldOf(keen.staffId)).toEqual([]);
    await Promise.all([sweepTraining(api.house), sweepTraining(api.house)]);
    const given = await recordsOf(joiner.staffId);
    expect((await toldOf(joiner.staffId)).filter((kind) => kind === "TRAINING_ASSIGNED")).toHaveLength(given.length);
  });

  test("a record that lapsed is told once, the day after its last, also where two end together, unless a later one holds", async () => {
    const agents = await Promise.all([1, 2, 3].map(() => api.another("SUPPORT_AGENT")));
    const [alone, renewed, twice] = agents as [SignedIn, SignedIn, SignedIn];
    const lastDay = deskDay(api.clock.now());
    for (const { staffId } of agents) {
      await givenUntrained(api.house.db, staffId);
      await givenTrained(api.house.db, staffId, ["bank-disputes"]);
      if (staffId === twice.staffId) await givenTrained(api.house.db, staffId, ["bank-disputes"]);
      const ends = api.house.db.updateTable("training_record").set({ valid_until: lastDay });
      await ends.where("staff_id", "=", staffId).execute();
    }
    await givenTrained(api.house.db, renewed.staffId, ["bank-disputes"]);
    const lapsed = async ({ staffId }: SignedIn) =>
      (await toldOf(staffId)).filter((kind) => kind === "TRAINING_LAPSED").length;
    await sweepTraining(api.house);
    expect(await lapsed(alone)).toBe(0);
    api.clock.advance({ days: 1 });
    await Promise.all([sweepTraining(api.house), sweepTraining(api.house)]);
    expect([await lapsed(alone), await lapsed(renewed), await lapsed(twice)]).toEqual([1, 0, 1]);
    api.clock.advance({ days: -1 });
  });

  test("put reminders into the outbox: the learner's own, and the supervisor's of what is overdue", async () => {
    const agent = await anUntrainedAgent();
    const supervisor = api.as("SUPERVISOR");
    // Whoever leads the desk, by whatever role.
    const lead = await api.another("COMPLIANCE_OFFICER");
    await giveRights(api, "COMPLIANCE_OFFICER", [...builtInPermissions.COMPLIANCE_OFFICER, "desk.lead"]);
    const audience = { staffIds: [toGlobalId("Staff", agent.staffId)] };
    const input = { courseId: await courseId("bank-disputes"), audience, dueOn: deskDay(api.clock.now()) };
    await trainer.query(ASSIGN, { input });
    await remind(api.house, tellReminders(api.house));
    expect(await toldOf(agent.staffId)).toEqual(["TRAINING_ASSIGNED", "TRAINING_DUE"]);
    const team = async () =>
      (await toldOf(supervisor.staffId)).filter((kind) => kind === "TEAM_TRAINING_OVERDUE").length;
    const before = await team();
    api.clock.advance({ days: 2 });
    await remind(api.house, tellReminders(api.house));
    await remind(api.house, tellReminders(api.house));
    expect(await toldOf(agent.staffId)).toEqual(["TRAINING_ASSIGNED", "TRAINING_DUE", "TRAINING_OVERDUE"]);
    expect((await team()) - before).toBe(1);
    expect(await toldOf(lead.staffId)).toEqual(["TEAM_TRAINING_OVERDUE"]);
    await giveRights(api, "COMPLIANCE_OFFICER", builtInPermissions.COMPLIANCE_OFFICER);
    const { data } = await supervisor.query<{ notices: { edges: { node: { text: { body: string } } }[] } }>(
      "{ notices(first: 100) { edges { node { text { body } } } } }",
    );
    const bodies = data.notices.edges.map(({ node }) => node.text.body).join("\n");
    expect(bodies).toContain(await nameOf(agent.staffId));
    api.clock.advance({ days: -2 });
  });

  test("a major version of the policy assigns as it is published, a minor one does not", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    await givenTrained(api.house.db, agent.staffId, ["policy-in-force"]);
    const opened = async () => (await recordsOf(agent.staffId)).filter(({ open }) => open);
    const officer = api.as("COMPLIANCE_OFFICER");
    const heard = (await toldOf(agent.staffId)).length;
    const minor = await startDraft(officer);
    const title = { zh: "退款规则", en: "Rules of refunds" };
    await publishText(
      api,
      draftOf(await save(officer, minor, { ...minor.content, title }, "MINOR", "A word put right.")),
      null,
    );
    expect(await opened()).toEqual([]);
    api.clock.advance({ minutes: 1 });
    await givenVersion(api, (content) => ({ ...content, windowDays: content.windowDays + 1 }));
    expect(await opened()).toMatchObject([{ cause: "POLICY" }]);
    expect((await toldOf(agent.staffId)).slice(heard)).toEqual(["TRAINING_ASSIGNED"]);
  });
});

describe("whoever could not be given the text of a new policy version as it came out", () => {
  const given = async ({ staffId }: SignedIn) =>
    (await recordsOf(staffId))
      .filter(({ cause }) => cause === "POLICY")
      .map(({ open }) => open)
      .sort();
  const setActive = (staffId: string, active: boolean) =>
    api.house.db.updateTable("staff").set({ active }).where("id", "=", staffId).execute();
  const sweep = () => applyRules(api.house.db, telling());
  const everybody = (change: number) =>
    givenVersion(api, (content) => ({ ...content, windowDays: content.windowDays + change }));

  test("is given it later, once: back from a suspension, or done with what was open", async () => {
    const [suspended, busy] = [await api.another("SUPPORT_AGENT"), await api.another("SUPPORT_AGENT")];
    for (const { staffId } of [suspended, busy]) await givenTrained(api.house.db, staffId);
    await setActive(suspended.staffId, false);
    await everybody(1);
    await everybody(1);
    await sweep();
    expect([await given(suspended), await given(busy)]).toEqual([[], [true]]);
    await setActive(suspended.staffId, true);
    await api.house.db
      .updateTable("training_record")
      .set({ state: "FAILED", open: false, finished_at: api.clock.now() })
      .where("cause", "=", "POLICY")
      .where("staff_id", "=", busy.staffId)
      .execute();
    await Promise.all([sweep(), sweep()]);
    await sweep();
    expect([await given(suspended), await given(busy)]).toEqual([[true], [false, true]]);
  });

  test("counts as overdue once its day is past, whatever an earlier edition's record says; that goes on to open what it opens", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    await givenTrained(api.house.db, agent.staffId, ["policy-in-force", "bank-disputes"]);
    const stands = async () => {
      const id = toGlobalId("Staff", agent.staffId);
      const { data } = await trainer.query<{
        courseStandings: { standing: string; course: { code: string } }[];
        trainingMatrix: { columns: { code: string }[]; rows: { staff: { id: string }; cells: string }[] };
      }>(
        `query ($id: ID!) { courseStandings(staffId: $id) { standing course { code } }
          trainingMatrix { columns { code } rows { staff { id } cells } } }`,
        { id },
      );
      const at = data.trainingMatrix.columns.findIndex(({ code }) => code === "policy-in-force");
      const cells = data.trainingMatrix.rows.find(({ staff }) => staff.id === id)?.cells.split(",");
      return [data.courseStandings.find(({ course }) => course.code === "policy-in-force")?.standing, cells?.[at]];
    };
    await everybody(1);
    expect(await stands()).toEqual(["VALID", "V"]);
    api.clock.advance({ days: 15 });
    expect(await stands()).toEqual(["OVERDUE", "O"]);
    const opens = await findValidCourses(api.house.db, agent.staffId, api.clock.now());
    expect([...opens]).toEqual(expect.arrayContaining(["bank-disputes", "policy-in-force"]));
    api.clock.advance({ days: -15 });
  });

  test("is nobody who joined after it", async () => {
    const joiner = await api.another("SUPPORT_AGENT");
    await sweep();
    expect(await given(joiner)).toEqual([]);
  });
});

describe("the matrix", () => {
  test("says of each cell what the rules say, gaps first", async () => {
    const agent = await anUntrainedAgent();
    const { data } = await trainer.query<{
      trainingMatrix: { columns: { code: string }[]; rows: { staff: { id: string }; gaps: number; cells: string }[] };
    }>("{ trainingMatrix { columns { code } rows { staff { id } gaps cells } } }");
    const { columns, rows } = data.trainingMatrix;
    expect(rows.map(({ gaps }) => gaps)).toEqual(rows.map(({ gaps }) => gaps).sort((left, right) => right - left));
    for (const { staff, cells } of rows) {
      const { data: one } = await trainer.query<{
        courseStandings: { standing: string; course: { code: string } }[];
      }>("query ($id: ID!) { courseStandings(staffId: $id) { standing course { code } } }", { id: staff.id });
      const said = new Map(one.courseStandings.map(({ course, standing }) => [course.code, standing]));
      const letters: Readonly<Record<string, string>> = {
        VALID: "V",
        LAPSING: "L",
        ASSIGNED: "A",
        OVERDUE: "O",
        LAPSED: "X",
        MISSING: "M",
      };
      const expected = columns.map(({ code }) => letters[said.get(code) ?? ""] ?? "-");
      expect(cells.split(",").map((cell) => cell.charAt(0))).toEqual(expected);
    }
    expect(rows.find(({ staff }) => staff.id === toGlobalId("Staff", agent.staffId))?.cells).toMatch(
      /^(M|-)(,(M|-))*$/,
    );
  });

  test.each([
    ["en", "Name,Role,Gaps,", "support agent"],
    ["zh-CN", "姓名,角色,缺口,", "客服"],
  ])(
    "as a file speaks %s as its reader does, and is there for whoever watches over training alone",
    async (lang, head, role) => {
      const url = `/training/matrix.csv?lang=${lang}&role=SUPPORT_AGENT`;
      const [first = "", ...lines] = (await fileFor(trainer, url)).body.trim().split("\n");
      expect(first.replace("\uFEFF", "")).toMatch(new RegExp(`^${head}`));
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line).toContain(`,${role},`);
      expect((await fileFor(api.as("MERCHANT_VERIFIER"), url)).statusCode).toBe(404);
    },
  );
});

const fileFor = ({ cookie }: Pick<SignedIn, "cookie">, url: string) => api.app.inject({ url, headers: { cookie } });

async function nameOf(staffId: string): Promise<string> {
  const found = api.house.db.selectFrom("staff").select("name").where("id", "=", staffId);
  return (await found.executeTakeFirstOrThrow()).name;
}

function recordsOf(staffId: string) {
  return api.house.db.selectFrom("training_record").selectAll().where("staff_id", "=", staffId).execute();
}
