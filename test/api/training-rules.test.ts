import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { toGlobalId } from "../../server/kernel/ids.ts";
import { sweepTraining } from "../../server/training/jobs/sweep-training.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { givenTrained, givenUntrained } from "../support/trained.ts";
import { countRows } from "../support/what-is-stored.ts";

let api: TestApi;
let trainer: SignedIn;
let courseId: string;
beforeAll(async () => {
  api = await startTestApi();
  trainer = api.as("TRAINER");
  const { id } = await api.house.db
    .selectFrom("course")
    .select("id")
    .where("code", "=", "bank-disputes")
    .executeTakeFirstOrThrow();
  courseId = toGlobalId("Course", id);
});
afterAll(() => api.close());

const RULES = `__typename ... on TrainingRulesChanged { rules { ...rule } }
  ... on TrainingRefused { reasons { code } }`;
const RULE = "fragment rule on TrainingRule { id kind role dueInDays daysAhead version course { code } }";
const ADD = `mutation ($input: TrainingRuleInput!) { answer: addTrainingRule(input: $input) { ${RULES} } } ${RULE}`;
const CHANGE = `mutation ($input: ChangeTrainingRuleInput!) { answer: changeTrainingRule(input: $input) { ${RULES} } } ${RULE}`;
const END = `mutation ($id: ID!) { answer: endTrainingRule(id: $id) { ${RULES} } } ${RULE}`;
const LOOK = `query ($input: TrainingRuleInput!, $ruleId: ID) { trainingRulePreview(input: $input, ruleId: $ruleId) {
  total people { dueOn staff { id } } } }`;

interface Rule {
  readonly id: string;
  readonly kind: string;
  readonly role: string | null;
  readonly dueInDays: number;
  readonly daysAhead: number | null;
  readonly version: number;
}
interface Answer {
  readonly __typename: string;
  readonly rules?: readonly Rule[];
  readonly reasons?: readonly { readonly code: string }[];
}

async function ask(document: string, variables: object): Promise<Answer> {
  return (await trainer.query<{ answer: Answer }>(document, { ...variables })).data.answer;
}

async function found(input: object, ruleId: string | null = null) {
  const { data } = await trainer.query<{
    trainingRulePreview: { total: number; people: { dueOn: string; staff: { id: string } }[] } | null;
  }>(LOOK, { input, ruleId });
  return data.trainingRulePreview;
}

/** For verifiers of shops, whom no rule of a new desk is for. */
const forVerifiers = (change: object = {}) => ({
  courseId,
  kind: "ROLE",
  audience: { role: "MERCHANT_VERIFIER" },
  dueInDays: 10,
  ...change,
});

function addedOf({ rules = [] }: Answer, role = "MERCHANT_VERIFIER", kind = "ROLE"): Rule {
  const rule = rules.find((one) => one.role === role && one.kind === kind && one.dueInDays !== 14);
  if (rule === undefined) throw new Error(`No such rule among ${JSON.stringify(rules)}`);
  return rule;
}

const daysOn = (days: number) => deskDay(new Date(api.clock.now().getTime() + days * 86_400_000));

