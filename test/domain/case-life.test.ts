import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { checkKinds, isSatisfied } from "../../server/cases/domain/checks.ts";
import { type CaseMove, decide } from "../../server/cases/domain/decide.ts";
import { automaticChecks } from "../../server/cases/domain/input-guards.ts";
import type { Guard, InputGuard } from "../../server/cases/domain/transition.ts";
import { type CaseAction, type CaseState, caseActions, caseStates } from "../../server/cases/domain/words.ts";
import { workflow } from "../../server/cases/domain/workflow.ts";
import { money } from "../../server/kernel/money.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import type { PolicyContent } from "../../server/policies/domain/policy-content.ts";
import type { Actor } from "../../server/staff/domain/actor.ts";
import { aMove, anActor, ids } from "../support/a-case.ts";
import { type ModelCase, onBreach, openModel, overdue, perform, wait } from "../support/case-model.ts";

/** The first policy, with a small favour on top that needs no shop, so that a new request can go straight through too. */
const policy: PolicyContent = {
  ...defaultPolicy,
  rows: [
    {
      when: [
        { fact: "reason", in: ["DUPLICATE_CHARGE"] },
        { fact: "amount", atMost: { CNY: 1000 } },
        { fact: "proofPresent", is: true },
        { fact: "amountRefundable", is: true },
      ],
      outcome: "APPROVE",
      straightThrough: true,
      because: { zh: "小额", en: "Small." },
    },
    ...defaultPolicy.rows,
  ],
};

const people: readonly Actor[] = [
  anActor("SUPPORT_AGENT"),
  anActor("SUPPORT_AGENT", { id: "another-agent" }),
  anActor("SUPERVISOR"),
  anActor("SUPERVISOR", { id: "another-supervisor" }),
  // An agent who has become a supervisor or a compliance officer keeps what they proposed.
  anActor("SUPERVISOR", { id: ids.agent }),
  anActor("COMPLIANCE_OFFICER", { id: ids.supervisor }),
  anActor("COMPLIANCE_OFFICER"),
  anActor("MERCHANT_VERIFIER"),
  anActor("BANK_OFFICER"),
  anActor("CUSTOMER"),
  anActor("SYSTEM"),
  anActor("TRAINER"),
];

const seeds = fc.nat({ max: 1_000_000 });
const aStep = fc.record({
  action: fc.nat({ max: 999 }),
  actor: fc.nat({ max: 999 }),
  input: seeds,
  kind: fc.nat({ max: 9 }),
});
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;

const aLife = fc.record({
  reason: fc.constantFrom("DUPLICATE_CHARGE", "NOT_AS_DESCRIBED", "NOT_RECOGNISED", "OTHER"),
  amountMinor: fc.constantFrom(1000n, 15_000n, 86_000n, 500_000n, 2_000_000n, 2_500_000n),
  spareMinor: fc.constantFrom(0n, 1n, 100_000n),
  steps: fc.array(aStep, { minLength: 30, maxLength: 60 }),
});
type Life = typeof aLife extends fc.Arbitrary<infer L> ? L : never;

const one = <T>(from: readonly T[], index: number): T => {
  const found = from[index % from.length];
  if (found === undefined) throw new Error("There is nothing to choose from");
  return found;
};

