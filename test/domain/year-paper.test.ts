import { expect, test } from "vitest";
import { calendarRefusalText } from "../../server/calendars/domain/calendar-refusal-text.ts";
import { correctionOf } from "../../server/calendars/domain/correction.ts";
import { yearOfCalendar } from "../../server/calendars/domain/year-of-calendar.ts";
import { type PaperHoliday, publicationOf } from "../../server/calendars/domain/year-paper.ts";
import { addWorkingDays } from "../../server/kernel/calendar.ts";
import { calendarBook, calendarOf, type OwnCalendar } from "../../server/kernel/calendars.ts";
import { day, yearOf } from "../../server/kernel/day.ts";

const year = yearOf(calendarOf("CN").publishedUntil ?? day("2000-01-01")) + 1;
const none: OwnCalendar = { days: [], years: [] };

const holiday = (from: string, to: string, madeUp: readonly string[] = []): PaperHoliday => ({
  ...{ name: { zh: "某节", en: "A holiday" }, from: day(`${year}-${from}`), to: day(`${year}-${to}`) },
  madeUp: madeUp.map((on) => day(`${year}-${on}`)),
});
const law = [holiday("01-01", "01-01"), holiday("05-01", "05-02"), holiday("10-01", "10-03")];
const entered = (holidays: readonly PaperHoliday[], at = year) => publicationOf({ calendar: "CN", year: at, holidays });
const against = (holidays: readonly PaperHoliday[], own = none, at = year) => entered(holidays, at).reasonsAgainst(own);
const weekend = (month: string) => {
  for (let date = 10; ; date++)
    if (new Date(`${year}-${month}-${date}T00:00:00Z`).getUTCDay() === 6) return `${month}-${date}`;
};

test("an entered year is counted by its paper: off where it says so, worked on the weekends that it names", () => {
  const worked = weekend("03");
  const change = entered([...law, holiday("03-02", "03-06", [worked])]);
  expect(change.reasonsAgainst(none)).toEqual([]);
  const calendar = calendarBook(1, { CN: change.after(none) }).calendarOf("CN");
  expect(calendar.publishedUntil).toBe(`${year}-12-31`);
  expect(calendar.workday(day(`${year}-03-04`))).toMatchObject({ working: false, why: "HOLIDAY" });
  expect(calendar.workday(day(`${year}-${worked}`))).toMatchObject({ working: true, why: "MAKE_UP_WORKDAY" });
  expect(calendar.workday(day(`${year + 1}-01-01`))).toBe("NOT_PUBLISHED");
  expect(addWorkingDays(calendar, day(`${year - 1}-12-31`), 200).ok).toBe(true);
  expect(calendarOf("CN").workday(day(`${year}-03-04`))).toBe("NOT_PUBLISHED");
});

test("a correction that waited for the year holds, unless the paper names its day", () => {
  const name = { zh: "更正", en: "Corrected" };
  const waiting = [day(`${year}-06-01`), day(`${year}-05-01`)].map((on) => ({ day: on, working: false, name }));
  const { days } = entered(law).after({ days: waiting, years: [] });
  expect(days.filter((one) => one.name === name).map((one) => one.day)).toEqual([`${year}-06-01`]);
  expect(new Set(days.map((one) => one.day)).size).toBe(days.length);
});

test("years come one after the other, and each once", () => {
  expect(against(law, none, year - 1)).toContainEqual({ code: "YEAR_PUBLISHED", year: year - 1 });
  expect(against(law, none, year + 1)).toContainEqual({ code: "YEAR_NOT_NEXT", year });
  expect(against(law, { days: [], years: [year] })).toEqual([{ code: "YEAR_PUBLISHED", year }]);
  expect(publicationOf({ calendar: "WEEKDAYS", year, holidays: law }).reasonsAgainst(none)).toContainEqual({
    code: "NOT_CORRECTABLE",
  });
});

