import { describe, expect, test } from "vitest";
import { caseOutcomes, caseStates } from "../../server/cases/domain/words.ts";
import { shortDay } from "../../server/desk/domain/days-in-words.ts";
import { stopsOf } from "../../server/desk/domain/money-stops.ts";
import { expectedArrivalOf, settledOf, toldRefund } from "../../server/desk/domain/told-refund.ts";
import type { TrackedFacts, TrackedRefund } from "../../server/desk/domain/tracked-facts.ts";
import { trackedSentence } from "../../server/desk/domain/tracked-sentence.ts";
import { day } from "../../server/kernel/day.ts";
import { refundStates } from "../../server/refunds/domain/words.ts";
import { cny } from "../support/a-case.ts";

const now = new Date("2026-10-08T09:40:00+08:00");
const later = new Date("2026-10-10T23:59:59+08:00");
const sale = { paidAt: new Date("2026-09-12T18:42:00+08:00"), cardLast4: "4417" };

function facts(change: Partial<TrackedFacts> = {}): TrackedFacts {
  const empty = {
    ...({ outcome: null, refund: null, offer: null, offerLapsedAt: null, shopIsAsked: true } as const),
    ...({ isTakenByBank: false, isLodged: false } as const),
  };
  return { state: "VERIFYING", amount: cny(2460), sale, hearBy: later, now, ...empty, ...change };
}

function refund(state: TrackedRefund["state"], change: Partial<TrackedRefund> = {}): TrackedRefund {
  const times = { proposedAt: now, sentAt: null, settledAt: null, returnedAt: null, expectedOn: day("2026-10-13") };
  return { state, amount: cny(2460), holdsMoney: true, isOutside: false, ...times, ...change };
}

const english = (change: Partial<TrackedFacts>) => trackedSentence(facts(change)).en;
const stops = (change: Partial<TrackedFacts>) => stopsOf(facts(change), { from: 1, to: 3 }).map(({ state }) => state);

