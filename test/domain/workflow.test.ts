import { describe, expect, test } from "vitest";
import { availableActions, decide, reasonsAgainst } from "../../server/cases/domain/decide.ts";
import { effectNames, type Transition } from "../../server/cases/domain/transition.ts";
import { type CaseAction, type CaseState, caseActions, caseStates } from "../../server/cases/domain/words.ts";
import { workflow } from "../../server/cases/domain/workflow.ts";
import { permissions } from "../../server/staff/domain/permissions.ts";
import { roles } from "../../server/staff/domain/roles.ts";
import { aCaseFor, aMove, anActor, ids, leadsTo, refusalsOf, theUsualActor } from "../support/a-case.ts";

const rowOf = (action: CaseAction) =>
  workflow[action] as Pick<Transition<CaseAction>, "from" | "to" | "by" | "automatic" | "effects" | "outcome">;

/** The states that an action can lead to from a state. */
function targets(action: CaseAction, from: CaseState): readonly CaseState[] {
  const { to } = rowOf(action);
  if (to === "SAME") return [from];
  return typeof to === "string" ? [to] : to.oneOf;
}

function reachableFrom(start: CaseState): ReadonlySet<CaseState> {
  const reached = new Set([start]);
  for (const state of reached) {
    for (const action of caseActions) {
      if (rowOf(action).from.includes(state)) for (const to of targets(action, state)) reached.add(to);
    }
  }
  return reached;
}

describe("the table", () => {
  test.each(caseStates)("%s can be reached from a new request", (state) => {
    expect(reachableFrom("NEW")).toContain(state);
  });

  test.each(caseStates.filter((state) => state !== "CLOSED"))(
    "%s can be left, and a way leads on to the end",
    (state) => {
      const leaving = caseActions.filter(
        (action) => rowOf(action).from.includes(state) && targets(action, state).some((to) => to !== state),
      );
      expect(leaving).not.toEqual([]);
      expect(reachableFrom(state)).toContain("CLOSED");
    },
  );

  test.each(caseStates.filter((state) => state !== "CLOSED"))(
    "%s can be left by somebody's hand, not only by a clock or a provider",
    (state) => {
      const byHand = caseActions.filter((action) => !rowOf(action).automatic && rowOf(action).from.includes(state));
      expect(byHand.some((action) => targets(action, state).some((to) => to !== state))).toBe(true);
    },
  );

  test.each(caseStates.filter((state) => !["CLOSED"].includes(state)))("a customer can withdraw from %s", (state) => {
    expect(rowOf("WITHDRAW").from).toContain(state);
  });

  test("only reopening leaves a closed case; notes and messages stay possible", () => {
    const fromClosed = caseActions.filter((action) => rowOf(action).from.includes("CLOSED"));
    expect(fromClosed.toSorted()).toEqual(["ADD_NOTE", "REOPEN", "SEND_MESSAGE"]);
  });

  test.each(caseActions)(
    "the row of %s is complete: states, a permission that somebody has, known effects",
    (action) => {
      const { from, by, effects } = rowOf(action);
      expect(from.length).toBeGreaterThan(0);
      expect(new Set(from).size).toBe(from.length);
      expect(by.length).toBeGreaterThan(0);
      for (const permission of by) expect(permissions).toContain(permission);
      for (const effect of effects) expect(effectNames).toContain(effect);
      expect(roles.some((role) => by.some((permission) => anActor(role).permissions.has(permission)))).toBe(true);
    },
  );

  test.each(
    caseActions.filter((action) =>
      rowOf(action).from.some((state) => targets(action, state).includes("CLOSED") && state !== "CLOSED"),
    ),
  )("%s, which can close a case, says what became of the money", (action) =>
    expect(rowOf(action).outcome).toBeTypeOf("function"),
  );

  test("what a clock, a policy, a provider or a request does is nobody's button", () => {
    const automatic = caseActions.filter((action) => rowOf(action).automatic);
    expect(automatic.toSorted()).toEqual(
      [
        "AUTO_APPROVE",
        "EXPIRE",
        "EXPIRE_APPROVAL",
        "EXPIRE_CHECK_WAIVER",
        "FAIL_REFUND",
        "FIND_PAYMENT",
        "ADOPT_DISPUTE",
        "JOIN_DISPUTE",
        "RECORD_CLOCK_BREACH",
        "RECORD_REFUND_PROGRESS",
        "REJECT_CHECK_WAIVER",
        "SETTLE_REFUND",
      ].toSorted(),
    );
  });

  test("every refund that is proposed may also be let go again, on every way out before it is sent", () => {
    for (const action of ["REJECT_APPROVAL", "WITHDRAW", "ESCALATE_TO_BANK"] as const) {
      expect(rowOf(action).effects).toContain("RELEASE_REFUND");
    }
  });
});

