import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { toGlobalId } from "../../server/kernel/ids.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { givenUntrained } from "../support/trained.ts";
import { countRows } from "../support/what-is-stored.ts";

let api: TestApi;
let trainer: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  trainer = api.as("TRAINER");
});
afterAll(() => api.close());

const FILE = `__typename ... on OutsideRecordFile { added same bad badRows rows { line fields fate validUntil reasons { column code message } } }
  ... on OutsideFileRefused { code message }`;
const LOOK = `query ($input: OutsideRecordFileInput!) { outsideRecordsPreview(input: $input) { ${FILE} } }`;
const TAKE = `mutation ($input: OutsideRecordFileInput!) { importOutsideRecords(input: $input) { ${FILE} } }`;

interface Row {
  readonly line: number;
  readonly fate: string;
  readonly validUntil: string | null;
  readonly reasons: readonly { readonly column: string | null; readonly code: string }[];
}
interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly added: number;
  readonly same: number;
  readonly bad: number;
  readonly badRows: string | null;
  readonly rows: readonly Row[];
}

async function look(content: string, client = trainer): Promise<Answer> {
  const { data } = await client.query<{ outsideRecordsPreview: Answer }>(LOOK, {
    input: { fileName: "x.csv", content },
  });
  return data.outsideRecordsPreview;
}

async function take(content: string, fileName = "academy.csv"): Promise<Answer> {
  const { data } = await trainer.query<{ importOutsideRecords: Answer }>(TAKE, { input: { fileName, content } });
  return data.importOutsideRecords;
}

const heading = "email,course,passed_on,score,valid_until,certificate";
const fileOf = (...lines: readonly string[]) => `${[heading, ...lines].join("\n")}\n`;

async function anAgent(): Promise<SignedIn> {
  const agent = await api.another("SUPPORT_AGENT");
  await givenUntrained(api.house.db, agent.staffId);
  return agent;
}

function recordsOf({ staffId }: SignedIn) {
  return api.house.db
    .selectFrom("training_record")
    .selectAll()
    .where("staff_id", "=", staffId)
    .orderBy("valid_from")
    .execute();
}

const daysAgo = (days: number) => deskDay(new Date(api.clock.now().getTime() - days * 86_400_000));
const faultsOf = ({ rows }: Answer) =>
  rows.flatMap(({ line, reasons }) => reasons.map(({ column, code }) => `${line} ${column ?? "row"} ${code}`));

