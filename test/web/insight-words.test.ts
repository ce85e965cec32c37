import { expect, test } from "vitest";
import { refundStates } from "../../server/refunds/domain/words.ts";
import type { Measure } from "../../web/insight/measure-model.ts";
import { cards } from "../../web/insight/models-of.ts";
import { textsIn } from "./support.tsx";

test("money under way is told by the word of its own state, whichever that is", async () => {
  const { t } = await textsIn("en");
  const card = cards.find(({ measures }) => measures.includes("MONEY_IN_FLIGHT"));
  const nothing = { from: null, until: null, of: null, share: null, medianHours: null, slowHours: null };
  const points = refundStates.map((part) => ({
    ...{ ...nothing, network: null, merchant: null, standing: null, threshold: null },
    ...{ part, count: 1, money: { minor: "100", currency: "CNY" } },
  }));
  const measure: Measure = {
    ...{ name: "MONEY_IN_FLIGHT", unit: "MONEY", title: "", meaning: "", formula: "", source: "", points },
  };
  const telling = { t, language: "en", today: "2026-10-09", by: "WEEK", narrowed: {} } as const;
  const [model] = card?.draw([measure], telling as Parameters<NonNullable<typeof card>["draw"]>[1]) ?? [];
  const names = model?.rows.map(({ name }) => name) ?? [];
  expect(names).toHaveLength(refundStates.length);
  expect(names[refundStates.indexOf("PAID_OUTSIDE")]).toBe("Paid outside, to be confirmed");
  expect(new Set(names).size).toBe(refundStates.length);
});

test("a merchant is marked where a network would count the month, not for a share of a few sales alone", async () => {
  const { t } = await textsIn("en");
  const card = cards.find(({ measures }) => measures.includes("DISPUTE_RATIO"));
  const nothing = { until: null, part: null, money: null, medianHours: null, slowHours: null };
  const threshold = { programme: "VAMP", share: 0.015, leastDisputes: 1500, confirmed: true };
  const points = (["ABOVE", "RATIO_ONLY", "BELOW"] as const).map((standing) => ({
    ...{ ...nothing, from: "2026-10-01", network: "VISA", count: 1, of: 1, share: 1 },
    ...{ merchant: { id: standing, name: standing, nameZh: null }, standing, threshold },
  }));
  const measure = {
    ...{ name: "DISPUTE_RATIO", unit: "SHARE", title: "", meaning: "", formula: "", source: "", points },
  } as unknown as Measure;
  const telling = { t, language: "en", today: "2026-10-09", by: "WEEK", narrowed: {} } as const;
  const [model] = card?.draw([measure], telling as Parameters<NonNullable<typeof card>["draw"]>[1]) ?? [];
  expect(model?.rows.map(({ warns }) => warns)).toEqual([true, false, false]);
});
