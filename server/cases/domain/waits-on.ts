import type { Permission } from "../../staff/domain/permissions.ts";
import type { CaseFacts } from "./case-facts.ts";
import type { CaseState } from "./words.ts";

/** Whose move is next. Of the desk's own people it is told apart who: whoever works the case, or whoever approves money. */
export const caseTurns = [
  "DESK",
  "SUPERVISOR",
  "COMPLIANCE",
  "MERCHANT",
  "CUSTOMER",
  "ACQUIRER",
  "BANK",
  "AGENCY",
  "LATER",
  "NOBODY",
] as const;
export type CaseTurn = (typeof caseTurns)[number];

/** What it takes to make the move that is waited for; null where nobody with a log-in makes it. */
export const turnNeeds: Readonly<Record<CaseTurn, Permission | null>> = {
  DESK: "case.work",
  SUPERVISOR: "approval.first",
  COMPLIANCE: "approval.second",
  MERCHANT: "case.verify",
  CUSTOMER: null,
  ACQUIRER: null,
  BANK: "bank.rule",
  AGENCY: null,
  /** The desk has put it aside; its sweep or whatever happens brings it back. */
  LATER: null,
  NOBODY: null,
};

/** The turns that are somebody's to take who may do this much. */
export function turnsOf(permissions: ReadonlySet<Permission>): readonly CaseTurn[] {
  return caseTurns.filter((turn) => {
    const needs = turnNeeds[turn];
    return needs !== null && permissions.has(needs);
  });
}

export interface TurnFacts {
  readonly merchantAnswer: CaseFacts["merchantAnswer"];
  readonly approvalsMissing: readonly string[];
  /** Whether an offer lies with the customer. */
  readonly offered: boolean;
}

/** Of those who must still agree, in turn, whose word is waited for. */
export function approverTurn([next]: readonly string[]): CaseTurn {
  return next === "approval.second" ? "COMPLIANCE" : "SUPERVISOR";
}

const turns: Readonly<Record<CaseState, CaseTurn | ((facts: TurnFacts) => CaseTurn)>> = {
  NEW: "DESK",
  AWAITING_CUSTOMER: "CUSTOMER",
  VERIFYING: ({ merchantAnswer }) => (merchantAnswer === "WAITING" ? "MERCHANT" : "DESK"),
  AWAITING_APPROVAL: ({ approvalsMissing }) => approverTurn(approvalsMissing),
  REFUNDING: "ACQUIRER",
  DECLINED: "CUSTOMER",
  NEGOTIATING: ({ offered }) => (offered ? "CUSTOMER" : "DESK"),
  AT_BANK: "BANK",
  AT_AGENCY: "AGENCY",
  CLOSED: "NOBODY",
};

/** In these a refund or a dispute says whose move is next; until it speaks again, the last word stands. */
const saidFromAbove: ReadonlySet<CaseState> = new Set(["REFUNDING", "AT_BANK"]);

export interface TurnChange {
  readonly from: CaseState;
  readonly to: CaseState;
  readonly before: CaseTurn;
  /** What an effect said of it in this very transition, if any did. */
  readonly said: CaseTurn | null;
  /** The desk has put the case aside, and nothing in this transition brings it back. */
  readonly asleep?: boolean;
}

/** Whose move is next once a transition is done. Only what waited for the desk was put aside, so it waits for the desk again. */
export function turnAfter(change: TurnChange, facts: TurnFacts): CaseTurn {
  const turn = turnAwake(change, facts);
  return turn === "DESK" && change.asleep === true ? "LATER" : turn;
}

function turnAwake({ from, to, before: kept, said }: TurnChange, facts: TurnFacts): CaseTurn {
  const before = kept === "LATER" ? "DESK" : kept;
  if (!saidFromAbove.has(to)) return turnIn(to, facts);
  return said ?? (from === to ? before : turnIn(to, facts));
}

/** Whose move is next in a state, as far as the case itself can say. */
export function turnIn(state: CaseState, facts: TurnFacts): CaseTurn {
  const turn = turns[state];
  return typeof turn === "string" ? turn : turn(facts);
}
