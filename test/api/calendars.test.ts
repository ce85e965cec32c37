import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "../support/api.ts";
import { nextYear, paperOf } from "../support/calendar-paper.ts";
import { type GivenCase, givenCase } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Answer {
  readonly __typename: string;
  readonly later?: number;
  readonly kept?: number;
  readonly reasons?: readonly string[];
}

const said = "__typename ... on CalendarCorrected { later kept } ... on CalendarRefused { reasons }";
const versionOf = async () =>
  (await api.house.db.selectFrom("calendar").select("version").where("id", "=", "CN").executeTakeFirstOrThrow())
    .version;

async function set(
  day: string,
  working: boolean,
  more: object = {},
  role: Parameters<TestApi["as"]>[0] = "ADMINISTRATOR",
) {
  const input = {
    ...{ calendar: "CN", day, working, name: "A day", nameZh: "某日", reason: "Notice 7." },
    ...{ expectedVersion: await versionOf(), ...more },
  };
  const { data, errors } = await api
    .as(role)
    .query<{ answer: Answer } | null>(
      `mutation ($input: CorrectCalendarDayInput!) { answer: correctCalendarDay(input: $input) { ${said} } }`,
      { input },
    );
  return { answer: data?.answer, code: errors?.[0]?.extensions?.code };
}

async function withdraw(day: string) {
  const input = { calendar: "CN", day, reason: "A mistake.", expectedVersion: await versionOf() };
  const { data } = await api
    .as("ADMINISTRATOR")
    .query<{ answer: Answer }>(
      `mutation ($input: WithdrawCalendarDayInput!) { answer: withdrawCalendarDay(input: $input) { ${said} } }`,
      { input },
    );
  return data.answer;
}

/** The clock of the case that counts the working days of China. */
async function clockOf({ caseId }: GivenCase) {
  const clocks = await api.house.db
    .selectFrom("case_clock")
    .innerJoin("cases", "cases.id", "case_clock.case_id")
    .select(["rule", "started_at", "case_clock.due_at", "cases.due_at as case_due", "cases.version"])
    .where("case_id", "=", caseId)
    .where("ended_at", "is", null)
    .execute();
  const [clock] = clocks;
  if (clock?.due_at == null) throw new Error("The case has no clock with a date");
  return { ...clock, due: clock.due_at, lastDay: dayIn(clock.due_at) };
}
const dayIn = (at: Date) => new Date(at.getTime() + 8 * 3_600_000 - 1000).toISOString().slice(0, 10);
const events = () => api.house.db.selectFrom("calendar_event").selectAll().orderBy("at").orderBy("id").execute();

test("a day that is off moves running clocks later at once, and giving it back moves none earlier", async () => {
  const found = await givenCase(api);
  const before = await clockOf(found);
  const { data } = await api
    .as("ADMINISTRATOR")
    .query<{ previewCalendarDay: { later: number; examples: { caseNumber: string; from: string; to: string }[] } }>(
      "query ($day: Day!) { previewCalendarDay(calendar: CN, day: $day, working: false) { later examples { caseNumber from to } } }",
      { day: before.lastDay },
    );
  const example = data.previewCalendarDay.examples.find(({ caseNumber }) => caseNumber === found.number);
  expect(example?.from).toBe(before.due.toISOString());

  const { answer } = await set(before.lastDay, false);
  expect(answer).toMatchObject({ __typename: "CalendarCorrected", later: data.previewCalendarDay.later });
  const after = await clockOf(found);
  expect(after.due.toISOString()).toBe(example?.to);
  expect(after.due > before.due).toBe(true);
  expect(after.case_due).toEqual(after.due);
  expect(after.version).toBe(before.version + 1);

  const another = await givenCase(api);
  expect((await clockOf(another)).due).toEqual(after.due);

  const back = await withdraw(before.lastDay);
  expect(back.later).toBe(0);
  expect(back.kept).toBeGreaterThan(0);
  expect(await clockOf(found)).toEqual(after);
  const { data: shown } = await api
    .as("SUPPORT_AGENT")
    .query<{ case: { clocks: { dateKept: boolean; proof: object | null }[] } }>(
      "query ($id: ID!) { case(id: $id) { clocks { dateKept proof { length } } } }",
      { id: found.id },
    );
  expect(shown.case.clocks).toContainEqual({ dateKept: true, proof: null });
  expect((await clockOf(await givenCase(api))).due).toEqual(before.due);
  expect((await events()).slice(-2)).toMatchObject([
    { kind: "CORRECTED", working: false, reason: "Notice 7.", later: answer?.later, kept: 0 },
    { kind: "WITHDRAWN", working: null, reason: "A mistake.", later: 0, kept: back.kept },
  ]);
});

