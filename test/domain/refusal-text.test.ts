import { describe, expect, test } from "vitest";
import { type Refusal, type RefusalCode, refusalCodes } from "../../server/cases/domain/refusal.ts";
import { refusalText } from "../../server/cases/domain/refusal-text.ts";
import { shutText } from "../../server/cases/domain/shut-text.ts";
import { workflow } from "../../server/cases/domain/workflow.ts";
import { permissions } from "../../server/staff/domain/permissions.ts";
import { builtInBook } from "../../server/staff/domain/role-book.ts";
import { cny } from "../support/a-case.ts";

const at = new Date("2026-10-09T23:59:59.999+08:00");

const examples: { readonly [C in RefusalCode]: Extract<Refusal, { code: C }> } = {
  WRONG_STATE: { code: "WRONG_STATE", state: "AT_BANK" },
  NOT_PERMITTED: { code: "NOT_PERMITTED", needs: "approval.first" },
  NOT_AT_WORK: { code: "NOT_AT_WORK" },
  KEY_ENDED: { code: "KEY_ENDED" },
  THREAD_NOT_YOURS: { code: "THREAD_NOT_YOURS", own: "MERCHANT" },
  TRAINING_MISSING: { code: "TRAINING_MISSING", course: "bank-disputes" },
  NO_TRANSACTION: { code: "NO_TRANSACTION" },
  PAYMENT_KNOWN: { code: "PAYMENT_KNOWN" },
  PAYMENT_NOT_THERE: { code: "PAYMENT_NOT_THERE" },
  PAYMENT_HAS_CASE: { code: "PAYMENT_HAS_CASE", number: "RD-26-000001" },
  PAYMENT_CURRENCY_DIFFERS: { code: "PAYMENT_CURRENCY_DIFFERS", claimed: "CNY", paid: "USD" },
  CHECKS_OPEN: { code: "CHECKS_OPEN", checks: ["PROOF_PRESENT", "GOODS_STATE"] },
  CHECK_IS_AUTOMATIC: { code: "CHECK_IS_AUTOMATIC", check: "WITHIN_WINDOW" },
  WAIVER_NEEDS_APPROVAL: { code: "WAIVER_NEEDS_APPROVAL", check: "GOODS_STATE" },
  WAIVER_WAITS: { code: "WAIVER_WAITS", check: "GOODS_STATE" },
  CHECK_NOT_OPEN: { code: "CHECK_NOT_OPEN", check: "GOODS_STATE" },
  REFUND_NOT_FAILED: { code: "REFUND_NOT_FAILED" },
  PROOF_OF_PAYMENT_MISSING: { code: "PROOF_OF_PAYMENT_MISSING" },
  REASON_MISSING: { code: "REASON_MISSING" },
  AMOUNT_NOT_POSITIVE: { code: "AMOUNT_NOT_POSITIVE" },
  CURRENCY_DIFFERS: { code: "CURRENCY_DIFFERS", expected: "CNY" },
  ABOVE_REFUNDABLE: { code: "ABOVE_REFUNDABLE", refundable: cny(1299) },
  NOTHING_LEFT_OF_CLAIM: { code: "NOTHING_LEFT_OF_CLAIM", claimed: cny(860) },
  BANK_HAS_THE_MONEY: { code: "BANK_HAS_THE_MONEY" },
  ABOVE_CLAIM: { code: "ABOVE_CLAIM", claimed: cny(860), left: cny(460) },
  POLICY_DOES_NOT_APPROVE: { code: "POLICY_DOES_NOT_APPROVE" },
  OVERRIDE_REASON_MISSING: { code: "OVERRIDE_REASON_MISSING", verdict: "DECLINE" },
  OWN_PROPOSAL: { code: "OWN_PROPOSAL" },
  ALREADY_APPROVED_BY_YOU: { code: "ALREADY_APPROVED_BY_YOU" },
  DECIDED_THE_CASE: { code: "DECIDED_THE_CASE" },
  WOULD_BE_PAID: { code: "WOULD_BE_PAID" },
  OWN_CASE: { code: "OWN_CASE" },
  DELEGATE_OF_BARRED: { code: "DELEGATE_OF_BARRED", name: "陈静" },
  APPROVAL_LAPSED: { code: "APPROVAL_LAPSED", at },
  APPEAL_WINDOW_CLOSED: { code: "APPEAL_WINDOW_CLOSED", closedAt: at },
  APPEAL_WINDOW_OPEN: { code: "APPEAL_WINDOW_OPEN", openUntil: at },
  REOPEN_WINDOW_CLOSED: { code: "REOPEN_WINDOW_CLOSED", closedAt: at },
  NO_OFFER: { code: "NO_OFFER" },
  OFFER_OPEN: { code: "OFFER_OPEN", openUntil: at },
  OFFER_LAPSED: { code: "OFFER_LAPSED", at },
  OWN_OFFER: { code: "OWN_OFFER" },
  MERCHANT_STILL_HAS_TIME: { code: "MERCHANT_STILL_HAS_TIME" },
  MERCHANT_NOT_ASKED: { code: "MERCHANT_NOT_ASKED" },
  REFUND_IN_FLIGHT: { code: "REFUND_IN_FLIGHT" },
  REFUND_PAID_OUTSIDE: { code: "REFUND_PAID_OUTSIDE" },
  REFUND_NOT_RETRYABLE: { code: "REFUND_NOT_RETRYABLE" },
  UNKNOWN_REASON_CODE: { code: "UNKNOWN_REASON_CODE", network: "VISA", reasonCode: "99.9" },
  STEP_NOT_OPEN: { code: "STEP_NOT_OPEN", step: "dispute:REPRESENT" },
  CLOCK_STILL_RUNS: { code: "CLOCK_STILL_RUNS" },
  ALREADY_THEIRS: { code: "ALREADY_THEIRS" },
  ASSIGNEE_CANNOT_WORK: { code: "ASSIGNEE_CANNOT_WORK" },
  UNKNOWN_STAFF: { code: "UNKNOWN_STAFF" },
  UNKNOWN_COLLEAGUE: { code: "UNKNOWN_COLLEAGUE" },
  MESSAGE_NOT_HELD: { code: "MESSAGE_NOT_HELD" },
  SNOOZE_OUT_OF_RANGE: { code: "SNOOZE_OUT_OF_RANGE", mostDays: 90 },
  NOT_SNOOZED: { code: "NOT_SNOOZED" },
  FILE_TOO_LARGE: { code: "FILE_TOO_LARGE", mostBytes: 10 * 1024 * 1024 },
  TOO_MANY_FILES: { code: "TOO_MANY_FILES", most: 40 },
  FILE_NOT_THERE: { code: "FILE_NOT_THERE" },
  FILE_ALREADY_ATTACHED: { code: "FILE_ALREADY_ATTACHED" },
};