describe("a rule", () => {
  test("shows whom it would find, keeps nothing by that, and finds just them when it begins", async () => {
    const verifier = await api.another("MERCHANT_VERIFIER");
    await givenUntrained(api.house.db, verifier.staffId);
    const before = await countRows(api.house.db);
    const seen = await found(forVerifiers());
    expect(seen).toMatchObject({
      total: 1,
      people: [{ dueOn: daysOn(10), staff: { id: toGlobalId("Staff", verifier.staffId) } }],
    });
    expect(await countRows(api.house.db)).toEqual(before);

    const rule = addedOf(await ask(ADD, { input: forVerifiers() }));
    await sweepTraining(api.house);
    const given = await api.house.db
      .selectFrom("training_record")
      .select(["staff_id", "due_on"])
      .where("occasion", "like", `role:${Buffer.from(rule.id, "base64url").toString().split(":")[1]}:%`)
      .execute();
    expect(given).toEqual([{ staff_id: verifier.staffId, due_on: daysOn(10) }]);
    expect(await found(forVerifiers(), rule.id)).toMatchObject({ total: 0 });
    await ask(END, { id: rule.id });
  });

  test("ahead of expiry finds whoever's record ends in time, due on its last day", async () => {
    const officer = await api.another("BANK_OFFICER");
    await givenUntrained(api.house.db, officer.staffId);
    await givenTrained(api.house.db, officer.staffId, ["bank-disputes"]);
    const ends = api.house.db.updateTable("training_record").set({ valid_until: daysOn(20) });
    await ends.where("staff_id", "=", officer.staffId).execute();
    const input = { courseId, kind: "EXPIRY", audience: { role: "BANK_OFFICER" }, dueInDays: 10 };
    expect(await found({ ...input, daysAhead: 19 })).toMatchObject({ total: 0 });
    expect(await found({ ...input, daysAhead: 20 })).toMatchObject({ total: 1, people: [{ dueOn: daysOn(20) }] });
  });

  test("of policies shows whom the next major version is for, also those whose record holds", async () => {
    const input = { courseId, kind: "POLICY", audience: { role: "SUPPORT_AGENT" }, dueInDays: 10 };
    const { length } = await api.house.db
      .selectFrom("staff")
      .select("id")
      .where("role", "=", "SUPPORT_AGENT")
      .execute();
    expect(await found(input)).toMatchObject({ total: length });
  });

  test("begun twice at once is one, and the other press is told that it is there", async () => {
    const input = forVerifiers({ audience: { role: "ADMINISTRATOR" } });
    const answers = await Promise.all([ask(ADD, { input }), ask(ADD, { input })]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["TrainingRefused", "TrainingRulesChanged"]);
    expect(answers.flatMap(({ reasons = [] }) => reasons)).toEqual([{ code: "RULE_EXISTS" }]);
  });

  test("changed at once by two is changed by one; the other is told", async () => {
    const rule = addedOf(await ask(ADD, { input: forVerifiers({ audience: { role: "TRAINER" } }) }), "TRAINER");
    const change = (dueInDays: number) =>
      ask(CHANGE, { input: { ruleId: rule.id, expectedVersion: rule.version, dueInDays } });
    const answers = await Promise.all([change(20), change(30)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["StaleTrainingRule", "TrainingRulesChanged"]);
    const [now] = answers.flatMap(({ rules = [] }) => rules.filter(({ id }) => id === rule.id));
    expect(now?.version).toBe(2);
    expect([20, 30]).toContain(now?.dueInDays);
  });

  test.each([
    ["no role", { audience: {} }],
    ["no days", { dueInDays: 0 }],
    ["more than a year", { dueInDays: 366 }],
    ["no days ahead of expiry", { kind: "EXPIRY", daysAhead: null }],
  ])("with %s is refused and not kept", async (_what, change) => {
    const before = await countRows(api.house.db);
    const answer = await ask(ADD, { input: forVerifiers(change) });
    expect(answer).toMatchObject({ __typename: "TrainingRefused", reasons: [{ code: "RULE_INCOMPLETE" }] });
    expect(await found(forVerifiers(change))).toBeNull();
    expect(await countRows(api.house.db)).toEqual(before);
  });

  test("that has ended assigns nobody, is not changed, and ends once however often it is ended", async () => {
    const rule = addedOf(await ask(ADD, { input: forVerifiers() }));
    for (const { rules = [] } of await Promise.all([ask(END, { id: rule.id }), ask(END, { id: rule.id })]))
      expect(rules.some(({ id }) => id === rule.id)).toBe(false);
    const input = { ruleId: rule.id, expectedVersion: 1, dueInDays: 5 };
    expect((await ask(CHANGE, { input })).__typename).toBe("TrainingNotFound");
    const late = await api.another("MERCHANT_VERIFIER");
    await givenUntrained(api.house.db, late.staffId);
    await sweepTraining(api.house);
    const given = api.house.db.selectFrom("training_record").select("id").where("staff_id", "=", late.staffId);
    expect(
      await given.where("course_id", "=", Buffer.from(courseId, "base64url").toString().slice(7)).execute(),
    ).toEqual([]);
  });

  test("is begun, changed and ended by whoever manages training alone", async () => {
    for (const role of ["SUPERVISOR", "SUPPORT_AGENT"] as const) {
      const { errors } = await api.as(role).query(ADD, { input: forVerifiers() });
      expect(errors[0]?.extensions?.code).toBe("FORBIDDEN");
    }
  });
});