describe.each(caseActions)("%s", (action) => {
  test("is allowed on a case whose turn it is", () => {
    expect(refusalsOf(aCaseFor(action), aMove(action))).toEqual([]);
  });

  test.each(caseStates.filter((state) => !rowOf(action).from.includes(state)))(
    "is refused in %s, for that reason alone",
    (state) => {
      expect(refusalsOf(aCaseFor(action, { state }), aMove(action))).toEqual(["WRONG_STATE"]);
    },
  );

  test("is refused to whoever lacks the permission, for that reason alone", () => {
    const nobody = { ...theUsualActor(action), permissions: new Set<never>() };
    expect(refusalsOf(aCaseFor(action), aMove(action), nobody)).toEqual(["NOT_PERMITTED"]);
  });

  test("leads only where its row says", () => {
    const facts = aCaseFor(action);
    expect(targets(action, facts.state)).toContain(leadsTo(facts, aMove(action)).to);
  });
});

test("whoever has a case is not given it again, while a colleague or nobody is", () => {
  const given = (assigneeId: string | null) =>
    refusalsOf(aCaseFor("ASSIGN", { assigneeId: ids.agent }), aMove("ASSIGN", { assigneeId }));
  expect(given(ids.agent)).toEqual(["ALREADY_THEIRS"]);
  expect([...given(ids.supervisor), ...given(null)]).toEqual([]);
});

describe("what a case offers", () => {
  test("every action that leaves its state by somebody's hand, the shut ones with their reasons", () => {
    const offered = availableActions(aCaseFor("GRANT_APPROVAL"), anActor("SUPPORT_AGENT"));
    expect(offered.find(({ action }) => action === "GRANT_APPROVAL")?.reasons).toMatchObject([
      { code: "NOT_PERMITTED", needs: "approval.first" },
      { code: "OWN_PROPOSAL" },
    ]);
    expect(offered.find(({ action }) => action === "WITHDRAW")?.reasons).toEqual([]);
    expect(offered.map(({ action }) => action)).not.toContain("APPROVE_REFUND");
  });

  test("is decided by the very rules that guard the action", () => {
    for (const action of caseActions) {
      for (const role of roles) {
        const [facts, actor] = [aCaseFor(action), anActor(role)];
        const decision = decide(facts, aMove(action), actor);
        const shut = reasonsAgainst(facts, action, actor);
        // An input can add reasons of its own, but never take one away.
        expect(decision.ok ? [] : decision.error).toEqual(expect.arrayContaining([...shut]));
      }
    }
  });

  test("all reasons are given at once, each once", () => {
    const facts = aCaseFor("APPROVE_REFUND", {
      state: "NEW",
      sale: null,
      checks: { ...aCaseFor("APPROVE_REFUND").checks, PROOF_PRESENT: "PENDING" },
    });
    expect(refusalsOf(facts, aMove("APPROVE_REFUND"), anActor("TRAINER"))).toEqual([
      "WRONG_STATE",
      "NOT_PERMITTED",
      "NO_TRANSACTION",
      "CHECKS_OPEN",
    ]);
  });
});
