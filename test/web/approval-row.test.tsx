import { screen } from "@testing-library/react";
import type { ComponentProps } from "react";
import { describe, expect, test, vi } from "vitest";
import { ApprovalRow } from "../../web/approvals/ApprovalRow.tsx";
import { show } from "./support.tsx";

type Approval = ComponentProps<typeof ApprovalRow>["approval"];

const chen = { id: "s-1", name: "陈静" };
/** A refund that a supervisor has agreed to through a deputy, and that waits for compliance. */
const anApproval = (change: object = {}): Approval =>
  ({
    id: "a-1",
    kind: "REFUND",
    roleChange: null,
    state: "OPEN",
    mayReject: true,
    inPlaceOf: null,
    reason: "Seen at the counter",
    openedAt: "2026-11-27T04:28:00.000Z",
    expiresAt: "2999-12-04T04:28:00.000Z",
    escalatedAt: null,
    closedAt: null,
    amount: { minor: "1200000", currency: "CNY" },
    proposer: { id: "s-2", name: "李娜" },
    reasons: [],
    facts: [],
    case: { id: "c-1", number: "RD-26-000241" },
    asked: [],
    levels: [
      {
        right: "APPROVAL_FIRST",
        next: false,
        decision: {
          verdict: "GRANT",
          note: "Fine.",
          at: "2026-11-27T05:00:00.000Z",
          by: { id: "s-3", name: "Emma Clarke" },
          inPlaceOf: chen,
        },
      },
      { right: "APPROVAL_SECOND", next: true, decision: null },
    ],
    deciders: [
      { staff: { id: "s-4", name: "Wang" }, away: null, inPlaceOf: null, reasons: [] },
      {
        staff: { id: "s-5", name: "Zhao" },
        away: null,
        inPlaceOf: null,
        reasons: [{ code: "OWN_PROPOSAL", message: "Proposed it." }],
      },
    ],
    ...change,
  }) as unknown as Approval;

const row = (approval: Approval) => <ApprovalRow approval={approval} selected={false} onSelect={vi.fn()} />;