test("is refused with every reason, and nothing is written", async () => {
  const before = [await versionOf(), await events()];
  expect(
    (await set("2026-10-01", false, { name: "National Day", nameZh: "国庆节", reason: " " })).answer?.reasons,
  ).toHaveLength(2);
  const { answer } = await set("2026-12-24", false, { calendar: "WEEKDAYS", expectedVersion: 1 });
  expect(answer).toMatchObject({ __typename: "CalendarRefused", reasons: [expect.any(String)] });
  for (const role of ["SUPERVISOR", "COMPLIANCE_OFFICER", "SUPPORT_AGENT"] as const)
    expect((await set("2026-12-24", false, {}, role)).code).toBe("FORBIDDEN");
  expect([await versionOf(), await events()]).toEqual(before);
});

test("of two at once the slower is told", async () => {
  const expectedVersion = await versionOf();
  const days = ["2026-06-01", "2026-06-02"];
  const answers = await Promise.all(days.map((day) => set(day, false, { expectedVersion })));
  expect(answers.map(({ answer }) => answer?.__typename).sort()).toEqual(["CalendarCorrected", "StaleCalendar"]);
});

test("a case that opens while a day is being set goes by the new days, whichever is first", async () => {
  const day = (await clockOf(await givenCase(api))).lastDay;
  const [opened] = await Promise.all([givenCase(api), set(day, false), givenCase(api)]);
  const then = (await clockOf(await givenCase(api))).due;
  expect((await clockOf(opened)).due).toEqual(then);
});

test("a year that is not published is said to be so, and a correction in it waits", async () => {
  const year = (await nextYear(api.house.db)) + 1;
  const { data } = await api.as("ADMINISTRATOR").query<{
    previewCalendarDay: { notPublished: number; later: number };
    calendars: { calendar: string; year: object }[];
  }>(
    `{ previewCalendarDay(calendar: CN, day: "${year}-01-02", working: false) { notPublished later } calendars { calendar year(year: ${year}) { published workingDays } } }`,
  );
  expect(data.previewCalendarDay).toEqual({ notPublished: year, later: 0 });
  expect(data.calendars).toContainEqual({ calendar: "CN", year: { published: false, workingDays: null } });
});

async function publish(year: number, more: object = {}) {
  const input = {
    ...{ ...paperOf(year), reason: "Notice 8 of the General Office." },
    ...{ expectedVersion: await versionOf(), ...more },
  };
  const { data } = await api
    .as("ADMINISTRATOR")
    .query<{ answer: Answer }>(
      `mutation ($input: PublishCalendarYearInput!) { answer: publishCalendarYear(input: $input) { ${said} } }`,
      { input },
    );
  return data.answer;
}
const yearShown = async (year: number) => {
  const { data } = await api
    .as("ADMINISTRATOR")
    .query<{ calendars: { calendar: string; publishedUntil: string | null; year: object }[] }>(
      `{ calendars { calendar publishedUntil year(year: ${year}) { published entered workingDays days { day working } } } }`,
    );
  return data.calendars.find(({ calendar }) => calendar === "CN");
};

