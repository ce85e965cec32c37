import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../../server/kernel/day.ts";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { fromGlobalId, newId, toGlobalId } from "../../server/kernel/ids.ts";
import { remind } from "../../server/training/actions/remind.ts";
import { tellReminders } from "../../server/training/actions/tell-reminders.ts";
import { bankDisputesCourse } from "../../server/training/domain/default-courses/bank-disputes.ts";
import { sweepTraining } from "../../server/training/jobs/sweep-training.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { negotiating } from "../support/case-stages.ts";
import { rightAnswers } from "../support/quiz-answers.ts";
import { givenUntrained } from "../support/trained.ts";

let api: TestApi;
let trainer: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  trainer = api.as("TRAINER");
});
afterAll(() => api.close());

const RECORD =
  "record { id state open reason withdrawalReason withdrawnAt dueOn waivedBy { id } withdrawnBy { id } dueChanges { from to by reason } attempts { number } }";
const WITHDRAW = `mutation ($input: WithdrawTrainingInput!) { answer: withdrawTraining(input: $input) { __typename
  ... on TrainingRecordChanged { ${RECORD} } ... on TrainingRefused { reasons { code } } } }`;
const CHANGE = `mutation ($input: ChangeTrainingDueDateInput!) { answer: changeTrainingDueDate(input: $input) { __typename
  ... on TrainingRecordChanged { ${RECORD} } ... on TrainingRefused { reasons { code } } } }`;
const today = () => deskDay(api.clock.now());

async function courseId(): Promise<string> {
  const course = api.house.db.selectFrom("course").select("id").where("code", "=", "bank-disputes");
  return toGlobalId("Course", (await course.executeTakeFirstOrThrow()).id);
}

async function assign(staffId: string, dates: object = {}): Promise<string> {
  const input = { courseId: await courseId(), audience: { staffIds: [toGlobalId("Staff", staffId)] }, ...dates };
  const { data } = await trainer.query<{ assignTraining: { assigned: number } }>(
    "mutation ($input: AssignTrainingInput!) { assignTraining(input: $input) { ... on TrainingAssigned { assigned } } }",
    { input },
  );
  expect(data.assignTraining.assigned).toBe(1);
  const open = api.house.db.selectFrom("training_record").select("id").where("staff_id", "=", staffId);
  return toGlobalId("TrainingRecord", (await open.where("open", "=", true).executeTakeFirstOrThrow()).id);
}

async function given(dates: object = {}) {
  const agent = await api.another("SUPPORT_AGENT");
  await givenUntrained(api.house.db, agent.staffId);
  return { agent, recordId: await assign(agent.staffId, dates) };
}

async function ask(query: string, input: object, client: SignedIn = trainer) {
  return (await client.query<{ answer: object }>(query, { input })).data.answer;
}

const told = (staffId: string) =>
  api.house.db
    .selectFrom("notice")
    .select(["kind", "fields", "link"])
    .where("staff_id", "=", staffId)
    .where("channel", "=", "CONSOLE")
    .orderBy("created_at")
    .execute();

async function cellOf(staffId: string): Promise<string> {
  const { data } = await trainer.query<{
    trainingMatrix: { columns: { code: string }[]; rows: { staff: { id: string }; cells: string }[] };
  }>("{ trainingMatrix { columns { code } rows { staff { id } cells } } }");
  const { columns, rows } = data.trainingMatrix;
  const cells = rows.find(({ staff }) => staff.id === toGlobalId("Staff", staffId))?.cells.split(",") ?? [];
  return cells[columns.findIndex(({ code }) => code === "bank-disputes")] ?? "";
}

