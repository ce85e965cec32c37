import { describe, expect, test } from "vitest";
import type { CaseFacts } from "../../server/cases/domain/case-facts.ts";
import { caseActions } from "../../server/cases/domain/words.ts";
import { limitOfAction } from "../../server/desk/domain/limit-of-action.ts";
import { money } from "../../server/kernel/money.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import { builtInRights } from "../../server/staff/domain/role-book.ts";
import { aCase, aCaseFor, cny } from "../support/a-case.ts";

const rule = { approvalTiers: defaultPolicy.approvalTiers, always: [], alreadyBackMinor: 0n } as const;
const agent = builtInRights("SUPPORT_AGENT");
const supervisor = builtInRights("SUPERVISOR");

function granting(change: Partial<CaseFacts>, permissions = supervisor): string | null {
  const facts = aCaseFor("GRANT_APPROVAL", change);
  return limitOfAction(facts, { action: "GRANT_APPROVAL", to: "REFUNDING" }, rule, permissions, "en");
}

describe("the limit that an action's sheet shows", () => {
  test("stands where the money's way turns on it, and nowhere else", () => {
    const shown = caseActions.filter(
      (action) => limitOfAction(aCase(), { action, to: "REFUNDING" }, rule, agent, "en") !== null,
    );
    expect(shown.sort()).toEqual(["ACCEPT_OFFER", "APPROVE_REFUND", "MAKE_OFFER", "RECORD_AGENCY_OUTCOME"]);
  });

  test("is that of the case's currency", () => {
    const facts = aCase({ amount: money(12_900n, "JPY") });
    expect(limitOfAction(facts, { action: "APPROVE_REFUND", to: "REFUNDING" }, rule, agent, "en")).toMatch(
      /up to JPY 20,000 alone/,
    );
  });

  test("is silent where an agency's word moves no money, and to whoever may not approve", () => {
    const outcome = { action: "RECORD_AGENCY_OUTCOME", to: "CLOSED" } as const;
    expect(limitOfAction(aCase(), outcome, rule, agent, "en")).toBeNull();
    const approve = { action: "APPROVE_REFUND", to: "REFUNDING" } as const;
    expect(limitOfAction(aCase(), approve, rule, builtInRights("TRAINER"), "en")).toBeNull();
  });

  test("of an approval is that of the level which is asked for", () => {
    const large = { proposedAmount: cny(1_200), approvalsMissing: ["approval.first"] } as const;
    expect(granting(large)).toMatch(/others propose up to CNY 10,000\.00/);
    expect(granting(large, agent)).toBeNull();
  });

  test("of an approval is silent where today's policy asks for others than were asked", () => {
    expect(
      granting({ proposedAmount: cny(1_200), approvalsMissing: ["approval.first", "approval.second"] }),
    ).toBeNull();
    expect(granting({ proposedAmount: cny(500), approvalsMissing: ["approval.first"] })).toBeNull();
    const compliance = builtInRights("COMPLIANCE_OFFICER");
    expect(granting({ proposedAmount: cny(50_000), approvalsMissing: ["approval.second"] }, compliance)).toMatch(
      /whatever the amount/,
    );
  });
});
