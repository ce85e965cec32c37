import { type SideStep, takesASide } from "../../refunds/domain/sides.ts";
import type { MachineAnswer, MachineQuestion, SampleAnswer } from "./checklist.ts";
import type { DecidingKind } from "./sampling.ts";

/** A step of the case as the records have it. */
export interface RecordedStep extends SideStep {
  readonly sequence: number;
  readonly actorId: string | null;
}

/** What was asked for by the decision, and everybody who spoke on it or in whose place somebody did. */
export interface RecordedApproval {
  readonly proposerId: string | null;
  readonly voices: readonly string[];
}

/** All that the records say of one decided case. */
export interface ReviewedRecords {
  readonly decided: { readonly kind: DecidingKind; readonly sequence: number; readonly actorId: string | null };
  readonly steps: readonly RecordedStep[];
  /** Null where the decision asked for nobody's approval. */
  readonly approval: RecordedApproval | null;
  /** Whoever of the staff has an address that the money's customer has, as both stand today. */
  readonly paidIds: readonly string[];
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
  FOUR_EYES({ decided, steps, approval }) {
    if (approval === null || approval.voices.length === 0) return "NOT_APPLICABLE";
    const { proposerId, voices } = approval;
    const spoken = steps.find(({ kind, sequence }) => sequence > decided.sequence && kind.endsWith("_APPROVAL"));
    const earlier = steps.filter(
      (step) => takesASide(step) && (spoken === undefined || step.sequence < spoken.sequence),
    );
    const hands = [proposerId, ...earlier.map(({ actorId }) => actorId)];
    return yesIf(!voices.some((voice) => hands.includes(voice)) && new Set(voices).size === voices.length);
  },
  PAID_TO_OTHERS({ decided, approval, paidIds }) {
    // One hand is enough for what is small, and it may not be the hand that is paid.
    const hands = [...(approval?.voices ?? []), ...(decided.kind === "APPROVE_REFUND" ? [decided.actorId] : [])];
    if (hands.length === 0) return "NOT_APPLICABLE";
    return yesIf(!hands.some((hand) => hand !== null && paidIds.includes(hand)));
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
