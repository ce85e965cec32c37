import fc from "fast-check";
import { expect, test } from "vitest";
import { type ApprovalFacts, type Barred, standingOf } from "../../server/approvals/domain/may-decide.ts";
import { type ApprovalSubjectKind, approvalSubjectKinds, type BarReason } from "../../server/approvals/domain/words.ts";
import type { Actor } from "../../server/staff/domain/actor.ts";
import { reasonsAgainstDelegation, rightsToLend } from "../../server/staff/domain/delegation.ts";
import type { Permission } from "../../server/staff/domain/permissions.ts";
import { builtInRights } from "../../server/staff/domain/role-book.ts";
import type { StaffRole } from "../../server/staff/domain/roles.ts";
import { anActor, now } from "../support/a-case.ts";

const people = ["p0", "p1", "p2", "p3", "p4"] as const;
type Person = (typeof people)[number];
const person = fc.constantFrom(...people);
const deskRole = fc.constantFrom<StaffRole>(
  "SUPPORT_AGENT",
  "SUPERVISOR",
  "COMPLIANCE_OFFICER",
  "TRAINER",
  "ADMINISTRATOR",
);

/** What each kind can ask for, and who can stand on a side of it. A kind that is missing does not compile. */
interface Asking {
  readonly needs: readonly (readonly Permission[])[];
  readonly bars: readonly BarReason[];
}
const money: Asking = {
  needs: [["approval.first"], ["approval.second"], ["approval.first", "approval.second"]],
  bars: ["DECIDED_THE_CASE", "WOULD_BE_PAID"],
};
const askings: Readonly<Record<ApprovalSubjectKind, Asking>> = {
  REFUND: money,
  MANUAL_REFUND: money,
  CHECK_WAIVER: { needs: [["approval.first"]], bars: ["WOULD_BE_PAID"] },
  ROLE: { needs: [["role.approve"]], bars: ["WOULD_GAIN"] },
  POLICY_VERSION: { needs: [["policy.approve", "policy.approve"]], bars: ["AUTHOR"] },
};

type Move =
  | { readonly kind: "ROLE"; readonly who: Person; readonly role: StaffRole }
  | { readonly kind: "DELEGATE"; readonly from: Person; readonly to: Person }
  | { readonly kind: "RETURN"; readonly who: Person }
  | { readonly kind: "DECIDE"; readonly who: Person };

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant("ROLE" as const), who: person, role: deskRole }),
  fc.record({ kind: fc.constant("DELEGATE" as const), from: person, to: person }),
  fc.record({ kind: fc.constant("RETURN" as const), who: person }),
  { arbitrary: fc.record({ kind: fc.constant("DECIDE" as const), who: person }), weight: 4 },
);

const proposalOf = ({ needs, bars }: Asking) =>
  fc.record({
    proposerId: person,
    barred: fc.array(fc.record({ staffId: person, because: fc.constantFrom(...bars) }), { maxLength: 2 }),
    missing: fc.constantFrom(...needs),
  });

interface Given {
  readonly by: string;
  readonly inPlaceOf: string | null;
  readonly held: boolean;
}