describe("records from outside", () => {
  test("are looked at row by row, which keeps nothing; the good ones are taken, with who brought them and by which file", async () => {
    const agent = await anAgent();
    const content = fileOf(
      `${agent.email.toUpperCase()},bank-disputes,${daysAgo(30)},92,,ACME-77`,
      `nobody@redress.test,bank-disputes,${daysAgo(30)},92,,`,
    );
    const before = await countRows(api.house.db);
    const seen = await look(content);
    expect(seen).toMatchObject({
      added: 1,
      same: 0,
      bad: 1,
      rows: [
        { line: 2, fate: "NEW" },
        { line: 3, fate: "BAD" },
      ],
    });
    expect(faultsOf(seen)).toEqual(["3 email PERSON_UNKNOWN"]);
    expect(await countRows(api.house.db)).toEqual(before);

    expect(await take(content)).toMatchObject({ added: 1, same: 0, bad: 1, rows: seen.rows });
    expect(await recordsOf(agent)).toMatchObject([
      { state: "PASSED", cause: "IMPORT", open: false, valid_from: daysAgo(30), score: 92, outside_number: "ACME-77" },
    ]);
    const { data } = await agent.query(
      "query ($id: ID!) { trainingRecords(filter: { staffId: $id }) { edges { node { cause outsideNumber validUntil importedBy { fileName by } } } } }",
      { id: toGlobalId("Staff", agent.staffId) },
    );
    expect(data).toMatchObject({
      trainingRecords: {
        edges: [
          {
            node: {
              cause: "IMPORT",
              outsideNumber: "ACME-77",
              validUntil: seen.rows[0]?.validUntil,
              importedBy: { fileName: "academy.csv", by: expect.stringContaining("TRAINER") },
            },
          },
        ],
      },
    });
  });

  test("open what the course opens, and end the assignment that is open", async () => {
    const agent = await anAgent();
    const { id } = await api.house.db
      .selectFrom("course")
      .select("id")
      .where("code", "=", "bank-disputes")
      .executeTakeFirstOrThrow();
    const input = { courseId: toGlobalId("Course", id), audience: { staffIds: [toGlobalId("Staff", agent.staffId)] } };
    await trainer.query("mutation ($input: AssignTrainingInput!) { assignTraining(input: $input) { __typename } }", {
      input,
    });
    await take(fileOf(`${agent.email},bank-disputes,${daysAgo(900)},,${daysAgo(535)},`));
    expect((await recordsOf(agent)).map(({ state }) => state).sort()).toEqual(["ASSIGNED", "PASSED"]);
    await take(fileOf(`${agent.email},bank-disputes,${daysAgo(10)},,,`));
    expect(await recordsOf(agent)).toMatchObject([
      { valid_from: daysAgo(900), cause: "IMPORT" },
      { valid_from: daysAgo(10), cause: "HAND", state: "PASSED", open: false },
    ]);
    const { data } = await agent.query("{ courseStandings { standing course { code } } }");
    expect(data["courseStandings"]).toContainEqual({ standing: "VALID", course: { code: "bank-disputes" } });
  });

  test("are told all that is wrong with a row at once: what cannot be read, and what is not so", async () => {
    const agent = await anAgent();
    const seen = await look(
      fileOf(`nobody@redress.test,no-such-course,soon,700,,`, `${agent.email},bank-disputes,${daysAgo(-3)},1,soon,`),
    );
    expect(faultsOf(seen).sort()).toEqual([
      "2 course COURSE_UNKNOWN",
      "2 email PERSON_UNKNOWN",
      "2 passed_on NOT_A_DAY",
      "2 score NOT_A_SCORE",
      "3 passed_on IN_THE_FUTURE",
      "3 score BELOW_PASS_MARK",
      "3 valid_until NOT_A_DAY",
    ]);
  });

  test("taken again, in the same file, the next or at the same moment, record nothing", async () => {
    const agent = await anAgent();
    const row = `${agent.email},bank-disputes,${daysAgo(5)},90,,A-1`;
    const answers = await Promise.all([take(fileOf(row, row)), take(fileOf(row, row))]);
    expect(answers.map(({ added }) => added).sort()).toEqual([0, 1]);
    expect(await take(fileOf(row))).toMatchObject({ added: 0, same: 1, bad: 0 });
    expect(await recordsOf(agent)).toHaveLength(1);
  });

  test("that say otherwise than what was recorded are not written over it", async () => {
    const agent = await anAgent();
    await take(fileOf(`${agent.email},bank-disputes,${daysAgo(5)},90,,A-1`));
    const other = await take(fileOf(`${agent.email},bank-disputes,${daysAgo(5)},91,,A-1`));
    expect(faultsOf(other)).toEqual(["2 score RECORDED_OTHERWISE"]);
    expect(await recordsOf(agent)).toMatchObject([{ score: 90 }]);
  });

  test("are refused with every reason, and the file of bad rows can be mended and brought again", async () => {
    const agent = await anAgent();
    const own = trainer.email;
    const answer = await take(
      fileOf(
        `${own},bank-disputes,${daysAgo(1)},,,`,
        `${agent.email},no-such-course,${daysAgo(-1)},101,,`,
        `${agent.email},bank-disputes,yesterday,12,${daysAgo(3)},`,
        `${agent.email},bank-disputes,${daysAgo(2)},12,${daysAgo(3)},`,
        `,,,,,`,
        `"=cmd|' /C calc'!A0",bank-disputes,${daysAgo(1)},,,`,
      ),
    );
    expect(answer.added).toBe(0);
    expect(faultsOf(answer)).toEqual([
      "2 email OWN_RECORD",
      "3 score NOT_A_SCORE",
      "3 course COURSE_UNKNOWN",
      "3 passed_on IN_THE_FUTURE",
      "4 passed_on NOT_A_DAY",
      "4 score BELOW_PASS_MARK",
      "5 score BELOW_PASS_MARK",
      "5 valid_until ENDS_BEFORE_IT_BEGINS",
      "6 email MISSING",
      "6 course MISSING",
      "6 passed_on MISSING",
      "7 email PERSON_UNKNOWN",
    ]);
    expect(await recordsOf(agent)).toEqual([]);
    expect(answer.badRows).toContain("'=cmd");

    const mended = (answer.badRows ?? "").replace("yesterday,12", `${daysAgo(4)},95`);
    const again = await take(mended);
    expect(again.added).toBe(1);
    expect(await recordsOf(agent)).toMatchObject([{ score: 95, valid_until: daysAgo(3) }]);
  });

  test.each([
    ["", "EMPTY"],
    ["who,what\na,b\n", "COLUMNS_MISSING"],
    ["%PDF-1.4\n", "NOT_TEXT"],
    [fileOf(...Array.from({ length: 1001 }, () => "a@b.cn,x,2026-01-01,,,")), "TOO_MANY_ROWS"],
  ])("that are no file of records are refused as a whole: %#", async (content, code) => {
    const before = await countRows(api.house.db);
    expect(await take(content)).toMatchObject({ __typename: "OutsideFileRefused", code });
    expect(await countRows(api.house.db)).toEqual(before);
  });

  test("with Chinese headings are read as well", async () => {
    const agent = await anAgent();
    const content = `邮箱,课程代码,通过日期,成绩\n${agent.email},bank-disputes,${daysAgo(3)},88\n`;
    expect(await look(content)).toMatchObject({ added: 1, bad: 0 });
  });

  test("are brought by whoever manages training alone", async () => {
    const content = fileOf(`${trainer.email},bank-disputes,${daysAgo(1)},,,`);
    for (const role of ["SUPERVISOR", "COMPLIANCE_OFFICER", "SUPPORT_AGENT"] as const) {
      const { errors } = await api.as(role).query(TAKE, { input: { fileName: "x.csv", content } });
      expect(errors[0]?.extensions?.code).toBe("FORBIDDEN");
    }
  });
});