test.each([
  ["a day that the law gives is missing", law.slice(1), "STATUTORY_DAY_MISSING", 1],
  ["an empty paper", [], "STATUTORY_DAY_MISSING", 6],
  ["a holiday ends before it begins", [...law, holiday("06-03", "06-01")], "HOLIDAY_BACKWARDS", 1],
  ["two share a day", [...law, holiday("10-03", "10-04")], "DAY_TWICE", 1],
  ["a day is off and worked", [...law, holiday("06-01", "06-01", ["06-01"])], "DAY_TWICE", 1],
  [
    "it reaches out of the year",
    [...law, { ...holiday("12-31", "12-31"), to: day("9999-12-31") }],
    "DAY_OUTSIDE_YEAR",
    1,
  ],
] as const)("is refused where %s", (_, holidays, code, times) => {
  const reasons = against(holidays);
  expect(reasons.filter((reason) => reason.code === code)).toHaveLength(times);
  for (const reason of reasons) expect(calendarRefusalText(reason).zh).not.toBe(calendarRefusalText(reason).en);
});

test("a day worked to make up is on a weekend", () => {
  const [saturday] = [weekend("06")];
  const monday = `06-${Number(saturday.slice(3)) + 2}`;
  const madeUp = (on: string) => against([...law, holiday("07-01", "07-01", [on])]).map(({ code }) => code);
  expect([madeUp(saturday), madeUp(monday)]).toEqual([[], ["WORKED_ON_WEEKDAY"]]);
});

test("a day that is as the paper has it has no correction to withdraw; it is set to something else", () => {
  const own = entered(law).after(none);
  const [labourDay, name] = [day(`${year}-05-01`), { zh: "上班", en: "Worked" }];
  const reasons = (to: { working: boolean; name: typeof name } | null) =>
    correctionOf({ calendar: "CN", day: labourDay, to }).reasonsAgainst(own);
  expect(reasons(null)).toEqual([{ code: "YEAR_WITHOUT_SOURCE", year }]);
  expect(reasons({ working: true, name })).toEqual([]);
  const waiting: OwnCalendar = { days: own.days, years: [] };
  expect(correctionOf({ calendar: "CN", day: labourDay, to: null }).reasonsAgainst(waiting)).toEqual([]);
});

test("a correction over the paper leaves its word readable, and withdrawn gives it back", () => {
  const own = entered(law).after(none);
  const [labourDay, ordinary] = [day(`${year}-05-01`), day(`${year}-06-15`)];
  const [name, again] = [
    { zh: "上班", en: "Worked" },
    { zh: "补班", en: "Worked after all" },
  ];
  const set = (on: typeof labourDay, to: { working: boolean; name: typeof name } | null, from: OwnCalendar) => {
    const change = correctionOf({ calendar: "CN", day: on, to });
    expect(change.reasonsAgainst(from)).toEqual([]);
    return change.after(from);
  };
  const shown = (of: OwnCalendar, on = labourDay) =>
    yearOfCalendar(calendarBook(1, { CN: of }), "CN", of, year).days.find((one) => one.day === on);
  expect(shown(own)).toMatchObject({ working: false, corrected: false, paper: null });
  const paper = { working: false, name: shown(own)?.name };
  const once = set(labourDay, { working: true, name }, own);
  expect(shown(once)).toMatchObject({ working: true, name, corrected: true, paper });
  const twice = set(labourDay, { working: true, name: again }, once);
  expect(shown(twice)).toMatchObject({ working: true, name: again, corrected: true, paper });
  expect(shown(set(labourDay, null, twice))).toEqual(shown(own));
  // A day that the paper does not name is worked or not by its weekday, which is the paper's word as well.
  const off = set(ordinary, { working: false, name }, own);
  expect(shown(off, ordinary)).toMatchObject({ working: false, corrected: true, paper: null });
  expect(set(ordinary, null, off)).toEqual(own);
});

test("once the software knows an entered year, its days are corrections, which can be withdrawn", () => {
  const [known, name] = [day(`${year - 1}-05-01`), { zh: "上班", en: "Worked" }];
  const own: OwnCalendar = { days: [{ day: known, working: true, name }], years: [year - 1] };
  const shown = yearOfCalendar(calendarBook(1, { CN: own }), "CN", own, year - 1);
  expect(shown).toMatchObject({ published: true, entered: false });
  expect(shown.days.find((one) => one.day === known)).toMatchObject({ working: true, corrected: true });
  expect(correctionOf({ calendar: "CN", day: known, to: null }).reasonsAgainst(own)).toEqual([]);
});
