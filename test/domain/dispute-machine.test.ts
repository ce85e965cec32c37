import { describe, expect, test } from "vitest";
import { type DisputeFacts, disputeMachine, openSteps, waitsOn } from "../../server/disputes/domain/dispute-machine.ts";
import { pathToState } from "../../server/disputes/domain/path-to-state.ts";
import { isEnded, rulings, rulingsOpen, stateAfterRuling } from "../../server/disputes/domain/rulings.ts";
import {
  bankRulings,
  type DisputeState,
  type DisputeStep,
  disputeStates,
  disputeSteps,
  disputeWorkflows,
} from "../../server/disputes/domain/words.ts";

const aDispute = (change: Partial<DisputeFacts> = {}): DisputeFacts => ({
  state: "CHARGEBACK",
  workflow: "COLLABORATION",
  moneyTaken: true,
  ...change,
});

const offered = (change: Partial<DisputeFacts>) =>
  openSteps(aDispute(change)).map(({ step, by }) => `${step} by ${by}`);

/** Where disputes begin: with an inquiry, an announcement, or money already taken. */
const beginnings: readonly DisputeState[] = ["INQUIRY", "NOTIFIED", "CHARGEBACK"];

function reachable(workflow: DisputeFacts["workflow"]): ReadonlySet<DisputeState> {
  const reached = new Set(beginnings);
  for (const state of reached) {
    for (const moneyTaken of [true, false]) {
      for (const { to } of openSteps({ state, workflow, moneyTaken })) reached.add(to);
    }
    for (const ruling of rulingsOpen(state)) reached.add(stateAfterRuling(state, ruling));
  }
  return reached;
}

describe("the bank stage", () => {
  // PREVENTED comes only as a notice, WITHDRAWN by the customer's own action on the case.
  const others = ["PREVENTED", "WITHDRAWN", "REPRESENTED"];

  test.each(disputeStates.filter((state) => !others.includes(state)))(
    "%s can be reached in both workflows",
    (state) => {
      for (const workflow of disputeWorkflows) expect(reachable(workflow)).toContain(state);
    },
  );

  test("only a collaboration knows the merchant's representment", () => {
    expect(reachable("COLLABORATION")).toContain("REPRESENTED");
    expect(reachable("ALLOCATION")).not.toContain("REPRESENTED");
  });

  test.each(disputeStates.filter((state) => !isEnded(state)))(
    "out of %s a ruling leads on, whatever was or was not done",
    (state) => {
      expect(rulingsOpen(state).length).toBeGreaterThan(0);
    },
  );

  test.each(disputeStates.filter(isEnded))("%s is the end of it", (state) => {
    for (const workflow of disputeWorkflows) {
      expect(openSteps({ state, workflow, moneyTaken: true })).toEqual([]);
      expect(waitsOn(state, workflow)).toBeNull();
    }
    expect(rulingsOpen(state)).toEqual([]);
  });

  test.each(disputeSteps)("%s is open somewhere", (step) => {
    const somewhere = disputeStates.some((state) =>
      disputeWorkflows.some((workflow) =>
        openSteps({ state, workflow, moneyTaken: true }).some((open) => open.step === step),
      ),
    );
    expect(somewhere).toBe(true);
  });

  test.each(disputeStates.filter((state) => !isEnded(state)))(
    "whoever %s waits on has a step, or the word on the whole",
    (state) => {
      for (const workflow of disputeWorkflows) {
        const side = waitsOn(state, workflow);
        const steps = openSteps({ state, workflow, moneyTaken: true }).filter(({ by }) => by === side);
        expect(side).not.toBeNull();
        if (side === "DESK" && reachable(workflow).has(state)) expect(steps).not.toEqual([]);
      }
    },
  );
});

