import { describe, expect, test } from "vitest";
import { type ApprovalFacts, mayDecide, standingOf } from "../../server/approvals/domain/may-decide.ts";
import { approvalTerms, datesOf } from "../../server/approvals/domain/terms.ts";
import { approvalSubjectKinds } from "../../server/approvals/domain/words.ts";
import { anActor, ids, later, now } from "../support/a-case.ts";
import { anApproval, anApprover, awayAs } from "../support/an-approval.ts";

const codes = (request: ApprovalFacts, actor = anApprover(), at = now) =>
  mayDecide(request, actor, at).map(({ code }) => code);
const away = "0199d6a0-0000-7000-8000-0000000000b1";
const other = "0199d6a0-0000-7000-8000-0000000000b2";

describe("a request for approval", () => {
  test("is decided by whoever holds the right that is next", () => {
    expect(codes(anApproval())).toEqual([]);
  });

  test.each([
    ["proposed it", { proposerId: ids.supervisor }, "OWN_PROPOSAL"],
    ["decided the case", { barred: [{ staffId: ids.supervisor, because: "DECIDED_THE_CASE" }] }, "DECIDED_THE_CASE"],
    ["would be paid", { barred: [{ staffId: ids.supervisor, because: "WOULD_BE_PAID" }] }, "WOULD_BE_PAID"],
    ["wrote it", { barred: [{ staffId: ids.supervisor, because: "AUTHOR" }] }, "AUTHOR"],
    ["has agreed before", { agreedIds: [ids.supervisor] }, "ALREADY_DECIDED"],
    ["comes after it was granted", { state: "GRANTED" }, "NOT_OPEN"],
    ["comes after it was called off", { state: "CALLED_OFF" }, "NOT_OPEN"],
    ["comes too late", { expiresAt: later(-1) }, "EXPIRED"],
    ["holds another level", { missing: ["approval.second"] }, "NOT_YOUR_LEVEL"],
    ["comes before their turn", { missing: ["approval.second", "approval.first"] }, "OUT_OF_TURN"],
  ] as const)("is shut to somebody who %s, for that reason alone", (_who, change, code) => {
    expect(codes(anApproval(change))).toEqual([code]);
  });

  test("says every reason, not the first", () => {
    const request = anApproval({
      proposerId: ids.supervisor,
      barred: [{ staffId: ids.supervisor, because: "WOULD_BE_PAID" }],
      expiresAt: later(-1),
    });
    expect(codes(request)).toEqual(["EXPIRED", "OWN_PROPOSAL", "WOULD_BE_PAID"]);
  });

  test("can be decided up to and at its last instant", () => {
    const request = anApproval({ expiresAt: now });
    expect(codes(request)).toEqual([]);
    expect(codes(request, anApprover(), new Date(now.getTime() + 1))).toEqual(["EXPIRED"]);
  });

  test("that needs the same right twice needs two people", () => {
    const two = anApproval({ missing: ["approval.first", "approval.first"] });
    expect(codes(two)).toEqual([]);
    expect(codes({ ...two, missing: ["approval.first"], agreedIds: [ids.supervisor] })).toEqual(["ALREADY_DECIDED"]);
    expect(
      codes({ ...two, missing: ["approval.first"], agreedIds: [ids.supervisor] }, anApprover({ id: other })),
    ).toEqual([]);
  });

  test("is nobody's who is no member of staff, whatever they may do", () => {
    expect(codes(anApproval(), anApprover({ id: null }))).toEqual(["NOT_YOUR_LEVEL"]);
  });
});

describe("standing in for a colleague who is away", () => {
  const agent = (standIn = awayAs("SUPERVISOR", away)) =>
    anActor("SUPPORT_AGENT", { id: other, standsInFor: [standIn] });

  test("gives their right, and says for whom", () => {
    expect(standingOf(anApproval(), agent(), now)).toMatchObject({ standsInFor: { staffId: away }, reasons: [] });
  });

  test("is not needed where one's own right will do", () => {
    const supervisor = anApprover({ standsInFor: [awayAs("SUPERVISOR", away)] });
    expect(standingOf(anApproval(), supervisor, now)).toEqual({ standsInFor: null, reasons: [] });
  });

  test.each([
    ["proposed it", { proposerId: away }],
    ["would be paid", { barred: [{ staffId: away, because: "WOULD_BE_PAID" }] }],
    ["has agreed already", { agreedIds: [away] }],
  ] as const)("does not reach what the colleague %s", (_what, change) => {
    expect(codes(anApproval(change), agent())).toEqual(["DELEGATE_OF_BARRED"]);
  });

  test("never makes somebody a judge of their own proposal", () => {
    expect(codes(anApproval({ proposerId: other }), agent())).toEqual(["OWN_PROPOSAL"]);
  });

  test("gives nothing that the colleague holds only by standing in for another", () => {
    expect(awayAs("SUPPORT_AGENT", away).rights.size).toBe(0);
    expect(codes(anApproval(), agent(awayAs("SUPPORT_AGENT", away)))).toEqual(["NOT_YOUR_LEVEL"]);
  });

  test("passes over a colleague who is barred for one who is not", () => {
    const both = anActor("SUPPORT_AGENT", {
      id: other,
      standsInFor: [awayAs("SUPERVISOR", ids.compliance), awayAs("SUPERVISOR", away)],
    });
    expect(standingOf(anApproval({ proposerId: ids.compliance }), both, now)).toMatchObject({
      standsInFor: { staffId: away },
      reasons: [],
    });
  });

  test("lets nobody give two agreements, one for themselves and one for the colleague", () => {
    const supervisor = anApprover({ standsInFor: [awayAs("COMPLIANCE_OFFICER", away)] });
    expect(codes(anApproval({ missing: ["approval.second"], agreedIds: [ids.supervisor] }), supervisor)).toEqual([
      "ALREADY_DECIDED",
    ]);
  });
});

test.each(approvalSubjectKinds)("a %s is raised before it lapses", (kind) => {
  const { escalatesAt, expiresAt } = datesOf(kind, now);
  expect(now < escalatesAt && escalatesAt < expiresAt).toBe(true);
  expect(approvalTerms[kind].expiresAfterDays).toBeLessThanOrEqual(31);
});
