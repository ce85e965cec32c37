import { describe, expect, test } from "vitest";
import { caseChannels } from "../../server/cases/domain/words.ts";
import { choosePolicy, describeChoice, type PolicyCandidate } from "../../server/policies/domain/choose-policy.ts";
import { fromColumns, toColumns } from "../../server/policies/domain/columns.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import { describeFacts, describeTrace } from "../../server/policies/domain/describe.ts";
import { diffPolicies } from "../../server/policies/domain/diff-policies.ts";
import { type DraftFacts, draftRefusals } from "../../server/policies/domain/draft-life.ts";
import { draftRefusalText } from "../../server/policies/domain/draft-refusal-text.ts";
import { approvalsFor, evaluatePolicy } from "../../server/policies/domain/evaluate.ts";
import { channelWords, networkWords } from "../../server/policies/domain/policy-words.ts";
import { restateFacts } from "../../server/policies/domain/restate-facts.ts";
import { rowSentence } from "../../server/policies/domain/row-sentence.ts";
import { runTests } from "../../server/policies/domain/run-tests.ts";
import { permissionNames } from "../../server/staff/domain/permission-names.ts";
import { cardNetworks } from "../../server/transactions/domain/words.ts";
import { anActor, cny, ids } from "../support/a-case.ts";
import { aPolicy, aRow, policyFacts } from "../support/a-policy.ts";

const candidate = (change: Partial<PolicyCandidate>): PolicyCandidate => ({
  id: "v-everyone",
  policy: "default",
  scope: "EVERYONE",
  value: "",
  label: { zh: "所有商户", en: "all merchants" },
  version: 3,
  minor: 0,
  ...change,
});
const hotels = candidate({
  id: "v-hotels",
  scope: "CATEGORY",
  value: "7011",
  label: { zh: "酒店", en: "hotels" },
  version: 1,
});
const shop = candidate({
  id: "v-shop",
  scope: "MERCHANT",
  value: "m-1",
  label: { zh: "湖畔里酒店", en: "Lakeside Lane Hotel" },
  minor: 2,
});

describe("of several policies that hold for a case", () => {
  test("the merchant's own decides before its category's, and that before the channel's and everyone's", () => {
    const channel = candidate({ id: "v-web", scope: "CHANNEL", value: "WEB" });
    const all = [candidate({}), channel, hotels, shop];
    expect(choosePolicy(all).chosen.id).toBe("v-shop");
    expect(choosePolicy(all.slice(0, 3)).chosen.id).toBe("v-hotels");
    expect(choosePolicy(all.slice(0, 2)).chosen.id).toBe("v-web");
    expect(choosePolicy(all.slice(0, 1)).chosen.id).toBe("v-everyone");
    expect(choosePolicy(all).stoodBack.map(({ id }) => id)).toEqual(["v-hotels", "v-web", "v-everyone"]);
  });

  test("the choice says in a sentence why it is that one", () => {
    const choice = choosePolicy([candidate({}), shop]);
    expect(describeChoice(choice, "en")).toBe(
      "The policy for Lakeside Lane Hotel (v3.2) decides: it is narrower than the one for all merchants.",
    );
    expect(describeChoice(choosePolicy([candidate({})]), "zh-CN")).toBe(
      "适用“所有商户”的政策 v3：没有范围更窄的政策生效。",
    );
  });

  test("a desk without any cannot decide", () => {
    expect(() => choosePolicy([])).toThrow("No policy is in force");
  });
});