test("a deadline that ends in a year nobody has published has no date, until an administrator enters that year's paper", async () => {
  const year = await nextYear(api.house.db);
  const days = (Date.UTC(year - 1, 11, 30) - api.clock.now().getTime()) / 86_400_000;
  api.clock.advance({ days });
  const found = await givenCase(api);
  const clocks = () =>
    api.house.db
      .selectFrom("case_clock")
      .innerJoin("cases", "cases.id", "case_clock.case_id")
      .select(["case_clock.due_at", "cases.due_at as case_due"])
      .where("case_id", "=", found.caseId)
      .execute();
  const before = await clocks();
  expect(before.filter(({ due_at: due }) => due === null)).not.toEqual([]);
  expect(await yearShown(year)).toMatchObject({ year: { published: false, entered: false } });

  const { data } = await api
    .as("ADMINISTRATOR")
    .query<{ previewCalendarYear: { later: number; examples: { caseNumber: string; from: string | null }[] } }>(
      "query ($paper: CalendarYearInput!) { previewCalendarYear(paper: $paper) { reasons later notPublished examples { caseNumber from } } }",
      { paper: paperOf(year) },
    );
  expect(data.previewCalendarYear).toMatchObject({ reasons: [], notPublished: null });
  expect(data.previewCalendarYear.examples).toContainEqual({ caseNumber: found.number, from: null });
  expect(await clocks()).toEqual(before);

  expect(await publish(year)).toEqual({
    __typename: "CalendarCorrected",
    later: data.previewCalendarYear.later,
    kept: 0,
  });
  for (const { due_at: due, case_due: caseDue } of await clocks()) {
    expect(due).not.toBeNull();
    expect(caseDue).not.toBeNull();
  }
  expect(await yearShown(year)).toMatchObject({
    publishedUntil: `${year}-12-31`,
    year: { published: true, entered: true, days: expect.arrayContaining([{ day: `${year}-10-07`, working: false }]) },
  });
  expect((await events()).slice(-1)).toMatchObject([{ kind: "PUBLISHED", day: `${year}-01-01`, kept: 0 }]);
  api.clock.advance({ days: -days });
});

test("a year is entered once, and in its order, and of two at once the slower is told", async () => {
  const year = await nextYear(api.house.db);
  expect((await publish(year + 1)).reasons).toEqual([expect.stringContaining(String(year))]);
  const expectedVersion = await versionOf();
  const answers = await Promise.all([publish(year, { expectedVersion }), publish(year, { expectedVersion })]);
  expect(answers.map((answer) => answer.__typename).sort()).toEqual(["CalendarCorrected", "StaleCalendar"]);
  const [before, written] = [await versionOf(), await events()];
  expect((await publish(year)).reasons).toEqual([expect.stringContaining("already")]);
  expect((await publish(year + 1, { reason: " " })).reasons).toHaveLength(1);
  expect([await versionOf(), await events()]).toEqual([before, written]);
});

test("a day of an entered year that was corrected still shows its paper, and goes back to it; of two at once one is told", async () => {
  const year = await nextYear(api.house.db);
  await publish(year);
  const day = `${year}-05-01`;
  const dayShown = async () => {
    const { data } = await api
      .as("ADMINISTRATOR")
      .query<{ calendars: { calendar: string; year: { days: { day: string }[] } }[] }>(
        `{ calendars { calendar year(year: ${year}) { days { day working name corrected paper { working name nameZh } } } } }`,
      );
    const found = data.calendars.find(({ calendar }) => calendar === "CN");
    return found?.year.days.find((one) => one.day === day);
  };
  const before = await dayShown();
  expect(before).toMatchObject({ working: false, name: "Labour Day", corrected: false, paper: null });
  expect((await withdraw(day)).reasons).toEqual([expect.stringContaining("as the paper of")]);
  expect((await set(day, true, {}, "SUPPORT_AGENT")).code).toBe("FORBIDDEN");

  const expectedVersion = await versionOf();
  const both = await Promise.all([set(day, true, { expectedVersion }), set(day, true, { expectedVersion })]);
  expect(both.map(({ answer }) => answer?.__typename).sort()).toEqual(["CalendarCorrected", "StaleCalendar"]);
  const paper = { working: false, name: "Labour Day", nameZh: "劳动节" };
  expect(await dayShown()).toMatchObject({ working: true, name: "A day", corrected: true, paper });
  expect(await withdraw(day)).toMatchObject({ __typename: "CalendarCorrected" });
  expect(await dayShown()).toEqual(before);
  expect((await events()).filter((event) => event.day === day)).toMatchObject([
    { kind: "CORRECTED", day, working: true },
    { kind: "WITHDRAWN", day, working: null },
  ]);
});
