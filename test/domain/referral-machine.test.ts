import { describe, expect, test } from "vitest";
import { findClockRule } from "../../server/clocks/domain/rules.ts";
import { day } from "../../server/kernel/day.ts";
import { agencies } from "../../server/referrals/domain/agencies.ts";
import { openFrom, referralEndings, referralSteps } from "../../server/referrals/domain/referral-machine.ts";
import { agencyOutcomes, type ReferralState, referralStates } from "../../server/referrals/domain/words.ts";

const ended: readonly ReferralState[] = [
  ...agencyOutcomes.map((outcome) => referralEndings[outcome].state),
  "WITHDRAWN",
];

function reachable(): ReadonlySet<ReferralState> {
  const reached = new Set<ReferralState>(["LODGED"]);
  for (const state of reached) {
    const { steps, outcomes } = openFrom(state);
    for (const step of steps) reached.add(referralSteps[step].to);
    for (const outcome of outcomes) reached.add(referralEndings[outcome].state);
  }
  return reached;
}

describe("a complaint at an agency", () => {
  // The customer withdraws the case, and with it the complaint.
  test.each(referralStates.filter((state) => state !== "WITHDRAWN"))("%s can be reached", (state) => {
    expect(reachable()).toContain(state);
  });

  test.each(referralStates.filter((state) => !ended.includes(state)))("out of %s a way leads on", (state) => {
    const { steps, outcomes } = openFrom(state);
    expect(steps.length + outcomes.length).toBeGreaterThan(0);
  });

  test.each(ended)("%s is the end of it", (state) => {
    expect(openFrom(state)).toEqual({ steps: [], outcomes: [] });
  });

  test("nothing is mediated that the agency has not taken on", () => {
    expect(openFrom("LODGED").outcomes).toEqual(["COMPLAINT_REFUSED"]);
    expect(openFrom("ACKNOWLEDGED").outcomes).toContain("MEDIATED_REFUND");
  });

  test("what was mediated is settled, whatever part of the claim it is, and closes when the money has gone", () => {
    expect(referralEndings.MEDIATED_REFUND).toMatchObject({ to: "REFUNDING", outcome: "SETTLED" });
  });
});

describe("the directory of agencies", () => {
  test.each(agencies)(
    "$code says in both languages who it is, how it is reached and what a complaint must say",
    (agency) => {
      for (const { zh, en } of [agency.name, agency.channel, agency.whoMayUseIt, ...agency.requiredContent]) {
        expect(zh).not.toBe("");
        expect(en).not.toBe("");
      }
      expect(agency.address).toMatch(/^https:/);
      expect(agency.requiredContent.length).toBeGreaterThan(0);
    },
  );

  test.each(agencies)("$code runs by clocks that the desk knows", ({ clockOnLodging, clockOnMediation }) => {
    for (const rule of [clockOnLodging, clockOnMediation]) {
      if (rule !== null) expect(findClockRule(rule, day("2026-10-01"))).not.toBeNull();
    }
  });

  test("has each agency once", () => {
    expect(new Set(agencies.map(({ code }) => code)).size).toBe(agencies.length);
  });
});
