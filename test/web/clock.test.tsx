import { screen } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CaseClock, CaseClockFragment } from "../../web/clocks/CaseClock.tsx";
import { dueDay, endsWithTheDay } from "../../web/clocks/time-left.ts";
import { show } from "./support.tsx";

type Facts = ResultOf<typeof CaseClockFragment>;

/** Friday 9 October 2026, 16:20 in Shanghai: the eve of a make-up working Saturday. */
const now = new Date("2026-10-09T08:20:00Z");

beforeEach(() => void vi.useFakeTimers({ now, toFake: ["Date", "setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

const running: Facts = {
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
    expect(screen.getByText(/Paused, waiting for the customer/)).toBeTruthy();
    expect(tone()).toBe("paused");
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
    expect(container.textContent).toContain("the calendar of 2027 is not published");
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

describe("the last day of a clock", () => {
  test("that ends at midnight is the day before", () => {
    expect(dueDay("2026-10-10T16:00:00.000Z")).toBe("2026-10-10");
    expect(endsWithTheDay("2026-10-10T16:00:00.000Z")).toBe(true);
    expect(endsWithTheDay("2026-10-10T15:59:59.999Z")).toBe(true);
    expect(endsWithTheDay("2026-10-10T10:00:00.000Z")).toBe(false);
  });
});