test("whoever has left is chased for no course any more, and their records stay", async () => {
  const agent = await anAgent();
  const { id } = await api.house.db
    .selectFrom("course")
    .select("id")
    .where("code", "=", "bank-disputes")
    .executeTakeFirstOrThrow();
  const staffId = toGlobalId("Staff", agent.staffId);
  await trainer.query("mutation ($input: AssignTrainingInput!) { assignTraining(input: $input) { __typename } }", {
    input: { courseId: toGlobalId("Course", id), audience: { staffIds: [staffId] }, dueOn: daysAgo(0) },
  });
  const mine = api.house.db.updateTable("training_record").where("staff_id", "=", agent.staffId);
  await mine.set({ due_on: daysAgo(3) }).execute();
  const ask = async () => {
    const { data } = await trainer.query(
      `query ($staffId: ID!) { late: trainingRecords(filter: { staffId: $staffId, overdue: true }) { edges { node { id } } }
        assigned: trainingRecords(filter: { staffId: $staffId, states: [ASSIGNED] }) { edges { node { id } } }
        all: trainingRecords(filter: { staffId: $staffId }) { edges { node { state open overdue } } }
        courseStandings(staffId: $staffId) { standing course { code } } }`,
      { staffId },
    );
    return data;
  };
  const [one, course] = [{ node: { id: expect.any(String) } }, { code: "bank-disputes" }];
  expect(await ask()).toMatchObject({
    late: { edges: [one] },
    assigned: { edges: [one] },
    all: { edges: [{ node: { state: "ASSIGNED", open: true, overdue: true } }] },
    courseStandings: expect.arrayContaining([{ standing: "OVERDUE", course }]),
  });
  await api.house.db.updateTable("staff").set({ active: false }).where("id", "=", agent.staffId).execute();
  expect(await ask()).toEqual({
    late: { edges: [] },
    assigned: { edges: [] },
    all: { edges: [{ node: { state: "ASSIGNED", open: false, overdue: false } }] },
    courseStandings: [],
  });
});
