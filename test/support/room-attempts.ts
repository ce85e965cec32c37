import { fromGlobalId, newId, toGlobalId } from "../../server/kernel/ids.ts";
import { noticeTexts } from "../../server/notices/domain/notice-texts.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { bankDisputesCourse } from "../../server/training/domain/default-courses/bank-disputes.ts";
import type { TestApi } from "./api.ts";
import type { ApiClient } from "./api-client.ts";
import * as stage from "./case-stages.ts";
import { actOn, givenCase } from "./given-case.ts";
import { sampleAttempts } from "./sample-attempts.ts";
import { givenUntrained } from "./trained.ts";

interface Attempt {
  readonly client: ApiClient;
  readonly variables: Readonly<Record<string, unknown>>;
}
type Attempts = Readonly<Record<string, () => Promise<Attempt>>>;

/** Mutations of approvals, notices, audit and training, asked as they are when nothing is wrong. */
export function roomAttempts(api: TestApi): Attempts {
  return {
    ...approvalAttempts(api),
    ...noticeAttempts(api),
    ...auditAttempts(api),
    ...sampleAttempts(api),
    ...trainingAttempts(api),
  };
}

function approvalAttempts(api: TestApi): Attempts {
  return {
    async decideApprovals() {
      const { caseId } = await stage.awaitingApproval(api);
      const { id, version } = await api.house.db
        .selectFrom("approval_request")
        .select(["id", "version"])
        .where("case_id", "=", caseId)
        .executeTakeFirstOrThrow();
      const item = { id: toGlobalId("ApprovalRequest", id), expectedVersion: version, idempotencyKey: newId() };
      return { client: api.as("SUPERVISOR"), variables: { input: { items: [item], verdict: "GRANT", note: "Seen." } } };
    },
    async delegateApprovals() {
      const [away, standsIn] = [await api.another("SUPERVISOR"), await api.another("SUPERVISOR")];
      const now = api.clock.now().getTime();
      const input = {
        delegateId: toGlobalId("Staff", standsIn.staffId),
        startsAt: new Date(now + 3_600_000).toISOString(),
        endsAt: new Date(now + 86_400_000).toISOString(),
      };
      return { client: away, variables: { input } };
    },
    endDelegation: async () => ({ client: api.as("SUPERVISOR"), variables: { id: toGlobalId("Delegation", newId()) } }),
  };
}

function noticeAttempts(api: TestApi): Attempts {
  const { en: text } = noticeTexts.REQUEST_CLOSED;
  return {
    async answerNotice() {
      const { caseId } = await givenCase(api, { merchantId: api.own.merchantId });
      await actOn(api, systemActor, caseId, { action: "BEGIN_VERIFICATION", input: {} });
      const asked = await api.house.db
        .selectFrom("notice")
        .select("id")
        .where("case_id", "=", caseId)
        .where("kind", "=", "MERCHANT_ASKED")
        .where("channel", "=", "CONSOLE")
        .executeTakeFirstOrThrow();
      const input = { noticeId: toGlobalId("Notice", asked.id), answer: "QUERIED", message: "Which till was it?" };
      return { client: api.as("MERCHANT_VERIFIER"), variables: { input } };
    },
    async replayNotice() {
      const { caseId } = await givenCase(api, {});
      const { id } = await api.house.db
        .updateTable("notice")
        .set({ state: "DEAD", ended_at: new Date() })
        .where("case_id", "=", caseId)
        .returning("id")
        .executeTakeFirstOrThrow();
      return { client: api.as("SUPERVISOR"), variables: { input: { noticeId: toGlobalId("Notice", id) } } };
    },
    async saveNoticeTemplate() {
      const latest = await api.house.db
        .selectFrom("notice_template")
        .select("version")
        .where("kind", "=", "REQUEST_CLOSED")
        .where("locale", "=", "en")
        .orderBy("version", "desc")
        .executeTakeFirst();
      const input = { kind: "REQUEST_CLOSED", locale: "EN", expectedVersion: latest?.version ?? 0, text };
      return { client: api.as("COMPLIANCE_OFFICER"), variables: { input } };
    },
    previewNoticeTemplate: async () => ({
      client: api.as("COMPLIANCE_OFFICER"),
      variables: { input: { kind: "REQUEST_CLOSED", locale: "EN", text } },
    }),
  };
}

function auditAttempts(api: TestApi): Attempts {
  return {
    async noteException() {
      const found = await stage.newCase(api);
      await stage.step(api, found, "SUPPORT_AGENT", { action: "BEGIN_VERIFICATION", input: {} });
      await stage.waive(api, found, "GOODS_STATE");
      const { id } = await api.house.db
        .selectFrom("case_event")
        .select("id")
        .where("case_id", "=", found.caseId)
        .where("kind", "=", "RECORD_CHECK")
        .executeTakeFirstOrThrow();
      const noted = { expectedNotes: 0, disposition: "TO_FOLLOW_UP", note: "Ask the shop's owner." };
      return {
        client: api.as("COMPLIANCE_OFFICER"),
        variables: { input: { exceptionId: toGlobalId("CaseEvent", id), ...noted } },
      };
    },
  };
}

let courses = 0;

