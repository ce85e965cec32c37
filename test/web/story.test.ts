import { describe, expect, test } from "vitest";
import { stillDays } from "../../web/cases/still-days.ts";
import { isInView, readView } from "../../web/cases/story-views.ts";
import { snoozeChoices } from "../../web/pages/case-actions/snooze-choices.ts";
import { beginningsOf, completed, fitting, mentionBegun, mentionedIn } from "../../web/threads/mentions.ts";

describe("who is called by a note", () => {
  const colleagues = [
    { id: "1", name: "陈静" },
    { id: "2", name: "Li Na" },
    { id: "3", name: "Li Nan" },
  ];

  test.each([
    ["@", 1, ""],
    ["see @Li N", 9, "Li N"],
    ["请看，@陈", 5, "陈"],
    ["请@陈静", 4, "陈静"],
    ["a@b.cn", 6, null],
    ["zoë@陈", 5, null],
    ["a.b-@陈", 6, null],
    ["@Li Na done", 3, "Li"],
  ])("in %j at %i the begun name is %j", (text, caret, begun) => expect(mentionBegun(text, caret)).toBe(begun));

  test("is offered by any part of the name", () => {
    expect(fitting(colleagues, "na").map(({ id }) => id)).toEqual(["2", "3"]);
  });

  test("is completed where it was begun", () => {
    expect(completed("see @Li and ask", 7, "Li", "Li Na")).toEqual(["see @Li Na  and ask", 11]);
  });

  test("is whoever's whole name stands there, the longer name first", () => {
    expect(mentionedIn("@Li Nan please, and @陈静", colleagues).map(({ id }) => id)).toEqual(["3", "1"]);
    expect(mentionedIn("Li Na said so", colleagues)).toEqual([]);
  });

  test("is asked for by how the name begins", () => {
    expect(beginningsOf("请@周海燕看，@Zoë O’Neil too, @周海燕, not a@b.cn")).toEqual(["周海", "Zoë"]);
    expect(beginningsOf(`@${"a".repeat(200)}`)).toEqual(["a".repeat(30)]);
  });
});

test("days on which clocks stood still are told once, in stretches", () => {
  const day = (text: string) => ({ day: text, why: "HOLIDAY", name: "National Day" });
  const clocks = [{ days: [day("2026-10-01"), day("2026-10-02"), { day: "2026-10-03", why: "WEEKEND", name: null }] }];
  expect(stillDays([...clocks, ...clocks, { days: [day("2026-10-05")] }])).toEqual([
    { first: "2026-10-01", last: "2026-10-05", name: "National Day" },
  ]);
});

test("the story is narrowed by the word in the address; an unknown word narrows nothing", () => {
  expect(readView("money")).toBe("money");
  expect(readView("x")).toBe("all");
  const note = { kind: "ADD_NOTE", facts: [], messages: [{ thread: "INTERNAL" }] } as const;
  expect([isInView("notes", note), isInView("messages", note), isInView("checks", note)]).toEqual([true, false, false]);
});

test("a case is put aside until times of the desk's own clock", () => {
  const friday = new Date("2026-10-09T16:20:00+08:00");
  expect(snoozeChoices(friday).map(({ until }) => until.toISOString())).toEqual([
    "2026-10-09T11:20:00.000Z",
    "2026-10-10T01:00:00.000Z",
    "2026-10-12T01:00:00.000Z",
  ]);
});

test("what is put aside in the evening comes back on a morning, and in no night", () => {
  const evening = new Date("2026-10-09T22:00:00+08:00");
  expect(snoozeChoices(evening).map(({ name }) => name)).toEqual(["tomorrow", "nextWeek"]);
});
