import { fireEvent, screen, within } from "@testing-library/react";
import { type FragmentOf, maskFragments, type ResultOf } from "gql.tada";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CaseClock, CaseClockFragment } from "../../web/clocks/CaseClock.tsx";
import { CaseTime, CaseTimeFragment } from "../../web/clocks/CaseTime.tsx";
import { ClockProof, ClockProofFragment } from "../../web/clocks/ClockProof.tsx";
import { DateProof, DateProofFragment } from "../../web/clocks/DateProof.tsx";
import { dayOfCount, dueDay, endsWithTheDay } from "../../web/clocks/time-left.ts";
import { show } from "./support.tsx";

type Facts = ResultOf<typeof CaseClockFragment>;

/** Friday 9 October 2026, 16:20 in Shanghai: the eve of a make-up working Saturday. */
const now = new Date("2026-10-09T08:20:00Z");

beforeEach(() => void vi.useFakeTimers({ now, toFake: ["Date", "setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

const running: Facts = {
  rule: "decide-request",
  state: "RUNNING",
  dueAt: "2026-10-10T15:59:59.999Z",
  endedAt: null,
  fractionLeft: 0.24,
  soon: true,
  overdue: false,
  calendarNotPublished: null,
  proof: {
    unit: "WORKING_DAYS",
    days: [
      { day: "2026-10-08", number: 3, why: null },
      { day: "2026-10-09", number: 4, why: null },
      { day: "2026-10-10", number: 5, why: "MAKE_UP_WORKDAY" },
    ],
  },
};

function aClock(change: Partial<Facts> = {}) {
  const data: Facts = { ...running, ...change };
  return <CaseClock clock={maskFragments([CaseClockFragment], data)} />;
}

/** A case of a list, open or closed, with the clock that binds it. */
function aCase(closedAt: string | null, rule: string, proof?: ReactNode) {
  const clock = maskFragments([CaseClockFragment], running);
  const { dueAt } = running;
  return (
    <CaseTime
      case={maskFragments([CaseTimeFragment], { closedAt, bindingClock: { ...clock, id: "k1", rule, dueAt } })}
      proof={proof}
    />
  );
}

const tone = () => document.querySelector("[data-tone]")?.getAttribute("data-tone");

describe("a clock says how long there is", () => {
  test("in working days, as its own calendar counts them, with the make-up day marked", async () => {
    const { container } = await show(aClock(), "zh-CN");
    expect(container.textContent).toBe("剩 1 个工作日 10月10日 周六班");
    expect(tone()).toBe("soon");
  });

  test("in words of the other language", async () => {
    const { container } = await show(aClock());
    expect(container.textContent).toContain("1 working day left Sat 10 Oct");
  });

  test("in hours and minutes on its last day", async () => {
    const { container } = await show(aClock({ dueAt: "2026-10-09T09:30:00.000Z", proof: null }));
    expect(container.textContent).toContain("1 h 10 min left today 17:30");
  });

  test("in calendar days where no calendar counts", async () => {
    const { container } = await show(aClock({ dueAt: "2026-10-15T15:59:59.999Z", proof: null, soon: false }));
    expect(container.textContent).toContain("6 days left Thu 15 Oct");
    expect(tone()).toBe("calm");
  });

  test("and by how much it is over, with a full hatched bar that needs no share", async () => {
    const { container } = await show(
      aClock({ dueAt: "2026-10-09T05:20:00.000Z", soon: false, overdue: true, fractionLeft: 0 }),
    );
    expect(container.textContent).toBe("Overdue by 3 h");
    expect(tone()).toBe("late");
  });

  test("that it stands still, and for whom", async () => {
    await show(aClock({ state: "PAUSED", soon: false }));
    expect(screen.getByText(/Paused, with customer/)).toBeTruthy();
    expect(tone()).toBe("paused");
  });

  test("and not until when while it stands still, since that moves on with every day", async () => {
    const { container } = await show(aClock({ state: "PAUSED", soon: false }));
    expect(container.textContent).toBe("Paused, with customer");
  });

  test.each([
    [{ state: "BREACHED", endedAt: "2026-10-09T01:00:00.000Z", overdue: true }, "Over"],
    [{ state: "RUNNING", dueAt: "2026-10-09T05:20:00.000Z", overdue: true, soon: false }, "Over"],
    [{ state: "MET", endedAt: "2026-10-09T01:00:00.000Z" }, "Used in time"],
  ] as const)("that time which may be used and need not is never late: %j", async (change, words) => {
    const { container } = await show(aClock({ rule: "appeal-window", ...change }));
    expect(container.textContent).toBe(words);
    expect(tone()).not.toBe("late");
  });

  test("that it was met, without a bar", async () => {
    const { container } = await show(aClock({ state: "MET", endedAt: "2026-10-09T01:00:00.000Z" }));
    expect(container.textContent).toBe("Met");
    expect(container.querySelector("i")).toBeNull();
  });

  test("that no date is known where the calendar is not published, rather than guessing one", async () => {
    const { container } = await show(
      aClock({ dueAt: null, fractionLeft: null, soon: false, calendarNotPublished: 2027 }),
    );
    expect(container.textContent).toContain("No date: no 2027 calendar yet");
  });

  test("never by colour alone: every tone but calm has its own mark", async () => {
    const changes: Partial<Facts>[] = [
      { soon: true },
      { overdue: true, dueAt: "2026-10-09T05:20:00.000Z" },
      { state: "PAUSED" },
      { state: "MET" },
    ];
    for (const change of changes) {
      const { container, unmount } = await show(aClock(change));
      expect(container.querySelector("svg")).not.toBeNull();
      unmount();
    }
  });
});

type Proof = ResultOf<typeof ClockProofFragment>;
const skippedFor = (why: "HOLIDAY" | "WEEKEND", name: string | null, ...days: number[]) =>
  days.map((day) => ({ day: `2026-10-${String(day).padStart(2, "0")}`, number: null, why, name }));
const counted = (day: number, number: number) => ({
  day: `2026-10-${String(day).padStart(2, "0")}`,
  number,
  why: null,
  name: null,
});

const overNationalDay: Proof = {
  startedAt: "2026-09-30T06:10:00.000Z",
  dueAtGiven: false,
  dateKept: false,
  consequence: "The customer may go to the bank.",
  source: "The published policy",
  sourceConfirmed: true,
  proof: {
    length: 2,
    unit: "WORKING_DAYS",
    calendar: "CN",
    startDay: "2026-09-30",
    daysGivenBack: 0,
    days: [...skippedFor("HOLIDAY", "National Day", 1, 2, 3, 4, 5, 6, 7), counted(8, 1), counted(9, 2)],
  },
};
const masked = (proof: Proof): FragmentOf<typeof ClockProofFragment> => maskFragments([ClockProofFragment], proof);

describe("the proof of a date", () => {
  const aProof = (change: Partial<NonNullable<Proof["proof"]>> = {}, rest: Partial<Proof> = {}) => {
    if (overNationalDay.proof === null) throw new Error("It has a proof");
    return (
      <ClockProof clock={masked({ ...overNationalDay, ...rest, proof: { ...overNationalDay.proof, ...change } })} />
    );
  };
  const fact = (name: string) => screen.getByText(name).nextElementSibling?.textContent;

  test("says which days were passed over, those of one reason together", async () => {
    await show(aProof());
    expect(fact("Skipped")).toBe("Thu 1 Oct to Wed 7 Oct (National Day)");
  });

  test("in the other language as well", async () => {
    await show(aProof({ days: [counted(16, 1), ...skippedFor("WEEKEND", null, 17, 18), counted(19, 2)] }), "zh-CN");
    expect(fact("不计")).toBe("10月17日 周六 至 10月18日 周日（周末）");
  });

  test("only counts weekends where they are many, beside the holidays", async () => {
    const days = [
      ...skippedFor("HOLIDAY", "National Day", 7),
      ...[10, 17, 24].flatMap((sat) => [...skippedFor("WEEKEND", null, sat, sat + 1), counted(sat + 2, 1)]),
    ];
    await show(aProof({ days }));
    expect(fact("Skipped")).toBe("Wed 7 Oct (National Day) and 6 weekend days");
  });

  test("says nothing of days where none was passed over", async () => {
    await show(aProof({ days: [counted(8, 1), counted(9, 2)] }));
    expect(screen.queryByText("Skipped")).toBeNull();
  });

  test("says of its source, in one sentence, that nobody has checked it", async () => {
    await show(aProof({}, { sourceConfirmed: false }));
    expect(fact("Source")).toBe("The published policy (not checked against its text)");
  });
});

describe("why this date", () => {
  const facts = { title: "Decide the request", ...masked(overNationalDay) } as ResultOf<typeof DateProofFragment>;
  const opened = async () => {
    await show(
      <>
        <DateProof clock={maskFragments([DateProofFragment], facts)} />
        <button type="button">Beside</button>
      </>,
    );
    return screen.getByRole("button", { name: /^Why\?.*Decide the request$/ });
  };
  // jsdom hides whatever could float, for it cannot let it.
  const proof = () => document.querySelector<HTMLElement>("[popover][aria-label='Decide the request']");

  test("opens to the proof when it gets the focus, and closes when that goes on", async () => {
    const why = await opened();
    expect(proof()).toBeNull();
    fireEvent.focus(why);
    expect(why.getAttribute("aria-expanded")).toBe("true");
    const box = proof();
    if (box === null) throw new Error("Nothing opened");
    expect(within(box).getByText("Thu 1 Oct to Wed 7 Oct (National Day)")).toBeTruthy();
    fireEvent.blur(why, { relatedTarget: screen.getByText("Beside") });
    expect(proof()).toBeNull();
  });

  test("opens under a pointer, which may go on into the proof", async () => {
    const why = await opened();
    fireEvent.mouseOver(why);
    const box = proof();
    if (box === null) throw new Error("Nothing opened");
    fireEvent.mouseOut(why, { relatedTarget: box });
    expect(proof()).not.toBeNull();
    fireEvent.mouseOut(box, { relatedTarget: document.body });
    expect(proof()).toBeNull();
  });

  test("opens by a press where nothing hovers, and closes by Escape or a press beside it", async () => {
    const why = await opened();
    fireEvent.click(why);
    expect(proof()).not.toBeNull();
    fireEvent.keyDown(why, { key: "Escape" });
    expect(proof()).toBeNull();
    fireEvent.click(why);
    fireEvent.pointerDown(screen.getByText("Beside"));
    expect(proof()).toBeNull();
  });
});

describe("the last day of a clock", () => {
  test("that ends at midnight is the day before", () => {
    expect(dueDay("2026-10-10T16:00:00.000Z")).toBe("2026-10-10");
    expect(endsWithTheDay("2026-10-10T16:00:00.000Z")).toBe(true);
    expect(endsWithTheDay("2026-10-10T15:59:59.999Z")).toBe(true);
    expect(endsWithTheDay("2026-10-10T10:00:00.000Z")).toBe(false);
  });
});

describe("a clock that counts days says on which it is", () => {
  const { proof } = running;
  const on = (at: string) => dayOfCount(proof, new Date(at));

  test("by its own count: a day that was passed over is still the one before", () => {
    expect(on("2026-10-09T08:20:00Z")).toEqual({ day: 4, of: 5 });
    expect(on("2026-10-10T01:00:00Z")).toEqual({ day: 5, of: 5 });
    expect(on("2026-10-12T01:00:00Z")).toEqual({ day: 5, of: 5 });
  });

  test("and nothing on day 0, or where it counts hours", () => {
    expect(on("2026-10-07T08:20:00Z")).toBeNull();
    expect(dayOfCount({ unit: "HOURS", days: [] }, now)).toBeNull();
    expect(dayOfCount(null, now)).toBeNull();
  });
});

describe("a case in a list", () => {
  test("that is closed says since when, quietly, and how long it can be reopened to whoever asks", async () => {
    const english = await show(aCase("2026-10-08T03:00:00.000Z", "reopen-window"));
    expect(english.container.textContent).toBe("Closed 8 Oct");
    expect(screen.getByTitle("Closed 8 Oct; can be reopened until 10 Oct")).toBeTruthy();
    expect(tone()).toBeUndefined();
    english.unmount();
    const { container } = await show(aCase("2026-10-08T03:00:00.000Z", "reopen-window"), "zh-CN");
    expect(container.textContent).toBe("10月8日结案");
    expect(screen.getByTitle("10月8日结案，可重新开启至10月10日")).toBeTruthy();
  });

  test("that is closed says until when it can be reopened where it stands by itself", async () => {
    const { container } = await show(aCase("2026-10-08T03:00:00.000Z", "reopen-window", "Why?"));
    expect(container.textContent).toBe("Closed 8 Oct; can be reopened until 10 Oct · Why?");
  });

  test("that is open says what is left of its clock", async () => {
    const { container } = await show(aCase(null, "decide-request"));
    expect(container.textContent).toContain("1 working day left");
  });
});
