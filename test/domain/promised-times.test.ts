import { describe, expect, test } from "vitest";
import { planClocks, type StoredClock } from "../../server/cases/domain/clock-plan.ts";
import { followCalendars } from "../../server/clocks/domain/clock-facts.ts";
import { builtInCalendars } from "../../server/kernel/calendars.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import { later, now } from "../support/a-case.ts";

const promises = {
  ...defaultPolicy,
  arrivalWorkingDays: { from: 3, to: 7 },
  appealWindowDays: 20,
  reopenWindowDays: 60,
};
const quiet = { breached: null, also: { starts: [], ends: [] }, calendars: builtInCalendars, promises };
const sent = { ...quiet, action: "APPROVE_REFUND", from: "VERIFYING", to: "REFUNDING", at: now } as const;

const started = (move: Parameters<typeof planClocks>[1], rule: string) =>
  planClocks([], move).started.find((clock) => clock.rule === rule);

function running(): StoredClock {
  const clock = started(sent, "refund-arrival");
  if (clock === undefined) throw new Error("A refund started no clock");
  return { ...clock, id: "1" };
}

describe("a time that the policy promises", () => {
  // A Monday: seven working days later it is Wednesday of the next week.
  test("of a refund's arrival is what its clock runs", () => {
    expect(running()).toMatchObject({ length: 7, dueAt: new Date("2026-10-21T23:59:59.999+08:00") });
  });

  test.each([
    ["appeal-window", { action: "DECLINE_REQUEST", from: "VERIFYING", to: "DECLINED" }, "2026-11-01"],
    ["reopen-window", { action: "CLOSE", from: "DECLINED", to: "CLOSED" }, "2026-12-11"],
  ] as const)("is the length of the %s", (rule, move, last) => {
    expect(started({ ...quiet, ...move, at: now }, rule)?.dueAt).toEqual(new Date(`${last}T23:59:59.999+08:00`));
  });

  test("may be none: then it is over with the day", () => {
    const none = { ...sent, promises: { ...promises, arrivalWorkingDays: { from: 0, to: 0 } } };
    expect(started(none, "refund-arrival")?.dueAt).toEqual(new Date("2026-10-12T23:59:59.999+08:00"));
  });

  test("says nothing of clocks that no policy promises", () => {
    const asked = { ...quiet, action: "REQUEST_INFORMATION", from: "NEW", to: "AWAITING_CUSTOMER", at: now } as const;
    expect(started(asked, "customer-information")).toMatchObject({ length: null });
  });

  test("keeps its length when the policy has changed since, and when the calendar is corrected", () => {
    const progress = { ...quiet, action: "RECORD_REFUND_PROGRESS", from: "REFUNDING", to: "REFUNDING" } as const;
    const changed = { ...progress, at: later(1), promises: defaultPolicy };
    expect(planClocks([running()], changed)).toMatchObject({ changed: [], started: [] });
    expect(followCalendars(running(), later(1), builtInCalendars)).toMatchObject({ dueAt: running().dueAt });
  });
});

describe("a refund that is tried again", () => {
  test("has the whole time anew, and the run before it is called off", () => {
    const again = { ...quiet, action: "RETRY_REFUND", from: "REFUNDING", to: "REFUNDING", at: later(2) } as const;
    const plan = planClocks([running()], again);
    expect(plan.changed).toMatchObject([{ state: "CANCELLED", endedAt: later(2) }]);
    expect(plan.started).toMatchObject([{ rule: "refund-arrival", startedAt: later(2), length: 7 }]);
    expect(plan.dueAt).toEqual(new Date("2026-10-23T23:59:59.999+08:00"));
  });

  test("after its time is over is late no more; that it was late is kept", () => {
    const again = { ...quiet, action: "RETRY_REFUND", from: "REFUNDING", to: "REFUNDING", at: later(20) } as const;
    const plan = planClocks([{ ...running(), state: "BREACHED" }], again);
    expect(plan.changed).toMatchObject([{ state: "BREACHED", endedAt: later(20) }]);
    expect(plan.started).toMatchObject([{ state: "RUNNING", startedAt: later(20) }]);
  });
});