describe("who starts pre-arbitration", () => {
  test("in a collaboration the issuer does, after the merchant's answer, and the desk answers", () => {
    expect(offered({ state: "REPRESENTED" })).toContain("OPEN_PRE_ARBITRATION by BANK");
    expect(offered({ state: "CHARGEBACK" })).not.toContain("OPEN_PRE_ARBITRATION by BANK");
    expect(offered({ state: "PRE_ARBITRATION" })).toContain("ANSWER_PRE_ARBITRATION by DESK");
    expect(offered({ state: "PRE_ARBITRATION_ANSWERED" })).toContain("FILE_ARBITRATION by BANK");
  });

  test("in an allocation the acquirer does, at once, and the issuer answers", () => {
    const workflow = "ALLOCATION";
    expect(offered({ workflow })).toContain("OPEN_PRE_ARBITRATION by DESK");
    expect(offered({ workflow }).join()).not.toContain("REPRESENT by");
    expect(offered({ workflow, state: "PRE_ARBITRATION" })).toContain("ANSWER_PRE_ARBITRATION by BANK");
    expect(offered({ workflow, state: "PRE_ARBITRATION_ANSWERED" })).toContain("FILE_ARBITRATION by DESK");
  });

  test("whoever started it neither accepts it nor lets it lapse", () => {
    expect(offered({ state: "PRE_ARBITRATION" })).toContain("ACCEPT by DESK");
    expect(offered({ state: "PRE_ARBITRATION", workflow: "ALLOCATION" }).join()).not.toMatch(/ACCEPT|LAPSE/);
  });
});

describe("money and winning are two things", () => {
  const bankSteps: readonly DisputeStep[] = disputeSteps.filter((step) => disputeMachine[step].money !== null);

  test("the bank takes with the chargeback and gives back by reversal, and by nothing else on the way", () => {
    expect(bankSteps).toEqual(["RECEIVE_CHARGEBACK", "REVERSE_CHARGEBACK"]);
  });

  test("a reversed chargeback is not won: the second round can still follow", () => {
    const reversed = openSteps(aDispute({ state: "REPRESENTED" })).find(({ step }) => step === "REVERSE_CHARGEBACK");
    expect(reversed).toMatchObject({ to: "REPRESENTED", money: "GIVE_BACK" });
    expect(offered({ state: "REPRESENTED", moneyTaken: false })).toEqual(["OPEN_PRE_ARBITRATION by BANK"]);
  });

  test("what is not taken cannot be reversed", () => {
    expect(offered({ state: "ARBITRATION", moneyTaken: false })).toEqual([]);
  });

  test.each(["ACCEPTED", "LAPSED"] as const)(
    "%s is never called lost, and no ruling for the merchant is left",
    (state) => {
      expect(rulingsOpen(state)).toEqual(["CHARGEBACK_UPHELD", "MERCHANT_MUST_REFUND"]);
      for (const ruling of rulingsOpen(state)) expect(stateAfterRuling(state, ruling)).toBe(state);
    },
  );

  test.each(bankRulings)("%s says where the case goes, and closes it with an outcome or not at all", (ruling) => {
    const { to, outcome } = rulings[ruling];
    expect(outcome === null).toBe(to !== "CLOSED");
  });

  test("only what the bank upholds does it keep", () => {
    expect(bankRulings.filter((ruling) => rulings[ruling].bankKeeps)).toEqual(["CHARGEBACK_UPHELD"]);
  });
});

describe("following what a bank reports", () => {
  test("takes the fewest steps", () => {
    expect(pathToState(aDispute(), "REPRESENTED")).toEqual(["REPRESENT"]);
    expect(pathToState(aDispute({ state: "NOTIFIED", moneyTaken: false }), "PRE_ARBITRATION")).toEqual([
      "RECEIVE_CHARGEBACK",
      "REPRESENT",
      "OPEN_PRE_ARBITRATION",
    ]);
    expect(pathToState(aDispute({ workflow: "ALLOCATION" }), "PRE_ARBITRATION")).toEqual(["OPEN_PRE_ARBITRATION"]);
  });

  test("takes none where it stands there already", () => {
    expect(pathToState(aDispute(), "CHARGEBACK")).toEqual([]);
  });

  test("knows no way back, and none out of the end", () => {
    expect(pathToState(aDispute({ state: "REPRESENTED" }), "CHARGEBACK")).toBeNull();
    expect(pathToState(aDispute({ state: "WON" }), "REPRESENTED")).toBeNull();
  });
});
