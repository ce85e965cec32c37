import type { Level } from "../authorization-matrix.ts";
import { anything, letsIn, type Probe, type Probes, told } from "./probe.ts";

const noText = { zh: "", en: "" };
const noContent = { title: noText, summary: noText, sections: [], questions: [], minutes: 0, passMark: 0 };
const agents = { role: "SUPPORT_AGENT" };

/** What is kept of somebody's training: one's own, and another's. */
function perLearner(document: string): Probe {
  return async (client, { assigneeId }): Promise<Level> => {
    const { data } = await client.query<{ viewer: { id: string } | null }>("{ viewer { id } }");
    const own = data.viewer?.id;
    const sees = async (id: string) =>
      /"(id|standing)":/.test(JSON.stringify((await client.query(document, { id })).data));
    if (own !== assigneeId && (await sees(assigneeId))) return "yes";
    return own !== undefined && (await sees(own)) ? "own" : "no";
  };
}

/** How many of everybody's attempts they are shown: their own, or others' too. */
function ofQuizzes(document: string): Probe {
  return async (client, { quizIds }): Promise<Level> => {
    const answers = await Promise.all(quizIds.map((id) => client.query(document, { id })));
    const seen = answers.filter(({ data }) => data["quiz"] !== null).length;
    if (seen > 1) return "yes";
    return seen === 1 ? "own" : "no";
  };
}

/** What is wrong about them is the course or the person, which are nobody's: they answer, and do nothing. */
export const trainingProbes: Probes = {
  "Query.courses": anything("{ courses { edges { node { id } } } }"),
  "Query.course": anything('{ course(code: "bank-disputes") { id } }'),
  "Query.courseStandings": perLearner("query ($id: ID!) { courseStandings(staffId: $id) { standing } }"),
  "Query.trainingRecords": perLearner(
    "query ($id: ID!) { trainingRecords(filter: { staffId: $id }) { edges { node { id } } } }",
  ),
  "Query.quiz": ofQuizzes("query ($id: ID!) { quiz(id: $id) { id } }"),
  "Query.trainingMatrix": anything("{ trainingMatrix { columns { id: code } } }"),
  "Query.trainingRules": anything("{ trainingRules { id } }"),
  "Query.learnerPlaces": anything("{ learnerPlaces { id } }"),
  "Query.assignmentPreview": anything(
    "query ($input: AssignTrainingInput!) { assignmentPreview(input: $input) { id: total } }",
    ({ courseId }) => ({ input: { courseId, audience: agents } }),
  ),
  "Query.trainingRulePreview": anything(
    "query ($input: TrainingRuleInput!) { trainingRulePreview(input: $input) { id: total } }",
    ({ courseId }) => ({ input: { courseId, kind: "ROLE", audience: agents, dueInDays: 14 } }),
  ),
  "Query.outsideRecordsPreview": anything(
    '{ outsideRecordsPreview(input: { fileName: "x.csv", content: "email,course,passed_on" }) { id: __typename } }',
  ),
  "Mutation.startTraining": letsIn("own", { courseId: "x" }),
  "Mutation.submitQuiz": told("own", { attemptId: "x", answers: [] }),
  "Mutation.createCourse": told("yes", { code: "bank-disputes", content: noContent }),
  "Mutation.beginCourseDraft": letsIn("yes", { courseId: "x" }),
  "Mutation.saveCourseDraft": told("yes", { courseId: "x", expectedRevision: 1, content: noContent }),
  "Mutation.publishCourse": told("yes", { courseId: "x", expectedRevision: 1 }),
  "Mutation.assignTraining": told("yes", { courseId: "x", audience: {} }),
  "Mutation.withdrawTraining": told("yes", { recordId: "x", reason: "r" }),
  "Mutation.withdrawWaiver": told("yes", { recordId: "x", reason: "r" }),
  "Mutation.changeTrainingDueDate": told("yes", { recordId: "x", reason: "r" }),
  "Mutation.waiveTraining": told("yes", { staffId: "x", courseId: "x", reason: "r" }),
  "Mutation.addTrainingRule": told("yes", { courseId: "x", kind: "ROLE", audience: {}, dueInDays: 1 }),
  "Mutation.changeTrainingRule": told("yes", { ruleId: "x", expectedVersion: 1, dueInDays: 1 }),
  "Mutation.endTrainingRule": letsIn("yes", { id: "x" }),
  "Mutation.importOutsideRecords": told("yes", { fileName: "x.csv", content: "" }),
};