describe("an assignment that is withdrawn", () => {
  test("stays with its reason, is told once, and makes room: a gap again, and assignable again", async () => {
    const { agent, recordId } = await given({ dueOn: today() });
    await sweepTraining(api.house);
    expect(await cellOf(agent.staffId)).toBe("A");
    const input = { recordId, reason: "Moved to another team." };
    expect(await ask(WITHDRAW, input)).toMatchObject({
      record: {
        ...{ state: "WITHDRAWN", open: false, reason: null, withdrawalReason: input.reason },
        withdrawnBy: { id: toGlobalId("Staff", trainer.staffId) },
      },
    });
    expect(await ask(WITHDRAW, input)).toMatchObject({ reasons: [{ code: "ASSIGNMENT_ENDED" }] });
    const about = (await told(agent.staffId)).filter(({ kind }) => kind === "TRAINING_WITHDRAWN");
    expect(about).toEqual([
      {
        kind: "TRAINING_WITHDRAWN",
        fields: { course: bankDisputesCourse.title },
        link: { path: "/training/mine" },
      },
    ]);
    expect(await cellOf(agent.staffId)).toBe("M");
    await assign(agent.staffId);
    expect(await cellOf(agent.staffId)).toBe("A");
  });

  test("is on its learner's own page, and found by its state", async () => {
    const { agent, recordId } = await given();
    await ask(WITHDRAW, { recordId, reason: "Given by mistake." });
    const { data } = await agent.query(
      "query ($id: ID!) { trainingRecords(filter: { staffId: $id, states: [WITHDRAWN] }) { edges { node { id state withdrawalReason } } } }",
      { id: toGlobalId("Staff", agent.staffId) },
    );
    expect(data).toEqual({
      trainingRecords: {
        edges: [{ node: { id: recordId, state: "WITHDRAWN", withdrawalReason: "Given by mistake." } }],
      },
    });
  });

  test("is reminded of no more", async () => {
    const [kept, taken] = [await given({ dueOn: today() }), await given({ dueOn: today() })];
    await ask(WITHDRAW, { recordId: taken.recordId, reason: "Not needed." });
    await remind(api.house, tellReminders(api.house));
    const due = async ({ agent }: typeof kept) =>
      (await told(agent.staffId)).filter(({ kind }) => kind === "TRAINING_DUE").length;
    expect([await due(kept), await due(taken)]).toEqual([1, 0]);
  });

  test("while its due day is moved is told of the new day alone, at the next turn", async () => {
    const { agent, recordId } = await given({ dueOn: today() });
    const due = async () => (await told(agent.staffId)).filter(({ kind }) => kind.startsWith("TRAINING_DUE"));
    const before = (await due()).length;
    await api.house.db.transaction().execute(async (trx) => {
      const id = fromGlobalId(recordId)?.id ?? "";
      await trx
        .updateTable("training_record")
        .set({ due_on: addDays(today(), 90) })
        .where("id", "=", id)
        .execute();
      await remind(api.house, tellReminders(api.house));
    });
    await remind(api.house, tellReminders(api.house));
    expect(await due()).toHaveLength(before);
  });

  test("grades no attempt any more, and keeps it; whoever wants to begins anew of their own accord", async () => {
    const { agent, recordId } = await given();
    const START =
      "mutation ($id: ID!) { startTraining(courseId: $id) { __typename ... on QuizReady { quiz { id } } } }";
    type Started = { startTraining: { __typename: string; quiz: { id: string } } };
    const begun = await agent.query<Started>(START, { id: await courseId() });
    const { id: attemptId } = begun.data.startTraining.quiz;
    await ask(WITHDRAW, { recordId, reason: "Given by mistake." });
    const answers = await rightAnswers(api.house.db, fromGlobalId(attemptId)?.id ?? "");
    const SUBMIT = `mutation ($input: SubmitQuizInput!) { submitQuiz(input: $input) { __typename
      ... on TrainingRefused { reasons { code } } } }`;
    expect((await agent.query(SUBMIT, { input: { attemptId, answers } })).data).toMatchObject({
      submitQuiz: { reasons: [{ code: "ASSIGNMENT_WITHDRAWN" }] },
    });
    const { data } = await agent.query<Started>(START, { id: await courseId() });
    expect(data.startTraining.__typename).toBe("QuizReady");
    expect(data.startTraining.quiz.id).not.toBe(attemptId);
  });

  test.each([WITHDRAW, CHANGE])("and another due day are for whoever manages training alone: %#", async (query) => {
    const { agent, recordId } = await given();
    const { errors } = await agent.query(query, { input: { recordId, reason: "I have no time." } });
    expect(errors[0]?.extensions?.code).toBe("FORBIDDEN");
  });

  test("twice at once is withdrawn once", async () => {
    const { agent, recordId } = await given();
    const [one, two] = await Promise.all([
      ask(WITHDRAW, { recordId, reason: "Twice." }),
      ask(WITHDRAW, { recordId, reason: "At once." }),
    ]);
    expect([one, two]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ __typename: "TrainingRecordChanged" }),
        expect.objectContaining({ reasons: [{ code: "ASSIGNMENT_ENDED" }] }),
      ]),
    );
    expect((await told(agent.staffId)).filter(({ kind }) => kind === "TRAINING_WITHDRAWN")).toHaveLength(1);
  });
});