/** The action with an input that varies, within what the machines of bank and agency could say. */
function moveOf(action: CaseAction, { facts }: ModelCase, seed: number): CaseMove {
  const amount = money(
    one([1n, facts.amount.minor / 2n, facts.amount.minor, facts.amount.minor, facts.amount.minor + 1n], seed),
    "CNY",
  );
  switch (action) {
    case "RECORD_CHECK": {
      const open = checkKinds.filter((kind) => !isSatisfied(facts.checks[kind]));
      const check = one(open.length > 0 && seed % 4 > 0 ? open : checkKinds, seed);
      const byHand = one(["PASSED", "PASSED", "PASSED", "FAILED", "NOT_NEEDED"] as const, seed >> 3);
      const outcome = automaticChecks.has(check) ? "WAIVED" : byHand;
      const agreed = outcome === "WAIVED" || outcome === "NOT_NEEDED" ? { approvalId: "granted" } : {};
      return aMove("RECORD_CHECK", { check, outcome, reason: one(["Seen.", "Seen.", null], seed >> 5), ...agreed });
    }
    case "RECORD_MERCHANT_ANSWER":
      return aMove("RECORD_MERCHANT_ANSWER", { confirms: seed % 3 !== 0 });
    case "APPROVE_REFUND":
      return aMove("APPROVE_REFUND", { amount, reason: one(["The shop agrees.", null], seed >> 3) });
    case "DECLINE_REQUEST":
      return aMove("DECLINE_REQUEST", { overrideReason: one(["Not this shop's.", null], seed) });
    case "ASSIGN":
      // Whoever has a case is not given it again, so it is taken from them at times.
      return aMove("ASSIGN", { assigneeId: one([ids.agent, null], seed) });
    case "MAKE_OFFER":
      return aMove("MAKE_OFFER", { amount, overrideReason: one(["To end it.", null], seed >> 3) });
    case "FAIL_REFUND":
      return aMove("FAIL_REFUND", { detail: { retryable: seed % 2 === 0 } });
    case "RECORD_BANK_RULING":
      return aMove("RECORD_BANK_RULING", {
        amount,
        ...one(
          [
            { to: "REFUNDING", outcome: null },
            { to: "NEGOTIATING", outcome: null },
            { to: "CLOSED", outcome: "CHARGED_BACK" },
            { to: "CLOSED", outcome: "DEFENDED" },
          ] as const,
          seed >> 3,
        ),
      });
    case "RECORD_AGENCY_OUTCOME":
      return aMove("RECORD_AGENCY_OUTCOME", {
        amount,
        ...one(
          [
            { to: "REFUNDING", outcome: "SETTLED" },
            { to: "CLOSED", outcome: "DECLINED" },
          ] as const,
          seed >> 3,
        ),
      });
    case "RECORD_CLOCK_BREACH":
      return aMove("RECORD_CLOCK_BREACH", {
        rule: one(["merchant-answer", "decide-request", "offer-answer", "approval"], seed),
      });
    case "SNOOZE":
      return aMove("SNOOZE", { until: new Date(facts.now.getTime() + 86_400_000) });
    default:
      return aMove(action);
  }
}

/** Each once, from somewhere in the middle on. */
const from = <T>(list: readonly T[], start: number): readonly T[] => {
  const at = start % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
};

/** How often each action has been taken in each state, and each state been come to: the lives go where few have been. */
type Travelled = Map<string, number>;
const pairOf = (state: CaseState, action: CaseAction) => `${state} ${action}`;

/** Often what has been taken least, what leads to where few have been, or plain work; now and then anything at all, by anybody. */
function nextMove(model: ModelCase, step: Step, travelled: Travelled): readonly [CaseMove, Actor] {
  const { state } = model.facts;
  if (state === "VERIFYING" && (step.kind === 4 || step.kind === 5)) return work(model);
  const times = (key: string) => travelled.get(key) ?? 0;
  const fitting = from(caseActions, step.action).filter((action) => workflow[action].from.includes(state));
  const leading = fitting.filter((action) => workflow[action].to !== "SAME");
  const leastTaken = (action: CaseAction) => times(pairOf(state, action));
  const leastSeen = (action: CaseAction) => Math.min(...leads(action, state).map(times));
  const ordered = step.kind < 4 ? sortedBy(fitting, leastTaken) : sortedBy(leading, leastSeen);
  for (const action of step.kind > 7 ? [] : ordered) {
    const move = moveOf(action, model, step.input);
    const person = from(people, step.actor).find((somebody) => decide(model.facts, move, somebody).ok);
    if (person !== undefined) return [move, person];
  }
  return [moveOf(one(caseActions, step.action), model, step.input), one(people, step.actor)];
}