/** Lives through the moves by the same pure rules as the desk, and tells every agreement that was let through. */
function live(request: ApprovalFacts, moves: readonly Move[]): { given: readonly Given[]; facts: ApprovalFacts } {
  const roles = new Map<Person, StaffRole>(people.map((who, at) => [who, at < 2 ? "SUPERVISOR" : "SUPPORT_AGENT"]));
  const away = new Map<Person, Person>();
  const given: Given[] = [];
  let facts = request;
  const roleOf = (who: Person) => roles.get(who) ?? "SUPPORT_AGENT";
  const actorOf = (who: Person): Actor =>
    anActor(roleOf(who), {
      id: who,
      permissions: builtInRights(roleOf(who)),
      standsInFor: [...away]
        .filter(([, delegate]) => delegate === who)
        .map(([from]) => ({ staffId: from, name: from, rights: rightsToLend(builtInRights(roleOf(from))) })),
    });
  for (const step of moves) {
    if (step.kind === "ROLE") roles.set(step.who, step.role);
    if (step.kind === "RETURN") away.delete(step.who);
    if (step.kind === "DELEGATE") {
      const against = reasonsAgainstDelegation({
        from: { id: step.from, permissions: builtInRights(roleOf(step.from)) },
        to: { id: step.to, permissions: builtInRights(roleOf(step.to)) },
        startsAt: now,
        endsAt: new Date(now.getTime() + 86_400_000),
        now,
        others: [],
      });
      if (against.length === 0) away.set(step.from, step.to);
    }
    if (step.kind !== "DECIDE") continue;
    const actor = actorOf(step.who);
    const { standsInFor, reasons } = standingOf(facts, actor, now);
    const [next, ...missing] = facts.missing;
    if (reasons.length > 0 || next === undefined) continue;
    const holder = standsInFor === null ? step.who : people.find((one) => one === standsInFor.staffId);
    given.push({
      by: step.who,
      inPlaceOf: standsInFor?.staffId ?? null,
      held: holder !== undefined && builtInRights(roleOf(holder)).has(next),
    });
    const agreed = [step.who, ...(standsInFor === null ? [] : [standsInFor.staffId])];
    facts = {
      ...facts,
      missing,
      agreedIds: [...facts.agreedIds, ...agreed],
      state: missing.length === 0 ? "GRANTED" : "OPEN",
    };
  }
  return { given, facts };
}

test.each(approvalSubjectKinds)(
  "%s: no sequence of roles, absences and decisions gets one person both sides, also not by delegation",
  (kind) => {
    fc.assert(
      fc.property(
        proposalOf(askings[kind]),
        fc.array(move, { maxLength: 40 }),
        ({ proposerId, barred, missing }, moves) => {
          const request: ApprovalFacts = { state: "OPEN", proposerId, barred, agreedIds: [], missing, expiresAt: null };
          const { given, facts } = live(request, moves);
          const sides = new Set([proposerId, ...barred.map(({ staffId }: Barred) => staffId)]);
          const agreeing = given.flatMap(({ by, inPlaceOf }) => (inPlaceOf === null ? [by] : [by, inPlaceOf]));
          // Nobody agrees who stands on a side, nobody counts twice, and each agreement rests on a right that somebody truly holds.
          expect(agreeing.filter((who) => sides.has(who))).toEqual([]);
          expect(new Set(agreeing).size).toBe(agreeing.length);
          expect(given.every(({ held }) => held)).toBe(true);
          if (facts.state === "GRANTED") expect(given).toHaveLength(missing.length);
          // What a role may do, and what a policy says, is agreed to in one's own right alone: those rights are never lent.
          if (kind === "ROLE" || kind === "POLICY_VERSION")
            expect(given.every(({ inPlaceOf }) => inPlaceOf === null)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  },
);

test.each(approvalSubjectKinds)("%s: each way of asking is granted by people who stand on no side", (kind) => {
  for (const missing of askings[kind].needs) {
    const request: ApprovalFacts = {
      ...{ state: "OPEN", proposerId: "p2", barred: [], agreedIds: [], missing, expiresAt: null },
    };
    const { given, facts } = live(request, [
      { kind: "DECIDE", who: "p0" },
      { kind: "ROLE", who: "p1", role: "COMPLIANCE_OFFICER" },
      { kind: "DECIDE", who: "p1" },
    ]);
    expect(facts.state).toBe("GRANTED");
    expect(given).toHaveLength(missing.length);
  }
});

test("such sequences do reach a grant, in one's own right and in a colleague's place", () => {
  const request: ApprovalFacts = {
    state: "OPEN",
    proposerId: "p2",
    barred: [],
    agreedIds: [],
    missing: ["approval.first", "approval.second"],
    expiresAt: null,
  };
  const { given, facts } = live(request, [
    { kind: "DECIDE", who: "p0" },
    { kind: "ROLE", who: "p1", role: "COMPLIANCE_OFFICER" },
    { kind: "DELEGATE", from: "p1", to: "p2" },
    { kind: "DECIDE", who: "p2" },
    { kind: "RETURN", who: "p1" },
    { kind: "DELEGATE", from: "p1", to: "p3" },
    { kind: "DECIDE", who: "p3" },
  ]);
  expect(facts.state).toBe("GRANTED");
  expect(given).toEqual([
    { by: "p0", inPlaceOf: null, held: true },
    { by: "p3", inPlaceOf: "p1", held: true },
  ]);
});