describe("a row of the table", () => {
  test("reads as a sentence in both languages", () => {
    expect(
      rowSentence(
        aRow({
          when: [
            { fact: "reason", in: ["DUPLICATE_CHARGE"] },
            { fact: "amount", atMost: { CNY: 20_000 } },
          ],
          outcome: "APPROVE",
          straightThrough: true,
        }),
      ),
    ).toEqual({
      en: "If the reason is charged twice and the amount is at most CNY 200.00, it is refunded at once, with nobody's hand.",
      zh: "原因为重复扣款，且金额不超过 CNY 200.00 的，直接退款，无需人工处理。",
    });
    expect(rowSentence(aRow({ outcome: "APPROVE", approvals: ["approval.first"] })).en).toBe(
      "Whatever the case, it is refunded once a supervisor has agreed.",
    );
  });

  test("is the same as columns and back", () => {
    for (const { when } of defaultPolicy.rows) expect(toColumns(fromColumns(toColumns(when)))).toEqual(toColumns(when));
  });

  test("can ask for approvals whatever the amount", () => {
    const trace = evaluatePolicy(
      aPolicy([aRow({ outcome: "APPROVE", approvals: ["approval.second"] })]),
      policyFacts(),
    );
    expect(trace.approvals).toEqual(["approval.second"]);
    expect(approvalsFor(defaultPolicy, cny(5), { always: trace.approvals ?? [] })).toEqual(["approval.second"]);
  });

  test("goes straight through no further than the policy's own ceiling", () => {
    const rows = [aRow({ outcome: "APPROVE", straightThrough: true })];
    const says = (amountMinor: number) =>
      evaluatePolicy(aPolicy(rows, { autoLimitMinor: { CNY: 5_000 } }), policyFacts({ amountMinor })).straightThrough;
    expect([says(5_000), says(5_001)]).toEqual([true, false]);
  });

  describe("over a payment of which something has gone back", () => {
    const small = [
      aRow({ when: [{ fact: "amount", atMost: { CNY: 20_000 } }], outcome: "APPROVE", straightThrough: true }),
    ];
    const ceiling = { autoLimitMinor: { CNY: 20_000 } };
    const openRow = [aRow({ outcome: "APPROVE", straightThrough: true })];

    test.each([
      ["the row's own limit", aPolicy(small)],
      ["the policy's ceiling", aPolicy(openRow, ceiling)],
    ])("goes straight through no further than %s lets it together", (_what, policy) => {
      const says = (alreadyBackMinor: number) =>
        evaluatePolicy(policy, policyFacts({ amountMinor: 15_000, alreadyBackMinor }));
      expect(says(5_000)).toMatchObject({ outcome: "APPROVE", straightThrough: true });
      expect(says(5_000)).not.toHaveProperty("aboveTogether");
      expect(says(5_001)).toMatchObject({ outcome: "APPROVE", straightThrough: false, aboveTogether: true });
    });

    test("what would not have gone alone in any case says nothing of it", () => {
      const said = evaluatePolicy(aPolicy(openRow, ceiling), policyFacts({ amountMinor: 20_001, alreadyBackMinor: 1 }));
      expect(said).not.toHaveProperty("aboveTogether");
    });

    test("a decision of before limits counted it says what it said", () => {
      const before = policyFacts({ amountMinor: 15_000 });
      expect(evaluatePolicy(aPolicy(small), before)).toEqual(
        evaluatePolicy(aPolicy(small), { ...before, alreadyBackMinor: 0 }),
      );
      expect(evaluatePolicy(aPolicy(small), before)).toMatchObject({ straightThrough: true });
    });

    test("says so to whoever reads the decision", () => {
      const facts = policyFacts({ amountMinor: 15_000, alreadyBackMinor: 9_000 });
      const trace = evaluatePolicy(aPolicy(small), facts);
      expect(describeTrace(trace, facts, "en").at(-1)).toEqual({
        rowNumber: null,
        hit: false,
        text: "It does not go by itself: with the CNY 90.00 that went back over the same payment before, it makes CNY 240.00, more than goes without a person.",
      });
      expect(describeFacts(facts, "zh-CN").at(-1)).toBe("同一笔交易此前已退或正在退 CNY 90.00");
    });
  });

  test.each([
    ["networks", cardNetworks, networkWords],
    ["channels", caseChannels, channelWords],
  ])("knows the words of all %s", (_name, words, table) => {
    expect(Object.keys(table).sort()).toEqual([...words].sort());
  });
});

describe("the difference of two versions", () => {
  const rows = defaultPolicy.rows;
  const words = (before = defaultPolicy, after = defaultPolicy) =>
    diffPolicies(before, after).map((change) => change.words.en);

  test("is nothing between a text and itself", () => {
    expect(diffPolicies(defaultPolicy, { ...defaultPolicy })).toEqual([]);
  });

  test("says what is new, gone, moved and changed, and nothing of the rest", () => {
    const first = rows[0] ?? aRow();
    expect(words(defaultPolicy, { ...defaultPolicy, rows: [...rows, aRow()] })).toEqual([
      "Row 11 is new: Whatever the case, a person decides.",
    ]);
    expect(words(defaultPolicy, { ...defaultPolicy, rows: rows.slice(1) })).toEqual([
      "Row 1 is gone: If no matching sale is on file, a person decides.",
    ]);
    expect(words(defaultPolicy, { ...defaultPolicy, rows: [...rows.slice(1), first] })).toEqual([
      "Row 1 moved to place 10",
    ]);
    expect(
      words(defaultPolicy, { ...defaultPolicy, rows: [{ ...first, outcome: "DECLINE" }, ...rows.slice(1)] }),
    ).toEqual(["Row 1 no longer says “leave to a person” but “decline”"]);
    expect(words(defaultPolicy, { ...defaultPolicy, windowDays: 14 })).toEqual(["The window"]);
  });

  test("says that days are counted by another zone's calendar, which binds", () => {
    expect(diffPolicies(defaultPolicy, { ...defaultPolicy, timeZone: "Asia/Urumqi" })).toEqual([
      {
        ...{ part: "TIMES", kind: "CHANGED", rowBefore: null, rowAfter: null, binds: true },
        words: { zh: "计算天数的时区", en: "The time zone in which days are counted" },
        before: { zh: "Asia/Shanghai", en: "Asia/Shanghai" },
        after: { zh: "Asia/Urumqi", en: "Asia/Urumqi" },
      },
    ]);
  });

  test("tells wording from what binds", () => {
    const [first = aRow(), ...others] = rows;
    const reworded = {
      ...defaultPolicy,
      rows: [{ ...first, because: { zh: "查找。", en: "Look for it." } }, ...others],
    };
    expect(diffPolicies(defaultPolicy, reworded).map(({ binds }) => binds)).toEqual([false]);
    expect(diffPolicies(defaultPolicy, { ...defaultPolicy, windowDays: 8 }).map(({ binds }) => binds)).toEqual([true]);
  });
});