/** What a supervisor does who wants the whole claim paid: settle the checks one by one, then propose. */
function work({ facts }: ModelCase): readonly [CaseMove, Actor] {
  const open = checkKinds.find((kind) => !isSatisfied(facts.checks[kind]));
  const reason = "Both sides agree.";
  if (open === undefined) return [aMove("APPROVE_REFUND", { amount: facts.amount, reason }), anActor("SUPERVISOR")];
  return [
    aMove("RECORD_CHECK", { check: open, outcome: "WAIVED", reason, approvalId: "granted" }),
    anActor("SUPERVISOR"),
  ];
}

function sortedBy(actions: readonly CaseAction[], score: (action: CaseAction) => number): readonly CaseAction[] {
  return actions.toSorted((left, right) => score(left) - score(right));
}

function leads(action: CaseAction, from: CaseState): readonly CaseState[] {
  const { to } = workflow[action];
  if (to === "SAME") return [from];
  return typeof to === "string" ? [to] : to.oneOf;
}

interface Happening {
  readonly before: ModelCase;
  readonly move: CaseMove;
  readonly actor: Actor;
  readonly after: ModelCase;
}

/** One life of a case, move by move; between moves time goes by, and the desk does what its clocks ask. */
function live({ reason, amountMinor, spareMinor, steps }: Life, travelled: Travelled): readonly Happening[] {
  let model = openModel({ reason, amountMinor, capturedMinor: amountMinor + spareMinor, policy });
  const happenings: Happening[] = [];
  const act = (move: CaseMove, actor: Actor) => {
    const after = perform(model, move, actor);
    happenings.push({ before: model, move, actor, after });
    const pair = pairOf(model.facts.state, move.action);
    for (const key of after === model ? [] : [pair, after.facts.state])
      travelled.set(key, (travelled.get(key) ?? 0) + 1);
    model = after;
  };
  for (const step of steps) {
    model = wait(model, step.kind === 7 ? 400 : one([0, 1, 5, 30, 100], step.input));
    for (const clock of overdue(model)) {
      act(aMove("RECORD_CLOCK_BREACH", { rule: clock.rule }), anActor("SYSTEM"));
      const next = onBreach.get(clock.rule) ?? null;
      if (next !== null) act(aMove(next), anActor("SYSTEM"));
    }
    if (model.facts.state === "AWAITING_APPROVAL") act(aMove("EXPIRE_APPROVAL"), anActor("SYSTEM"));
    act(...nextMove(model, step, travelled));
  }
  return happenings;
}

const isAllowed = ({ before, move, actor }: Happening) => decide(before.facts, move, actor).ok;