describe("a waiver that is withdrawn", () => {
  const WAIVE = `mutation ($input: WaiveTrainingInput!) { answer: waiveTraining(input: $input) {
    ... on TrainingWaived { record { id } } } }`;
  const WITHDRAW_WAIVER = WITHDRAW.replace("answer: withdrawTraining", "answer: withdrawWaiver");

  async function finishedAt(recordId: string): Promise<Date | null> {
    const id = fromGlobalId(recordId)?.id ?? "";
    const row = api.house.db.selectFrom("training_record").select("finished_at").where("id", "=", id);
    return (await row.executeTakeFirstOrThrow()).finished_at;
  }

  async function waived(staffId: string, validUntil: string | null = null): Promise<string> {
    const ids = { staffId: toGlobalId("Staff", staffId), courseId: await courseId() };
    const answer = await ask(WAIVE, { ...ids, reason: "Taught it herself.", validUntil });
    return (answer as { record: { id: string } }).record.id;
  }

  test("keeps its own reason beside the other, is told once, and is a gap again that can be assigned", async () => {
    const { agent, recordId } = await given();
    expect(await waived(agent.staffId)).toBe(recordId);
    expect(await cellOf(agent.staffId)).toBe("V");
    const input = { recordId, reason: "Mistaken for a colleague." };
    const givenAt = await finishedAt(recordId);
    api.clock.advance({ minutes: 1 });
    const by = { id: toGlobalId("Staff", trainer.staffId) };
    expect(await ask(WITHDRAW_WAIVER, input)).toMatchObject({
      record: {
        ...{ state: "WITHDRAWN", open: false, waivedBy: by, withdrawnBy: by },
        ...{ reason: "Taught it herself.", withdrawalReason: input.reason },
        withdrawnAt: expect.any(String),
      },
    });
    expect(await finishedAt(recordId)).toEqual(givenAt);
    expect(await ask(WITHDRAW_WAIVER, input)).toMatchObject({ reasons: [{ code: "WAIVER_ENDED" }] });
    const about = (await told(agent.staffId)).filter(({ kind }) => kind !== "TRAINING_ASSIGNED");
    expect(about).toEqual([
      {
        kind: "TRAINING_WAIVER_WITHDRAWN",
        fields: { course: bankDisputesCourse.title },
        link: { path: "/training/mine" },
      },
    ]);
    expect(await cellOf(agent.staffId)).toBe("M");
    await assign(agent.staffId);
    expect(await cellOf(agent.staffId)).toBe("A");
  });

  test.each([
    ["of an assignment", true],
    ["of nothing that was assigned", false],
  ])("%s was one, however often it was pressed: nothing that it opened stays open", async (_of, isAssigned) => {
    const agent = await api.another("SUPPORT_AGENT");
    await givenUntrained(api.house.db, agent.staffId);
    if (isAssigned) await assign(agent.staffId);
    const pressed = [
      ...(await Promise.all([waived(agent.staffId), waived(agent.staffId)])),
      await waived(agent.staffId),
    ];
    expect(new Set(pressed).size).toBe(1);
    const input = { recordId: pressed[0] ?? "", reason: "Mistaken for a colleague." };
    expect(await ask(WITHDRAW_WAIVER, input)).toMatchObject({ record: { state: "WITHDRAWN" } });
    expect(await cellOf(agent.staffId)).toBe("M");
    expect(await waived(agent.staffId)).not.toBe(pressed[0]);
    expect(await cellOf(agent.staffId)).toBe("V");
  });

  test("is taken back by whoever may waive, and as an assignment by nobody", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    await givenUntrained(api.house.db, agent.staffId);
    const input = { recordId: await waived(agent.staffId), reason: "Mistaken for a colleague." };
    expect(await ask(WITHDRAW, input)).toMatchObject({ reasons: [{ code: "ASSIGNMENT_ENDED" }] });
    expect(await ask(WITHDRAW_WAIVER, input, api.as("COMPLIANCE_OFFICER"))).toMatchObject({
      record: { state: "WITHDRAWN" },
    });
  });

  test("shuts in that instant what it opened, with the course named, though the page was open before", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    await givenUntrained(api.house.db, agent.staffId);
    const recordId = await waived(agent.staffId);
    const found = await negotiating(api);
    const CASE = "query ($id: ID!) { case(id: $id) { version availableActions { action allowed } } }";
    type Shown = { case: { version: number; availableActions: { action: string; allowed: boolean }[] } };
    const { data } = await agent.query<Shown>(CASE, { id: found.id });
    expect(data.case.availableActions).toContainEqual({ action: "ESCALATE_TO_BANK", allowed: true });
    await ask(WITHDRAW_WAIVER, { recordId, reason: "Given by mistake." });
    const ESCALATE = `mutation ($input: EscalateCaseToBankInput!) { answer: escalateCaseToBank(input: $input) {
      ... on ActionRefused { reasons { code course { code } } } } }`;
    const input = { caseId: found.id, expectedVersion: data.case.version, idempotencyKey: newId() };
    expect(await ask(ESCALATE, { ...input, reasonCode: "13.1", message: "Please." }, agent)).toEqual({
      reasons: [{ code: "TRAINING_MISSING", course: { code: "bank-disputes" } }],
    });
  });

  test("can be withdrawn through its last day, and what has run out by itself cannot", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    await givenUntrained(api.house.db, agent.staffId);
    const recordId = await waived(agent.staffId, today());
    api.clock.advance({ days: 1 });
    expect(await ask(WITHDRAW_WAIVER, { recordId, reason: "Too late." })).toMatchObject({
      reasons: [{ code: "WAIVER_ENDED" }],
    });
    api.clock.advance({ days: -1 });
    expect(await ask(WITHDRAW_WAIVER, { recordId, reason: "In time." })).toMatchObject({
      record: { state: "WITHDRAWN" },
    });
  });
});