describe("one sentence of where the matter stands", () => {
  test("says who is at it, and by when the customer hears", () => {
    expect(trackedSentence(facts())).toEqual({
      zh: "商户正在核实。您将在10月10日星期六之前收到答复。",
      en: "The shop is checking. You will hear by Saturday 10 October.",
    });
  });

  test("owns up to a promise that was not kept", () => {
    expect(english({ hearBy: new Date("2026-10-07T23:59:59+08:00") })).toMatch(
      /should have heard by Wednesday 7 October\. We are late/,
    );
  });

  test("names the year only where it is another one", () => {
    expect(english({ hearBy: new Date("2027-01-04T12:00:00+08:00") })).toMatch(/by Monday 4 January 2027\.$/);
  });

  test("promises nobody but whoever has the case to look at what was contested", () => {
    expect(trackedSentence(facts({ state: "NEGOTIATING" }))).toEqual({
      zh: "我们正在重新查看您的申请。",
      en: "We are looking at your request again.",
    });
  });

  test("says of an offer that nobody answered since when it can be accepted no more", () => {
    const lapsed = {
      state: "NEGOTIATING",
      hearBy: null,
      offerLapsedAt: new Date("2026-10-07T23:59:59+08:00"),
    } as const;
    expect(trackedSentence(facts(lapsed))).toEqual({
      zh: "答复方案的期限已于10月7日星期三届满，不能再接受。如仍愿意接受，请给我们留言。",
      en: "The time to answer our offer ended on Wednesday 7 October, so it can no longer be accepted. If you still want it, please write to us.",
    });
    expect(english({ ...lapsed, offer: cny(5) })).toMatch(/^You are offered /);
  });

  test("says of a complaint that nobody has taken on by when the agency does, and promises no answer by then", () => {
    const lodged = { state: "AT_AGENCY", isLodged: true } as const;
    expect(trackedSentence(facts(lodged))).toEqual({
      zh: "您的投诉已提交消费者保护机构。预计10月10日星期六之前答复是否受理。",
      en: "Your complaint is with the consumer-protection agency. It is expected to say by Saturday 10 October whether it takes it on.",
    });
    expect(english({ ...lodged, hearBy: null })).toBe("Your complaint is with the consumer-protection agency.");
    expect(english({ state: "AT_AGENCY" })).toMatch(/^The consumer-protection agency is dealing with it\. An answer/);
  });

  test("promises no day where the calendar is not published", () => {
    expect(english({ hearBy: null })).toBe("The shop is checking.");
  });

  test.each(caseStates.filter((state) => state !== "CLOSED"))("there is one in both languages for %s", (state) => {
    for (const change of [{}, { sale: null }, { hearBy: null }, { refund: refund("FAILED") }, { offer: cny(5) }]) {
      const { zh, en } = trackedSentence(facts({ state, ...change }));
      expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(en).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("says that money is on its way only once it was sent", () => {
    const said = (state: TrackedRefund["state"]) =>
      trackedSentence(facts({ state: "REFUNDING", refund: refund(state) }));
    expect(said("QUEUED").en).toMatch(/^A refund of CNY\s2,460\.00 to the card ending 4417 is agreed\. It usually/);
    expect(said("QUEUED").zh).toMatch(/^已同意将 CNY\s2,460\.00 退回尾号 4417 的卡。通常/);
    for (const state of ["SUBMITTED", "PROCESSING", "UNKNOWN"] as const)
      expect(said(state).en).toMatch(/^CNY\s2,460\.00 is on its way back to the card ending 4417\./);
  });

  test("says of money that was paid in another way that it is not on the card", () => {
    const outside = refund("SETTLED", { settledAt: now, isOutside: true });
    for (const outcome of ["REFUNDED", "PARTLY_REFUNDED", "SETTLED"] as const) {
      const { zh, en } = trackedSentence(facts({ state: "CLOSED", outcome, refund: outside }));
      expect(en).toMatch(/CNY\s2,460\.00,? has gone back to you\. What was paid in another way is not on the card's/);
      expect(zh).toMatch(/CNY\s2,460\.00 已退还给您。以其他方式支付的款项不会出现在卡的账单上。$/);
    }
    const { zh, en } = trackedSentence(facts({ state: "CLOSED", outcome: "DECLINED", refund: outside }));
    expect([zh, en].join()).not.toContain("4417");
  });

  test("says of money that somebody says was paid in another way just that, and asks whoever did not get it to write", () => {
    const { zh, en } = trackedSentence(
      facts({ state: "REFUNDING", refund: refund("PAID_OUTSIDE", { isOutside: true }) }),
    );
    expect(en).toMatch(
      /^The refund of CNY\s2,460\.00 is recorded as paid to you in another way.* please write to us\.$/,
    );
    expect(zh).toMatch(/^据登记，退款 CNY\s2,460\.00 已以其他方式支付给您.*请给我们留言。$/);
  });

  test("says when what had arrived was sent back, and no longer that it is on the card", () => {
    const returned = refund("RETURNED", { returnedAt: new Date("2026-10-06T10:00:00+08:00") });
    const { zh, en } = trackedSentence(facts({ state: "CLOSED", outcome: "REFUNDED", refund: returned }));
    expect(en).toMatch(/sent the refund of CNY\s2,460\.00 back on Tuesday 6 October, so it is not on your card/);
    expect(zh).toContain("于10月6日星期二被您的银行退回");
  });

  test.each(["DECLINED", "DEFENDED", "WITHDRAWN", "EXPIRED"] as const)(
    "a case that ended as %s after a part went back says that no more does, and that the part stays",
    (outcome) => {
      const part = refund("SETTLED", { amount: cny(40), settledAt: now });
      const { zh, en } = trackedSentence(facts({ state: "CLOSED", outcome, refund: part }));
      expect(en).toMatch(/no more money goes back.* The CNY\s40\.00 that went back .*4417 before stays there\.$/);
      expect(zh).toMatch(/不再退款.*此前已退回尾号 4417 的卡的 CNY\s40\.00 不受影响。$/);
    },
  );

  test.each(caseOutcomes)(
    "a case that ended as %s says what became of the money, without the desk's own words",
    (outcome) => {
      const { zh, en } = trackedSentence(facts({ state: "CLOSED", outcome, refund: refund("SETTLED") }));
      expect(zh).toMatch(/退/);
      expect(en).toMatch(/money|CNY/);
      expect(en).not.toMatch(/chargeback|defended|won|lost|policy/i);
    },
  );
});

describe("the stops of the money", () => {
  test.each([
    ["before anything is decided it is with the shop", {}, ["HERE", "LATER", "LATER", "LATER"]],
    ["put forward, it is set aside", { refund: refund("AWAITING_APPROVAL") }, ["DONE", "HERE", "LATER", "LATER"]],
    ["queued, it is set aside", { refund: refund("QUEUED") }, ["DONE", "HERE", "LATER", "LATER"]],
    ["sent, it is on its way", { refund: refund("PROCESSING") }, ["DONE", "DONE", "HERE", "LATER"]],
    ["sent with its answer lost, it is on its way", { refund: refund("UNKNOWN") }, ["DONE", "DONE", "HERE", "LATER"]],
    [
      "settled, it has arrived",
      { state: "CLOSED", outcome: "REFUNDED", refund: refund("SETTLED") },
      ["DONE", "DONE", "DONE", "DONE"],
    ],
    ["failed for now, it is still set aside", { refund: refund("FAILED") }, ["DONE", "HERE", "LATER", "LATER"]],
    [
      "failed for good, it is with the shop",
      { refund: refund("FAILED", { holdsMoney: false }) },
      ["HERE", "LATER", "LATER", "LATER"],
    ],
    ["bounced, it is with the shop", { refund: refund("RETURNED") }, ["HERE", "LATER", "LATER", "LATER"]],
    ["refused, it stays with the shop", { state: "CLOSED", outcome: "DECLINED" }, ["HERE", "OFF", "OFF", "OFF"]],
    [
      "given back by the bank itself, it went by neither of ours",
      { state: "CLOSED", outcome: "CHARGED_BACK" },
      ["DONE", "DONE"],
    ],
  ] as const)("%s", (_what, change, states) => {
    expect(stops(change)).toEqual(states);
  });

  test.each(refundStates)("there are always four, whatever the refund (%s)", (state) => {
    expect(stops({ refund: refund(state) })).toHaveLength(4);
  });

  test.each([
    [
      "refused, it stays with the shop, and goes on only if that changes",
      { state: "DECLINED" },
      ["stays with the shop", "decision changes", undefined],
    ],
    [
      "at an end without a refund, it stays with the shop",
      { state: "CLOSED", outcome: "DECLINED" },
      ["stays with the shop", undefined, undefined],
    ],
    [
      "at an end, no payment is looked for any more",
      { state: "CLOSED", outcome: "EXPIRED", sale: null },
      ["stays with the shop", undefined, undefined],
    ],
    [
      "sent back by the bank, it says when",
      { state: "CLOSED", outcome: "REFUNDED", refund: refund("RETURNED", { returnedAt: later }) },
      ["came back on Saturday 10 October", undefined, undefined],
    ],
    ["while it is looked at, it goes on if it is approved", {}, [undefined, "approved", "working days"]],
    [
      "once it is agreed, nothing more is to be approved",
      { state: "REFUNDING" },
      [undefined, undefined, "working days"],
    ],
  ] as const)("each says what it means for the money: %s", (_what, change, said) => {
    const [paid, , sent, arrived] = stopsOf(facts(change), { from: 1, to: 3 });
    for (const [index, stop] of [paid, sent, arrived].entries()) {
      const words = said[index];
      if (words === undefined) expect(stop?.note).toBeNull();
      else expect(stop?.note?.en).toContain(words);
    }
  });

  test.each([
    ["AWAITING_APPROVAL", "AWAITING_APPROVAL", /while this is decided$/, /^决定之前/],
    ["REFUNDING", "QUEUED", /^The refund is agreed and waits to be sent$/, /等待发出$/],
    ["REFUNDING", "FAILED", /^It did not go through; we are seeing to it$/, /^这次没有成功/],
  ] as const)("what is set aside says in %s, with the refund %s, what it waits for", (state, of, en, zh) => {
    const [, aside] = stopsOf(facts({ state, refund: refund(of) }), { from: 1, to: 3 });
    expect(aside?.note?.en).toMatch(en);
    expect(aside?.note?.zh).toMatch(zh);
  });

  test.each([
    ["still has the money with the shop", {}, [["You paid the shop", "HERE", null]]],
    [
      "took what we could not send",
      { refund: refund("FAILED", { holdsMoney: false }) },
      [["You paid the shop", "HERE", null]],
    ],
    [
      "has taken it from the shop",
      { isTakenByBank: true },
      [
        ["You paid the shop", "DONE", null],
        ["Taken back by your bank", "HERE", "The shop cannot spend it while this is decided"],
      ],
    ],
  ] as const)("at a bank that %s, it comes by the bank's decision and by none of ours", (_what, change, before) => {
    const said = stopsOf(facts({ state: "AT_BANK", ...change }), { from: 1, to: 3 });
    const last = ["Given back by your bank", "LATER", "If it decides for you"];
    expect(said.map(({ title, state, note }) => [title.en, state, note?.en ?? null])).toEqual([...before, last]);
    expect(said.at(-1)?.expectedOn).toBeNull();
  });

  test("of a request that was withdrawn it is not said that the shop still has the money: it may have paid by itself", () => {
    const [paid] = stopsOf(facts({ state: "CLOSED", outcome: "WITHDRAWN" }), { from: 1, to: 3 });
    expect(paid?.note).toEqual({ zh: "没有经我们退款", en: "Nothing went back through us" });
    expect(trackedSentence(facts({ state: "CLOSED", outcome: "WITHDRAWN" }))).toEqual({
      zh: "您已撤回这项申请，我们没有退款。",
      en: "You withdrew this request, so no money goes back through us.",
    });
  });

  test("what is paid in another way goes neither to the bank nor onto the card, and no day was promised for it", () => {
    const at = (state: TrackedRefund["state"], matter: Partial<TrackedFacts>) =>
      stopsOf(facts({ ...matter, refund: refund(state, { isOutside: true, sentAt: now }) }), { from: 1, to: 3 }).map(
        ({ title, note, expectedOn }) => [title.en, note?.en ?? null, expectedOn],
      );
    expect(at("PAID_OUTSIDE", { state: "REFUNDING" }).slice(2)).toEqual([
      ["Recorded as paid", null, null],
      ["With you", "Once that is confirmed", null],
    ]);
    expect(at("SETTLED", { state: "CLOSED", outcome: "REFUNDED" }).slice(2)).toEqual([
      ["Paid out", null, null],
      ["With you", null, null],
    ]);
  });

  test("the last says when, by the refund or else by the policy", () => {
    const last = (change: Partial<TrackedFacts>) => stopsOf(facts(change), { from: 1, to: 3 })[3];
    expect(last({ refund: refund("PROCESSING") })).toMatchObject({ expectedOn: "2026-10-13", note: null });
    const byPolicy = { expectedOn: null, note: { en: "1–3 working days after it is sent" } };
    expect(last({})).toMatchObject(byPolicy);
    expect(last({ refund: refund("FAILED") }), "no day is promised of what did not go through").toMatchObject(byPolicy);
  });
});

describe("of several refunds, the newest first, the customer is told", () => {
  const gone = (yuan: number, at: string) => refund("SETTLED", { amount: cny(yuan), settledAt: new Date(at) });
  const first = gone(40, "2026-10-02T10:00:00+08:00");
  const rest = (state: TrackedRefund["state"], change: Partial<TrackedRefund> = {}) =>
    refund(state, { amount: cny(60), ...change });
  const refunded = { state: "CLOSED", outcome: "REFUNDED" } as const;
  const declined = { state: "CLOSED", outcome: "DECLINED" } as const;
  const open = { state: "REFUNDING", outcome: null } as const;

  test("of all that went back, as one sum", () => {
    const told = toldRefund([gone(60, "2026-10-07T10:00:00+08:00"), first], refunded);
    expect(told).toMatchObject({ amount: cny(100), settledAt: new Date("2026-10-07T10:00:00+08:00") });
    expect(english({ ...refunded, refund: told })).toMatch(/^CNY\s100\.00 has gone back/);
  });

  test.each([
    ["one that is under way", [rest("PROCESSING"), first], open, 60],
    ["one that waits for an approval", [rest("AWAITING_APPROVAL"), first], open, 60],
    ["one that failed and is being seen to", [rest("FAILED"), first], open, 60],
    ["what went back, where the next was cancelled", [rest("CANCELLED"), first], open, 40],
    ["what went back, where the case ended without the next", [rest("FAILED"), first], declined, 40],
    ["one that the bank sent back", [rest("RETURNED", { returnedAt: now }), first], refunded, 60],
    ["one that is still under way at the end", [rest("UNKNOWN"), first], declined, 60],
  ] as const)("%s", (_what, refunds, matter, yuan) => {
    expect(toldRefund(refunds, matter)?.amount).toEqual(cny(yuan));
  });

  test.each([
    ["nothing where all were cancelled", [rest("CANCELLED")], declined],
    ["nothing where the case ended without it", [rest("FAILED")], declined],
    ["nothing of ours where the bank gave the money back", [first], { state: "CLOSED", outcome: "CHARGED_BACK" }],
  ] as const)("%s", (_what, refunds, matter) => {
    expect(toldRefund(refunds, matter)).toBeNull();
  });

  test("that the part is on the card, though the case ended without the rest", () => {
    const refund = toldRefund([rest("CANCELLED"), first], declined);
    expect(stops({ ...declined, refund })).toEqual(["DONE", "DONE", "DONE", "DONE"]);
  });

  test("on the receipt each by itself, and none that came back", () => {
    const refunds = [rest("CANCELLED"), rest("RETURNED", { settledAt: now, returnedAt: now }), first];
    expect(settledOf(refunds).map(({ amount }) => amount)).toEqual([cny(40)]);
  });
});

test("a day beside a stop has its year where that is another one, by the desk's own day", () => {
  expect(shortDay(day("2026-09-12"), now)).toEqual({ zh: "9月12日", en: "12 Sep" });
  expect(shortDay(day("2025-09-12"), now)).toEqual({ zh: "2025年9月12日", en: "12 Sep 2025" });
  expect(shortDay(day("2027-01-01"), new Date("2026-12-31T16:30:00Z"))).toEqual({ zh: "1月1日", en: "1 Jan" });
});

describe("the day by which a card usually shows the money", () => {
  const arrives = (change: Partial<TrackedRefund>, at = now) =>
    expectedArrivalOf(facts({ refund: refund(change.settledAt == null ? "PROCESSING" : "SETTLED", change), now: at }));

  test("is said while it is under way, and after it was sent, up to and on that day", () => {
    expect(arrives({})).toBe("2026-10-13");
    expect(arrives({ settledAt: now })).toBe("2026-10-13");
    expect(arrives({ settledAt: now }, new Date("2026-10-13T20:00:00+08:00"))).toBe("2026-10-13");
    for (const change of [{}, { settledAt: now }])
      expect(arrives(change, new Date("2026-10-14T00:00:00+08:00"))).toBeNull();
  });

  test("is not said of what does not go to the card, or where no day was reckoned", () => {
    expect(arrives({ isOutside: true })).toBeNull();
    expect(arrives({ settledAt: now, expectedOn: null })).toBeNull();
    expect(expectedArrivalOf(facts())).toBeNull();
  });
});
