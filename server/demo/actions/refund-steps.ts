import type { QueryAnswer, SubmitAnswer } from "../../providers/domain/answers.ts";
import { askAboutRefund } from "../../refunds/jobs/ask-about-refund.ts";
import type { RefundWork } from "../../refunds/jobs/refund-work.ts";
import { submitRefund } from "../../refunds/jobs/submit-refund.ts";
import { findLatestRefund, type RefundRow } from "../../refunds/queries/find-refund.ts";
import { systemActor } from "../../staff/domain/actor.ts";
import type { PlannedStep } from "../plan/plan-case.ts";
import { agreeTo } from "./agree-to.ts";
import { PastClock } from "./held-house.ts";
import { act, actorFor, contextAt, type Performance, type Scene, toldOf } from "./scene.ts";

const minute = 60_000;
const nowCodes = ["51", "61", "91"];
const goodCodes = ["54", "14", "57", "62"];

/** The acquirer's own number, past those that the simulated one gives out. */
function referenceOf({ plan }: Scene): string {
  return `SIM9${String(plan.row).padStart(7, "0")}`;
}

function pick(codes: readonly string[], { plan }: Scene): string {
  return codes[plan.row % codes.length] ?? "96";
}

async function refundOf(scene: Scene): Promise<RefundRow> {
  const found = await findLatestRefund(scene.house.db, scene.caseId);
  if (found === undefined) throw new Error(`${toldOf(scene)}: there is no refund`);
  return found;
}

async function paymentProofOf({ house, caseId }: Scene): Promise<string> {
  const { id } = await house.db
    .selectFrom("evidence")
    .select("id")
    .where("case_id", "=", caseId)
    .where("kind", "=", "PAYMENT_PROOF")
    .executeTakeFirstOrThrow();
  return id;
}

type Answers = { readonly submit: SubmitAnswer } | { readonly query: QueryAnswer };

/** The work of the refund's jobs, with an acquirer that says what the story wants, after so many milliseconds. */
function workAt(scene: Scene, { at }: PlannedStep, answers: Answers, afterMs: number): RefundWork {
  const clock = new PastClock(at);
  const answer = <A>(given: A | undefined): Promise<A> => {
    if (given === undefined) throw new Error(`${toldOf(scene)}: the acquirer is asked out of turn`);
    clock.forward(afterMs);
    return Promise.resolve(given);
  };
  const provider = {
    submitRefund: () => answer("submit" in answers ? answers.submit : undefined),
    queryRefund: () => answer("query" in answers ? answers.query : undefined),
  };
  return {
    house: contextAt(scene, clock, systemActor),
    providers: { "simulated-acquirer": provider },
    signal: new AbortController().signal,
  };
}

function submits(toAnswer: (scene: Scene) => SubmitAnswer, afterMs = 900): Performance {
  return async (scene, step) => {
    const { id } = await refundOf(scene);
    await submitRefund(workAt(scene, step, { submit: toAnswer(scene) }, afterMs), id);
  };
}

function asks(toAnswer: (scene: Scene) => QueryAnswer): Performance {
  return async (scene, step) => {
    const { id } = await refundOf(scene);
    await askAboutRefund(workAt(scene, step, { query: toAnswer(scene) }, 400), id);
  };
}

export const refundSteps = {
  acquirerTakes: submits((scene) => ({ answer: "ACCEPTED", reference: referenceOf(scene) })),
  acquirerPaysAtOnce: submits((scene) => ({ answer: "SETTLED", reference: referenceOf(scene) })),
  acquirerRefusesNow: submits((scene) => ({ answer: "DECLINED", code: pick(nowCodes, scene), retryable: true })),
  acquirerRefuses: submits((scene) => ({ answer: "DECLINED", code: pick(goodCodes, scene), retryable: false })),
  acquirerIsSilent: submits(() => ({ answer: "NO_ANSWER", code: "TIMEOUT" }), 10_000),
  acquirerIsClosed: submits(({ openedAt, plan }) => ({
    answer: "NOT_TAKEN",
    code: "MAINTENANCE",
    until: new Date(openedAt.getTime() + (20 + (plan.row % 25)) * minute),
  })),
  acquirerSettles: asks((scene) => ({ answer: "SETTLED", reference: referenceOf(scene) })),
  acquirerStillWorks: asks((scene) => ({ answer: "PROCESSING", reference: referenceOf(scene) })),
  acquirerRefusesLate: asks((scene) => ({ answer: "DECLINED", code: pick(goodCodes, scene), retryable: false })),
  tryAgain: (scene, { at }) => act(scene, at, actorFor(scene, "AGENT"), { action: "RETRY_REFUND", input: {} }),
  recordHandPayment: async (scene, { at }) => {
    const evidenceId = await paymentProofOf(scene);
    const reference = `BT${String(scene.plan.row).padStart(8, "0")}`;
    const input = { reference, evidenceId };
    await act(scene, at, actorFor(scene, "AGENT"), { action: "PROPOSE_MANUAL_REFUND", input });
  },
  payByHand: (scene, step) => agreeTo(scene, step, "MANUAL_REFUND"),
} satisfies Readonly<Record<string, Performance>>;