describe("another due day", () => {
  test("is kept with the one before, who, and why; told with the day, and sent again it changes nothing", async () => {
    const from = today();
    const to = addDays(from, 30);
    const { agent, recordId } = await given({ dueOn: from });
    const input = { recordId, dueOn: to, reason: "Back from leave." };
    const name = (await api.house.db.selectFrom("staff").select("name").where("id", "=", trainer.staffId).execute())[0]
      ?.name;
    const changed = { dueOn: to, state: "ASSIGNED", dueChanges: [{ from, to, by: name, reason: input.reason }] };
    expect(await ask(CHANGE, input)).toMatchObject({ record: changed });
    expect(await ask(CHANGE, input)).toMatchObject({ record: changed });
    expect((await told(agent.staffId)).slice(1)).toEqual([
      {
        kind: "TRAINING_DUE_CHANGED",
        fields: { course: bankDisputesCourse.title, dueOn: to },
        link: { path: "/learn/bank-disputes" },
      },
    ]);
  });

  test.each([
    ["before the window opens", { opensOn: 2, closesOn: 9 }, 1],
    ["after it shuts", { opensOn: 2, closesOn: 9 }, 10],
  ])("is refused %s", async (_what, window, dueOn) => {
    const on = (days: number) => addDays(today(), days);
    const { recordId } = await given({ opensOn: on(window.opensOn), closesOn: on(window.closesOn), dueOn: on(3) });
    expect(await ask(CHANGE, { recordId, dueOn: on(dueOn), reason: "Later." })).toMatchObject({
      reasons: [{ code: "DATES_CROSSED" }],
    });
    expect(await ask(CHANGE, { recordId, dueOn: on(9), reason: "Later." })).toMatchObject({ record: { dueOn: on(9) } });
  });

  test("is reminded of anew, and of the day before no more", async () => {
    const { agent, recordId } = await given({ dueOn: today() });
    const reminders = async () => {
      await remind(api.house, tellReminders(api.house));
      const all = await told(agent.staffId);
      return all.flatMap(({ kind, fields }) =>
        kind === "TRAINING_DUE" || kind === "TRAINING_OVERDUE" ? [[kind, fields.dueOn]] : [],
      );
    };
    const first = today();
    const next = addDays(first, 20);
    const soon = ["TRAINING_DUE", first];
    expect(await reminders()).toEqual([soon]);
    await ask(CHANGE, { recordId, dueOn: next, reason: "Back from leave." });
    expect(await reminders()).toEqual([soon]);
    api.clock.advance({ days: 14 });
    expect(await reminders()).toEqual([soon, ["TRAINING_DUE", next]]);
    api.clock.advance({ days: 7 });
    expect(await reminders()).toEqual([soon, ["TRAINING_DUE", next], ["TRAINING_OVERDUE", next]]);
    api.clock.advance({ days: -21 });
  });

  test("and what was changed are never altered or removed", async () => {
    const { recordId } = await given({ dueOn: today() });
    await ask(CHANGE, { recordId, dueOn: null, reason: "No day." });
    await expect(api.house.db.updateTable("training_due_change").set({ reason: "Other" }).execute()).rejects.toThrow();
    await expect(api.house.db.deleteFrom("training_due_change").execute()).rejects.toThrow();
  });
});
