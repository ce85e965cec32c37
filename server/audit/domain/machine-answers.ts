import type { MachineAnswer, MachineQuestion, SampleAnswer } from "./checklist.ts";
import type { DecidingKind } from "./sampling.ts";

/** A step of the case as the records have it. */
export interface RecordedStep {
  readonly sequence: number;
  readonly kind: string;
  readonly actorId: string | null;
}

/** All that the records say of one decided case. */
export interface ReviewedRecords {
  readonly decided: { readonly kind: DecidingKind; readonly sequence: number; readonly actorId: string | null };
  readonly steps: readonly RecordedStep[];
  readonly chainIntact: boolean;
  /** Null where the case has no decision of a policy. */
  readonly decision: { readonly versionInForce: boolean; readonly sameAgain: boolean } | null;
  readonly money: { readonly decidedMinor: bigint; readonly settledMinor: bigint; readonly underWay: boolean };
}

type Answering = (records: ReviewedRecords) => SampleAnswer;

const yesIf = (holds: boolean): SampleAnswer => (holds ? "YES" : "NO");

/** What answers each question of the machine's. Not applicable means that the records have nothing to answer it by. */
const answering: Readonly<Record<MachineQuestion, Answering>> = {
  VERSION_IN_FORCE: ({ decision }) => (decision === null ? "NOT_APPLICABLE" : yesIf(decision.versionInForce)),
  DECISION_REPLAYS: ({ decision }) => (decision === null ? "NOT_APPLICABLE" : yesIf(decision.sameAgain)),
  CHAIN_INTACT: ({ chainIntact }) => yesIf(chainIntact),
  FOUR_EYES({ decided, steps }) {
    const granted = steps.filter(({ kind, sequence }) => kind === "GRANT_APPROVAL" && sequence > decided.sequence);
    if (granted.length === 0) return "NOT_APPLICABLE";
    const hands = granted.map(({ actorId }) => actorId);
    return yesIf(!hands.includes(decided.actorId) && new Set(hands).size === hands.length);
  },
  CLOCKS_KEPT: ({ steps }) => yesIf(!steps.some(({ kind }) => kind === "RECORD_CLOCK_BREACH")),
  MONEY_EQUALS_DECISION({ decided, money: { decidedMinor, settledMinor, underWay } }) {
    if (decided.kind === "DECLINE_REQUEST") return settledMinor === 0n && !underWay ? "YES" : "NOT_APPLICABLE";
    if (underWay || settledMinor === 0n) return "NOT_APPLICABLE";
    return yesIf(settledMinor === decidedMinor);
  },
};

/** Every question of the machine's, answered off the records. */
export function answerByMachine(records: ReviewedRecords): readonly MachineAnswer[] {
  return (Object.keys(answering) as MachineQuestion[]).map((question) => ({
    question,
    answer: answering[question](records),
  }));
}