describe("a draft", () => {
  const facts = (change: Partial<DraftFacts> = {}): DraftFacts => ({
    state: "IN_REVIEW",
    authorIds: ["author"],
    proposedById: "author",
    approvedByIds: [],
    kind: "MAJOR",
    note: "Small double charges no longer wait.",
    gaps: 0,
    unreachable: 0,
    tooLarge: false,
    faults: 0,
    testsFailing: 0,
    unchanged: false,
    decidesOtherwise: true,
    ...change,
  });
  const officer = anActor("COMPLIANCE_OFFICER");
  const codes = (change: Partial<DraftFacts>, action: Parameters<typeof draftRefusals>[1], actor = officer) =>
    draftRefusals(facts(change), action, actor).map(({ code }) => code);

  test("in review is approved by somebody who wrote none of it, and by each once", () => {
    expect(codes({}, "APPROVE")).toEqual([]);
    expect(codes({ authorIds: ["author", ids.compliance] }, "APPROVE")).toEqual(["OWN_DRAFT"]);
    expect(codes({ proposedById: ids.compliance }, "APPROVE")).toEqual(["OWN_DRAFT"]);
    expect(codes({ approvedByIds: [ids.compliance] }, "APPROVE")).toEqual(["ALREADY_APPROVED_BY_YOU"]);
  });

  test.each([
    ["one approval is missing", { approvedByIds: ["one"] }, "APPROVALS_MISSING"],
    ["a test fails", { testsFailing: 1 }, "TESTS_FAIL"],
    ["there is a gap", { gaps: 3 }, "GAPS"],
    ["nothing reaches a row", { unreachable: 1 }, "UNREACHABLE_ROWS"],
    ["nobody could reckon it to its end", { tooLarge: true }, "TABLE_TOO_LARGE"],
    ["it was published before", { state: "PUBLISHED" as const }, "WRONG_STATE"],
  ])("is not published while %s, for that reason alone", (_why, change, code) => {
    expect(codes({ state: "APPROVED", approvedByIds: ["one", "two"], ...change }, "PUBLISH")).toEqual([code]);
  });

  test("that decides otherwise is no mere change of wording", () => {
    expect(codes({ state: "DRAFT", kind: "MINOR" }, "SUBMIT")).toEqual(["DECIDES_OTHERWISE"]);
    expect(codes({ state: "DRAFT", kind: "MINOR", decidesOtherwise: false }, "SUBMIT")).toEqual([]);
  });

  test("is neither written nor published by an agent, and all reasons are given", () => {
    const agent = anActor("SUPPORT_AGENT");
    expect(codes({}, "EDIT", agent)).toEqual(["WRONG_STATE", "NOT_PERMITTED"]);
    expect(codes({ gaps: 1, testsFailing: 2 }, "PUBLISH", agent)).toEqual([
      "WRONG_STATE",
      "NOT_PERMITTED",
      "APPROVALS_MISSING",
      "GAPS",
      "TESTS_FAIL",
    ]);
  });
});

describe("facts of the past under another text", () => {
  test("are in time by the new window, unless somebody let the window go", () => {
    const longer = { ...defaultPolicy, windowDays: 14 };
    const late = policyFacts({ daysSinceSale: 10, withinWindow: false });
    expect(restateFacts(late, defaultPolicy, longer).withinWindow).toBe(true);
    const waived = policyFacts({ daysSinceSale: 10, withinWindow: true });
    expect(restateFacts(waived, defaultPolicy, { ...defaultPolicy, windowDays: 5 }).withinWindow).toBe(true);
  });

  test("are the same under the same text", () => {
    expect(restateFacts(policyFacts(), defaultPolicy, defaultPolicy)).toEqual(policyFacts());
  });
});

test("a test that comes out otherwise says what it got", () => {
  const runs = runTests(defaultPolicy, [
    { id: "1", facts: policyFacts(), expected: "APPROVE" },
    { id: "2", facts: policyFacts({ proofPresent: false }), expected: "APPROVE" },
  ]);
  expect(runs).toMatchObject([
    { id: "1", passed: true },
    { id: "2", passed: false, got: "REVIEW", trace: { rowNumber: 6 } },
  ]);
});

test.each(["policy.write", "policy.approve", "policy.publish"] as const)(
  "whoever lacks %s is told which right it takes, not which role: those are the administrators' to change",
  (needs) => {
    for (const refusal of [{ code: "NOT_PERMITTED", needs }, { code: "OWN_DRAFT" }] as const)
      for (const locale of ["zh-CN", "en"] as const) {
        const text = draftRefusalText(refusal, locale);
        const right = permissionNames[refusal.code === "OWN_DRAFT" ? "policy.approve" : needs];
        expect(text).toContain(locale === "en" ? `“${right.en}”` : `“${right.zh}”`);
        expect(text).not.toMatch(/compliance|supervisor|合规专员|主管/i);
      }
  },
);
