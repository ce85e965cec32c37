import type { DisputeSide, DisputeState, DisputeStep, DisputeWorkflow } from "./words.ts";

/** Money moves apart from winning and losing: what the bank takes or gives back with a step is provisional until it rules. */
export type StepMoney = "TAKE" | "GIVE_BACK" | null;

/** Who makes a step; the two workflows differ in who starts, and so in who answers and who goes on. */
type By = DisputeSide | Readonly<Record<DisputeWorkflow, DisputeSide | null>>;

interface StepRow {
  readonly from: readonly DisputeState[];
  readonly to: DisputeState | "SAME";
  readonly by: By;
  readonly money: StepMoney;
}

/** Allocation: the acquirer starts the second round. Collaboration: the issuer does, after the merchant's answer. */
const starter = { ALLOCATION: "DESK", COLLABORATION: "BANK" } as const;
const answerer = { ALLOCATION: "BANK", COLLABORATION: "DESK" } as const;
const desk = "DESK";
const bank = "BANK";

/**
 * The bank stage as a table. CHARGEBACK_REVERSED of some providers is REVERSE_CHARGEBACK here: the money comes back, and
 * nothing is won. Winning and losing stand in the rulings, since only the bank's word ends its stage.
 */
// biome-ignore format: a table is read by its columns
export const disputeMachine: Readonly<Record<DisputeStep, StepRow>> = {
  ANSWER_INQUIRY:         { from: ["INQUIRY"], to: "INQUIRY_ANSWERED", by: desk, money: null },
  RECEIVE_CHARGEBACK:     { from: ["INQUIRY", "INQUIRY_ANSWERED", "NOTIFIED"], to: "CHARGEBACK", by: bank, money: "TAKE" },
  REPRESENT:              { from: ["CHARGEBACK"], to: "REPRESENTED", by: { ALLOCATION: null, COLLABORATION: desk }, money: null },
  REVERSE_CHARGEBACK:     { from: ["REPRESENTED", "PRE_ARBITRATION", "PRE_ARBITRATION_ANSWERED", "ARBITRATION"], to: "SAME", by: bank, money: "GIVE_BACK" },
  ACCEPT:                 { from: ["INQUIRY", "NOTIFIED", "CHARGEBACK", "PRE_ARBITRATION"], to: "ACCEPTED", by: desk, money: null },
  OPEN_PRE_ARBITRATION:   { from: ["CHARGEBACK", "REPRESENTED"], to: "PRE_ARBITRATION", by: starter, money: null },
  ANSWER_PRE_ARBITRATION: { from: ["PRE_ARBITRATION"], to: "PRE_ARBITRATION_ANSWERED", by: answerer, money: null },
  FILE_ARBITRATION:       { from: ["PRE_ARBITRATION_ANSWERED"], to: "ARBITRATION", by: starter, money: null },
  MOVE_DEADLINE:          { from: ["INQUIRY", "CHARGEBACK", "PRE_ARBITRATION", "PRE_ARBITRATION_ANSWERED"], to: "SAME", by: bank, money: null },
  LAPSE:                  { from: ["INQUIRY", "CHARGEBACK", "PRE_ARBITRATION"], to: "LAPSED", by: bank, money: null },
};

/** A dispute as its rules see it. */
export interface DisputeFacts {
  readonly state: DisputeState;
  readonly workflow: DisputeWorkflow;
  /** Whether the bank holds money over it now. */
  readonly moneyTaken: boolean;
}

export interface OpenStep {
  readonly step: DisputeStep;
  readonly by: DisputeSide;
  readonly to: DisputeState;
  readonly money: StepMoney;
}

function sideOf(by: By, workflow: DisputeWorkflow): DisputeSide | null {
  return typeof by === "string" ? by : by[workflow];
}

/** In a collaboration the second round follows the merchant's answer; in an allocation there is no answer before it. */
function fits(step: DisputeStep, { state, workflow, moneyTaken }: DisputeFacts): boolean {
  if (step === "OPEN_PRE_ARBITRATION") return state === (workflow === "ALLOCATION" ? "CHARGEBACK" : "REPRESENTED");
  if (step === "REVERSE_CHARGEBACK") return moneyTaken;
  if (step === "MOVE_DEADLINE") return waitsOn(state, workflow) === "DESK";
  // Whoever started the second round gives it up by not going on; accepting it is the other side's.
  if (step === "ACCEPT" || step === "LAPSE") return state !== "PRE_ARBITRATION" || workflow === "COLLABORATION";
  return true;
}

/** The steps that are open now, and whose turn each is. */
export function openSteps(facts: DisputeFacts): readonly OpenStep[] {
  return Object.entries(disputeMachine).flatMap(([name, { from, to, by, money }]) => {
    const step = name as DisputeStep;
    const side = sideOf(by, facts.workflow);
    if (side === null || !from.includes(facts.state) || !fits(step, facts)) return [];
    return [{ step, by: side, to: to === "SAME" ? facts.state : to, money }];
  });
}

/** The same for the case: once the stage has ended, its word to the desk is the bank's. */
export function turnIn(state: DisputeState, workflow: DisputeWorkflow): DisputeSide {
  return waitsOn(state, workflow) ?? "BANK";
}

/** Whose move is waited for: their clock runs. Null once the stage has ended. */
export function waitsOn(state: DisputeState, workflow: DisputeWorkflow): DisputeSide | null {
  switch (state) {
    case "INQUIRY":
    case "CHARGEBACK":
      return "DESK";
    case "PRE_ARBITRATION":
      return answerer[workflow];
    case "PRE_ARBITRATION_ANSWERED":
      return starter[workflow];
    case "INQUIRY_ANSWERED":
    case "NOTIFIED":
    case "REPRESENTED":
    case "ARBITRATION":
    case "ACCEPTED":
    case "LAPSED":
      return "BANK";
    case "WON":
    case "LOST":
    case "PREVENTED":
    case "RETURNED":
    case "WITHDRAWN":
      return null;
  }
}