describe("a case's life, whatever anybody does", () => {
  const travelled: Travelled = new Map();
  // Every case here has its payment, so none is ever attached; `attach-payment.test.ts` does that.
  const acting = caseActions.filter((action) => action !== "ATTACH_PAYMENT");
  const allowed = acting.flatMap((action) => workflow[action].from.map((state) => pairOf(state, action)));
  const notTaken = () => allowed.filter((pair) => !travelled.has(pair));
  const all: Happening[] = [];

  beforeAll(() => {
    // The same lives on every run, so that a red test is red for its reason; as many as it takes to have been everywhere.
    for (const [index, life] of fc.sample(aLife, { numRuns: 1000, seed: 20_261_012 }).entries()) {
      all.push(...live(life, travelled));
      if (index >= 100 && notTaken().length === 0) break;
    }
  });

  test("comes by every state", () => {
    expect(new Set(all.map(({ after }) => after.facts.state))).toEqual(new Set(caseStates));
  });

  test("comes by every pair of a state and an action that the table allows, and takes it", () => {
    expect(notTaken()).toEqual([]);
  });

  test("in every state, every action of everybody is answered: with a state that its row names, or with every reason and no other", () => {
    const pairs = new Set<string>();
    const wrong: string[] = [];
    for (const { before } of all.filter((_happening, index) => index % 6 === 0)) {
      for (const [index, action] of caseActions.entries()) {
        const [move, actor] = [moveOf(action, before, index * 31), one(people, index + before.clocks.length)];
        const decision = decide(before.facts, move, actor);
        const [given, against] = [
          decision.ok ? [] : decision.error.map(({ code }) => code),
          reasonsOneByOne(before, move, actor),
        ];
        const complete = given.length === against.size && given.every((code) => against.has(code));
        const named = !decision.ok || leads(action, before.facts.state).includes(decision.value.to);
        if (!complete || !named)
          wrong.push(`${before.facts.state} ${action} by ${actor.role}: ${given.join()} not ${[...against].join()}`);
        pairs.add(pairOf(before.facts.state, action));
      }
    }
    expect(wrong).toEqual([]);
    expect(pairs.size).toBe(caseStates.length * caseActions.length);
  });

  /** The happenings after which something is not as it should be, told shortly. */
  const unless = (holds: (happening: Happening) => boolean) =>
    all
      .filter((happening) => !holds(happening))
      .map(
        ({ before, move, actor, after }) =>
          `${before.facts.state} ${move.action} by ${actor.role} led to ${after.facts.state}`,
      );
  const isOpen = ({ clocks }: ModelCase, rule: string) =>
    clocks.some((clock) => clock.rule === rule && clock.endedAt === null);

  test("nothing leaves a closed case but reopening it", () => {
    expect(
      unless(
        ({ before, move, after }) =>
          before.facts.state !== "CLOSED" || after.facts.state === "CLOSED" || move.action === "REOPEN",
      ),
    ).toEqual([]);
  });

  test("a case has an outcome when it is closed, and only then", () => {
    expect(unless(({ after: { facts } }) => (facts.outcome !== null) === (facts.state === "CLOSED"))).toEqual([]);
  });

  test("money that went back, is going, or was taken back by the bank never passes what was captured", () => {
    const within = ({ after: { facts } }: Happening) => {
      if (facts.sale === null) return false;
      const { capturedMinor, refundedMinor, inFlightMinor, chargedBackMinor } = facts.sale;
      const parts = [refundedMinor, inFlightMinor, chargedBackMinor];
      return parts.every((part) => part >= 0n) && refundedMinor + inFlightMinor + chargedBackMinor <= capturedMinor;
    };
    expect(unless(within)).toEqual([]);
  });

  test("money is held exactly while a refund waits, is on its way or can be tried again", () => {
    const held = ({ after: { facts, heldMinor } }: Happening) => {
      const trying = facts.refund?.inFlight === true || facts.refund?.retryable === true;
      return heldMinor > 0n === (facts.state === "AWAITING_APPROVAL" || (facts.state === "REFUNDING" && trying));
    };
    expect(unless(held)).toEqual([]);
  });

  test("money that the acquirer may still pay is never let go for another road", () => {
    const waited = ({ before, move, after }: Happening) =>
      before.facts.refund?.inFlight !== true || after.facts.state === "REFUNDING" || move.action === "SETTLE_REFUND";
    expect(unless(waited)).toEqual([]);
  });

  test("nobody approves what they proposed, and nobody approves twice", () => {
    const another = ({ before, move, actor, after }: Happening) =>
      move.action !== "GRANT_APPROVAL" ||
      before === after ||
      (actor.id !== before.facts.proposedById && !before.facts.approvedByIds.includes(actor.id ?? ""));
    expect(unless(another)).toEqual([]);
  });

  test("a person's proposal is sent off only with every approval that the policy asks for, each by another person", () => {
    const approved = ({ before, after: { facts } }: Happening) => {
      if (facts.state !== "REFUNDING" || before.facts.state === "REFUNDING" || facts.proposedById === null) return true;
      return (
        facts.proposedAmount !== null &&
        new Set(facts.approvedByIds).size === facts.approvalsFor(facts.proposedAmount).length
      );
    };
    expect(unless(approved)).toEqual([]);
  });

  test("a case that is verified has asked the shop, which has answered, is silent, or still has a clock running", () => {
    const asked = ({ after }: Happening) => {
      if (after.facts.state !== "VERIFYING") return true;
      return after.facts.merchantAnswer === "WAITING"
        ? isOpen(after, "merchant-answer")
        : after.facts.merchantAnswer !== "NOT_ASKED";
    };
    expect(unless(asked)).toEqual([]);
  });

  test("whatever waits for somebody says for whom, and until when", () => {
    const waits: Readonly<Record<CaseState, (model: ModelCase) => boolean>> = {
      NEW: (model) => isOpen(model, "decide-request"),
      AWAITING_CUSTOMER: (model) => isOpen(model, "customer-information") && model.facts.returnsTo !== null,
      VERIFYING: (model) => isOpen(model, "decide-request"),
      AWAITING_APPROVAL: (model) => isOpen(model, "approval") && model.facts.approvalsMissing.length > 0,
      REFUNDING: (model) => isOpen(model, "refund-arrival") && model.facts.proposedAmount !== null,
      DECLINED: (model) => model.facts.appealOpenUntil !== null,
      NEGOTIATING: () => true,
      AT_BANK: (model) => model.facts.openSteps.size > 0,
      AT_AGENCY: (model) => model.facts.openSteps.size > 0,
      CLOSED: (model) => model.facts.reopenUntil !== null,
    };
    expect(unless(({ after }) => waits[after.facts.state](after))).toEqual([]);
  });

  test("no case is stuck: somebody can always move it on, or a clock or the acquirer will", () => {
    const leaves = (model: ModelCase, action: CaseAction) =>
      people.some((person) =>
        [2, 17, 24].some((seed) => {
          const { facts } = perform(model, moveOf(action, model, seed), person);
          // Sent again, it is the acquirer who moves it on.
          return facts.state !== model.facts.state || facts.refund?.inFlight === true;
        }),
      );
    const goesOn = ({ after }: Happening, index: number) => {
      const { facts, clocks } = after;
      if (index % 20 > 0 || facts.state === "CLOSED" || facts.refund?.inFlight === true) return true;
      const ticking = clocks.some(({ rule, state }) => state === "RUNNING" && onBreach.get(rule) != null);
      return (
        ticking ||
        caseActions.some((action) => action !== "WITHDRAW" && action !== "JOIN_DISPUTE" && leaves(after, action))
      );
    };
    expect(all.filter((happening, index) => !goesOn(happening, index)).map(({ after }) => after.facts)).toEqual([]);
  });

  test("a refused move changes nothing", () => {
    expect(unless((happening) => isAllowed(happening) || happening.after === happening.before)).toEqual([]);
  });
});

/** Each reason asked for by itself, so that `decide` cannot have stopped at the first. */
function reasonsOneByOne({ facts }: ModelCase, { action, input }: CaseMove, actor: Actor): ReadonlySet<string> {
  const { from, by, unless } = workflow[action];
  // Guards of a row take the input of its action, which is what the move carries.
  const inputGuards = workflow[action].unlessInput as unknown as readonly InputGuard<CaseAction>[];
  const guards: readonly Guard[] = unless;
  return new Set([
    ...(from.includes(facts.state) ? [] : ["WRONG_STATE"]),
    ...(by.some((permission) => actor.permissions.has(permission)) ? [] : ["NOT_PERMITTED"]),
    ...guards.flatMap((guard) => guard(facts, actor)?.code ?? []),
    ...inputGuards.flatMap((guard) => guard(input, facts, actor)?.code ?? []),
  ]);
}
