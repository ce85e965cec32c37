import { expect, test } from "vitest";
import { approvalTerms } from "../../server/approvals/domain/terms.ts";
import { planDesk } from "../../server/demo/plan/plan-desk.ts";
import type { StepName } from "../../server/demo/plan/steps.ts";

const hour = 3_600_000;
/** What each of these asks others to agree to, and who then says a word. */
const asks: Partial<Record<StepName, keyof typeof approvalTerms>> = {
  propose: "REFUND",
  recordHandPayment: "MANUAL_REFUND",
  askWaiver: "CHECK_WAIVER",
};
const words: ReadonlySet<StepName> = new Set(["grant", "grantAsCompliance", "turnDown", "payByHand", "waiveWindow"]);

/** After long holidays, in which whoever answers is away, and on a morning like any other; every few hours of the day. */
const openings = ["2026-03-02", "2026-10-10", "2026-12-01", "2026-12-02"].flatMap((day) =>
  [1, 6, 9, 14, 22].map((hours) => new Date(Date.parse(`${day}T00:00:00Z`) + hours * hour)),
);

test.each(openings)("a demo opened at %s has nobody agree to what has lapsed by then", (openedAt) => {
  let heard = 0;
  for (const { steps } of planDesk(openedAt).cases) {
    let lapses = Number.POSITIVE_INFINITY;
    for (const { name, at } of steps) {
      const kind = asks[name];
      if (kind !== undefined) lapses = at.getTime() + approvalTerms[kind].expiresAfterDays * 24 * hour;
      if (!words.has(name)) continue;
      heard++;
      expect(at.getTime(), name).toBeLessThan(lapses);
    }
  }
  expect(heard).toBeGreaterThan(20);
});