describe("a request for approval", () => {
  test("tells its levels apart where they need the same right", async () => {
    const level = { right: "POLICY_APPROVE", decision: null };
    await show(
      row(
        anApproval({
          levels: [
            { ...level, next: true },
            { ...level, next: false },
          ],
        }),
      ),
    );
    expect(screen.getByText("Approval 1 of 2")).toBeTruthy();
    expect(screen.getByText("Approval 2 of 2")).toBeTruthy();
  });

  test("says what, how much, who asks, and each level with for whom it was given", async () => {
    await show(row(anApproval()));
    expect(screen.getByRole("link", { name: "RD-26-000241" })).toHaveProperty("pathname", "/cases/RD-26-000241");
    expect(screen.getByText("12,000.00", { exact: false })).toBeTruthy();
    expect(screen.getByText(/Emma Clarke agreed for 陈静/)).toBeTruthy();
    expect(
      screen
        .getByText(/This level is next/)
        .closest("li")
        ?.getAttribute("aria-current"),
    ).toBe("step");
  });

  test("names the course that is missing, with the way to it and who could meanwhile", async () => {
    const course = { id: "k-1", code: "above-limit-approval", title: "Approving above the limit" };
    const reasons = [{ code: "TRAINING_MISSING", message: "No record.", course, colleagues: [chen] }];
    await show(row(anApproval({ reasons })));
    // Turning it down needs none, so it can be chosen all the same.
    expect(screen.getByRole("checkbox")).toBeTruthy();
    expect(screen.getByRole("link", { name: /Approving above the limit/ })).toHaveProperty(
      "pathname",
      "/learn/above-limit-approval",
    );
    expect(screen.getByText("Colleagues who can: 陈静")).toBeTruthy();
  });

  test("says who may and who may not, and why", async () => {
    await show(row(anApproval()));
    expect(screen.getByText("May decide")).toBeTruthy();
    expect(screen.getByText("Proposed it.")).toBeTruthy();
  });

  const awayWith = (delegate: object) => ({
    deciders: [
      {
        staff: { id: "s-4", name: "Wang" },
        away: { id: "d-1", endsAt: "2999-11-30T16:00:00.000Z", delegate },
        inPlaceOf: null,
        reasons: [],
      },
    ],
  });

  test("says who of them is away, to the end of which day, and who stands in", async () => {
    await show(row(anApproval(awayWith({ id: "s-3", name: "Emma Clarke", active: true }))));
    expect(screen.getByText(/^Away until Sat 30 Nov 2999; Emma Clarke stands in$/)).toBeTruthy();
    expect(screen.getByText("May decide")).toBeTruthy();
  });

  test("says that nobody stands in where that colleague has left, in Chinese too", async () => {
    await show(row(anApproval(awayWith({ id: "s-3", name: "王芳", active: false }))), "zh-CN");
    expect(screen.getByText(/^外出至 2999年11月30日 周六，无人代理（王芳已不能登录）$/)).toBeTruthy();
  });

  test.each([
    ["REFUND", /nothing is paid: the money held is free again/],
    ["MANUAL_REFUND", /What was paid outside is not called back/],
    ["CHECK_WAIVER", /the check still has to pass/],
    ["ROLE", /the role stays as it is/],
    ["POLICY_VERSION", /under the version in force/],
  ])("of %s says what becomes of the matter and its money where nobody decides", async (kind, then) => {
    await show(row(anApproval({ kind, case: null })));
    expect(screen.getByText(/^Lapses unless decided by/)).toBeTruthy();
    expect(screen.getByText(then)).toBeTruthy();
  });

  test.each([
    ["WAIVED", /^Identity confirmed: to be waived/],
    ["NOT_NEEDED", /^Identity confirmed: to be marked as not needed/],
  ])("of a check says that it would be %s", async (outcome, words) => {
    const facts = [
      { name: "check", value: "IDENTITY_CONFIRMED" },
      { name: "outcome", value: outcome },
    ];
    await show(row(anApproval({ kind: "CHECK_WAIVER", facts })));
    expect(screen.getByText(words)).toBeTruthy();
  });

  test("of a policy says whose, in the reader's language, as two drafts can have one number", async () => {
    const facts = [
      { name: "policy", value: "category-7011" },
      { name: "labelZh", value: "酒店住宿" },
      { name: "labelEn", value: "hotels" },
      { name: "version", value: "v2" },
    ];
    const { unmount } = await show(row(anApproval({ kind: "POLICY_VERSION", case: null, facts })));
    expect(screen.getByRole("link", { name: /^Draft of v2 for hotels:/ })).toBeTruthy();
    unmount();
    await show(row(anApproval({ kind: "POLICY_VERSION", case: null, facts })), "zh-CN");
    expect(screen.getByRole("link", { name: /^适用于酒店住宿的 v2 草案/ })).toBeTruthy();
  });

  test("says how little time is left on its last day, and that it is over when it is", async () => {
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const { unmount } = await show(row(anApproval({ expiresAt: inMinutes(20 * 60) })));
    expect(screen.getByText(/^(20|19) h left: decide by .+, or it lapses$/)).toBeTruthy();
    unmount();
    const lastHour = await show(row(anApproval({ expiresAt: inMinutes(12) })));
    expect(screen.getByText(/^1[12] min left: decide by .+, or it lapses$/)).toBeTruthy();
    lastHour.unmount();
    await show(row(anApproval({ expiresAt: inMinutes(-5), escalatedAt: inMinutes(-60) })));
    expect(screen.getByText(/^Its time ended .+; nobody can decide it any more/)).toBeTruthy();
    expect(screen.queryByText("Waited too long, raised")).toBeNull();
  });

  test("that is shut to the viewer cannot be selected, and says every reason", async () => {
    const reasons = [
      { code: "OWN_PROPOSAL", message: "You proposed this.", course: null, colleagues: [] },
      { code: "WOULD_BE_PAID", message: "The money would go to you.", course: null, colleagues: [] },
    ];
    await show(row(anApproval({ mayReject: false, reasons })));
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(screen.getByText("You proposed this.")).toBeTruthy();
    expect(screen.getByText("The money would go to you.")).toBeTruthy();
  });

  test("in a colleague's place says so, in Chinese too", async () => {
    await show(row(anApproval({ inPlaceOf: "陈静" })), "zh-CN");
    expect(screen.getByText("您代陈静审批")).toBeTruthy();
    expect(screen.getByRole("checkbox", { name: "选择 退款 RD-26-000241" })).toBeTruthy();
  });

  test("that is closed says how it ended and offers nothing", async () => {
    const levels = [{ right: "APPROVAL_FIRST", next: false, decision: null }];
    const ended = { state: "EXPIRED", closedAt: "2026-12-04T04:28:00.000Z", mayReject: false, deciders: [], levels };
    await show(row(anApproval(ended)));
    expect(screen.getByText("Lapsed")).toBeTruthy();
    expect(screen.getByText(/nothing was paid: the money held was freed/)).toBeTruthy();
    expect(screen.queryByText(/If it lapses/)).toBeNull();
    expect(screen.getByText("Never given")).toBeTruthy();
    expect(screen.queryByText("Who may decide")).toBeNull();
  });

  test("that lapsed says at its first missing level who had been asked for it", async () => {
    const level = { right: "APPROVAL_SECOND", next: false, decision: null };
    const levels = [{ ...level, right: "APPROVAL_FIRST" }, level];
    const asked = [chen, { id: "s-6", name: "Tom Baker" }];
    const ended = { state: "EXPIRED", closedAt: "2026-12-04T04:28:00.000Z", mayReject: false, deciders: [], levels };
    await show(row(anApproval({ ...ended, asked })));
    expect(screen.getByText("Never given; asked: 陈静 or Tom Baker")).toBeTruthy();
    expect(screen.getByText("Never given")).toBeTruthy();
  });
});