const all: readonly Refusal[] = [
  ...Object.values(examples),
  ...permissions.map((needs): Refusal => ({ code: "NOT_PERMITTED", needs })),
  ...(["APPROVE", "DECLINE", "REVIEW"] as const).map(
    (verdict): Refusal => ({ code: "OVERRIDE_REASON_MISSING", verdict }),
  ),
  { code: "REOPEN_WINDOW_CLOSED", closedAt: null },
  { code: "ABOVE_REFUNDABLE", refundable: cny(0) },
  { code: "ABOVE_REFUNDABLE", refundable: cny(-1) },
];

describe("a refusal", () => {
  test.each(all)("$code is said in both languages, in whole sentences, with a word about the money", (refusal) => {
    const [zh, en] = [refusalText(refusal, "zh-CN", builtInBook), refusalText(refusal, "en", builtInBook)];
    expect(zh).toMatch(/。$/);
    expect(zh).toMatch(/资金|退款|款项|付款|可退/);
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(en).toMatch(/money|held|refund|paid|sent|go back/i);
    // No code, no key of a program and nothing that was left out gets to a reader.
    expect(`${zh} ${en}`).not.toMatch(/undefined|null|\[object|[A-Z]{2,}_[A-Z]|\{|\}/);
    expect(zh).not.toMatch(/,(?!\d)|[;!?]|\.(?!\d|cn)/);
  });

  test("stands for every code that there is", () => {
    expect(Object.keys(examples).toSorted()).toEqual(refusalCodes.toSorted());
  });

  test("writes amounts with their currency, and moments in China's time", () => {
    expect(refusalText(examples.ABOVE_REFUNDABLE, "en", builtInBook)).toContain("Only CNY 1,299.00 can still go back");
    expect(refusalText(examples.ABOVE_REFUNDABLE, "zh-CN", builtInBook)).toContain("最多可退 CNY 1,299.00");
    expect(refusalText(examples.APPEAL_WINDOW_CLOSED, "en", builtInBook)).toContain(
      "9 October 2026 at 23:59 China time",
    );
    expect(refusalText(examples.APPEAL_WINDOW_CLOSED, "zh-CN", builtInBook)).toContain("北京时间2026年10月9日");
  });

  test("sends no customer to a bank or an agency that may have decided: their page knows", () => {
    for (const locale of ["en", "zh-CN"] as const)
      expect(refusalText(examples.APPEAL_WINDOW_CLOSED, locale, builtInBook)).not.toMatch(/12315|bank|银行|发卡行/);
  });

  test("names whoever can do it instead", () => {
    expect(refusalText(examples.NOT_PERMITTED, "en", builtInBook)).toContain("It takes a supervisor");
    expect(refusalText({ code: "NOT_PERMITTED", needs: "approval.second" }, "zh-CN", builtInBook)).toContain(
      "须由合规专员执行",
    );
  });

  test("names the checks that are open", () => {
    expect(refusalText(examples.CHECKS_OPEN, "en", builtInBook)).toContain("“proof present” and “state of the goods”");
    expect(refusalText(examples.CHECKS_OPEN, "zh-CN", builtInBook)).toContain("“凭证齐全”和“货物状态”");
  });
});

/** What the rules can hold against an action before anybody has filled in anything, each named for its guard. */
const ofGuards = new Set(
  Object.values(workflow)
    .flatMap(({ unless }) => unless)
    .map(({ name }) => name.replace(/[A-Z]/g, "_$&").toUpperCase()),
);

describe("a reason beside an action that is shut", () => {
  const beside = all.filter(({ code }) => ofGuards.has(code) || code === "ALREADY_THEIRS");

  test("is looked for among many", () => {
    expect(beside.length).toBeGreaterThan(15);
    expect(beside.map(({ code }) => code)).toEqual(expect.arrayContaining(["REFUND_NOT_RETRYABLE", "OWN_CASE"]));
  });

  test.each(beside)("$code does not say what was not done: nobody has asked for it", (refusal) => {
    const [zh, en] = [shutText(refusal, "zh-CN", builtInBook), shutText(refusal, "en", builtInBook)];
    expect(en).not.toMatch(
      /(nothing|no money|this|it) (was|has) (not )?(been )?(sent|recorded|changed|moved|done|attached)/i,
    );
    expect(zh).not.toMatch(/未(作登记|发送|作变更|作记录)|没有执行|不会因此变动/);
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(zh).toMatch(/。$/);
  });

  test("keeps what was not done for whoever has asked for it", () => {
    expect(refusalText(examples.REFUND_NOT_RETRYABLE, "en", builtInBook)).toContain("so nothing was sent");
    expect(refusalText(examples.REFUND_NOT_FAILED, "zh-CN", builtInBook)).toContain("未作登记");
  });
});