function trainingAttempts(api: TestApi): Attempts {
  const trainer = () => api.as("TRAINER");
  const content = bankDisputesCourse;
  async function created(): Promise<{ readonly id: string; readonly revision: number }> {
    courses++;
    const { data } = await trainer().query<{
      createCourse: { course: { id: string; versions: { revision: number }[] } };
    }>(
      `mutation ($input: CreateCourseInput!) { createCourse(input: $input) { __typename
        ... on CourseSaved { course { id versions { revision } } } } }`,
      { input: { code: `room-attempt-${courses}`, content } },
    );
    const { id, versions } = data.createCourse.course;
    return { id, revision: versions[0]?.revision ?? 0 };
  }
  async function learner() {
    const agent = await api.another("SUPPORT_AGENT");
    await givenUntrained(api.house.db, agent.staffId);
    return agent;
  }
  const gate = async () => {
    const row = await api.house.db
      .selectFrom("course")
      .select("id")
      .where("code", "=", "bank-disputes")
      .executeTakeFirstOrThrow();
    return toGlobalId("Course", row.id);
  };
  /** An assignment that somebody can work on. */
  async function givenOpen(): Promise<string> {
    const { staffId } = await learner();
    const input = { courseId: await gate(), audience: { staffIds: [toGlobalId("Staff", staffId)] } };
    await trainer().query("mutation ($input: AssignTrainingInput!) { assignTraining(input: $input) { __typename } }", {
      input,
    });
    const record = api.house.db.selectFrom("training_record").select("id").where("staff_id", "=", staffId);
    return toGlobalId("TrainingRecord", (await record.executeTakeFirstOrThrow()).id);
  }
  async function givenWaived(): Promise<string> {
    const staffId = toGlobalId("Staff", (await learner()).staffId);
    const input = { courseId: await gate(), staffId, reason: "Certified elsewhere." };
    const { data } = await trainer().query<{ waiveTraining: { record: { id: string } } }>(
      "mutation ($input: WaiveTrainingInput!) { waiveTraining(input: $input) { ... on TrainingWaived { record { id } } } }",
      { input },
    );
    return data.waiveTraining.record.id;
  }
  const audience = async () => ({ staffIds: [toGlobalId("Staff", (await learner()).staffId)] });
  return {
    createCourse: async () => {
      courses++;
      return { client: trainer(), variables: { input: { code: `room-attempt-${courses}`, content } } };
    },
    beginCourseDraft: async () => ({ client: trainer(), variables: { courseId: toGlobalId("Course", newId()) } }),
    saveCourseDraft: async () => {
      const { id, revision } = await created();
      return { client: trainer(), variables: { input: { courseId: id, expectedRevision: revision, content } } };
    },
    publishCourse: async () => {
      const { id, revision } = await created();
      return { client: trainer(), variables: { input: { courseId: id, expectedRevision: revision } } };
    },
    assignTraining: async () => ({
      client: trainer(),
      variables: { input: { courseId: await gate(), audience: await audience(), dueOn: "2036-01-01" } },
    }),
    waiveTraining: async () => ({
      client: trainer(),
      variables: {
        input: {
          courseId: await gate(),
          staffId: toGlobalId("Staff", (await learner()).staffId),
          reason: "Certified elsewhere.",
          validUntil: "2036-01-01",
        },
      },
    }),
    withdrawTraining: async () => ({
      client: trainer(),
      variables: { input: { recordId: await givenOpen(), reason: "Moved to another team." } },
    }),
    withdrawWaiver: async () => ({
      client: trainer(),
      variables: { input: { recordId: await givenWaived(), reason: "The wrong person." } },
    }),
    changeTrainingDueDate: async () => ({
      client: trainer(),
      variables: { input: { recordId: await givenOpen(), dueOn: "2036-02-01", reason: "Back from leave in January." } },
    }),
    startTraining: async () => ({ client: await learner(), variables: { courseId: await gate() } }),
    submitQuiz: async () => {
      const client = await learner();
      const { data } = await client.query<{ startTraining: { quiz: { id: string } } }>(
        "mutation ($id: ID!) { startTraining(courseId: $id) { ... on QuizReady { quiz { id } } } }",
        { id: await gate() },
      );
      const input = { attemptId: data.startTraining.quiz.id, answers: [{ question: 0, chosen: [0] }] };
      return { client, variables: { input } };
    },
    addTrainingRule: async () => ({
      client: trainer(),
      variables: {
        input: { courseId: (await created()).id, kind: "ROLE", dueInDays: 14, audience: { role: "SUPPORT_AGENT" } },
      },
    }),
    changeTrainingRule: async () => {
      const rule = { id: newId(), course_id: fromGlobalId((await created()).id)?.id ?? "", kind: "ROLE" as const };
      await api.house.db
        .insertInto("training_rule")
        .values({ ...rule, role: "SUPPORT_AGENT", due_in_days: 14, created_at: new Date() })
        .execute();
      const input = { ruleId: toGlobalId("TrainingRule", rule.id), expectedVersion: 1, dueInDays: 7, daysAhead: 30 };
      return { client: trainer(), variables: { input } };
    },
    importOutsideRecords: async () => {
      const { email } = await learner();
      const content = `email,course,passed_on\n${email},bank-disputes,2026-01-05\n`;
      return { client: trainer(), variables: { input: { fileName: "records.csv", content } } };
    },
    endTrainingRule: async () => ({ client: trainer(), variables: { id: toGlobalId("TrainingRule", newId()) } }),
  };
}
