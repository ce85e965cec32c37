import { datesOf } from "../../server/approvals/domain/terms.ts";
import { alreadyBack } from "../../server/cases/domain/already-back.ts";
import { type CaseChange, caseChange } from "../../server/cases/domain/case-change.ts";
import { caseClocks } from "../../server/cases/domain/case-clocks.ts";
import type { CaseFacts, SaleFacts } from "../../server/cases/domain/case-facts.ts";
import { type CheckKind, checkKinds } from "../../server/cases/domain/checks.ts";
import { planClocks, planOpening, type StoredClock } from "../../server/cases/domain/clock-plan.ts";
import { type CaseMove, decide } from "../../server/cases/domain/decide.ts";
import { basisOf, type CheckRecord, type CheckSources, deriveChecks } from "../../server/cases/domain/derive-checks.ts";
import { policyFacts } from "../../server/cases/domain/policy-facts.ts";
import type { EffectName } from "../../server/cases/domain/transition.ts";
import type { CaseReason } from "../../server/cases/domain/words.ts";
import { workflow } from "../../server/cases/domain/workflow.ts";
import type { ClockFacts } from "../../server/clocks/domain/clock-facts.ts";
import { builtInCalendars } from "../../server/kernel/calendars.ts";
import { day } from "../../server/kernel/day.ts";
import { money } from "../../server/kernel/money.ts";
import { approvalsFor, evaluatePolicy } from "../../server/policies/domain/evaluate.ts";
import type { PolicyContent } from "../../server/policies/domain/policy-content.ts";
import type { Actor } from "../../server/staff/domain/actor.ts";
import { aCase, now } from "./a-case.ts";

/** A case with what the other rooms know of it: the same pure rules, and the shortest stand-in for each effect. */
export interface ModelCase {
  readonly facts: CaseFacts;
  readonly clocks: readonly StoredClock[];
  readonly recorded: ReadonlyMap<CheckKind, CheckRecord>;
  readonly sources: CheckSources;
  readonly settlesAs: CaseFacts["outcome"];
  /** What the case's own refund holds of the sale. */
  readonly heldMinor: bigint;
}

export interface Opening {
  readonly reason: CaseReason;
  readonly amountMinor: bigint;
  readonly capturedMinor: bigint;
  readonly policy: PolicyContent;
}

export function openModel({ reason, amountMinor, capturedMinor, policy }: Opening): ModelCase {
  const amount = money(amountMinor, "CNY");
  const sale: SaleFacts = {
    currency: "CNY",
    capturedMinor,
    refundedMinor: 0n,
    inFlightMinor: 0n,
    chargedBackMinor: 0n,
    paidTwiceMinor: 0n,
  };
  const opened: ModelCase = {
    facts: aCase({
      state: "NEW",
      amount,
      sale,
      verdict: null,
      merchantAnswer: "NOT_ASKED",
      approvalsFor: (asked) => approvalsFor(policy, asked),
    }),
    clocks: withIds(planOpening("NEW", now, [], builtInCalendars).started, 0),
    recorded: new Map(),
    sources: {
      policy,
      reason,
      origin: "CUSTOMER",
      amount,
      askedOn: day("2026-10-12"),
      transactionId: "t-1",
      sale: { ...sale, soldOn: day("2026-10-10") },
      evidence: [],
      merchantAnswer: "NOT_ASKED",
      network: "VISA",
      channel: "WEB",
    },
    settlesAs: null,
    heldMinor: 0n,
  };
  return readClocks(judge(opened));
}

/** The case after the move; the same case where the rules, or the money, say no. */
export function perform(before: ModelCase, move: CaseMove, actor: Actor): ModelCase {
  const verdict = decide(before.facts, move, actor);
  if (!verdict.ok) return before;
  const { to } = verdict.value;
  const change = caseChange(before.facts, move, verdict.value, actor);
  let after: ModelCase = { ...before, facts: changed(before.facts, change), settlesAs: settlesAs(before, change) };
  for (const effect of workflow[move.action].effects) {
    const next = effects[effect]?.(after, move, actor);
    if (next === null) return before;
    after = next ?? after;
  }
  const plan = planClocks(before.clocks, {
    action: move.action,
    from: before.facts.state,
    to,
    at: before.facts.now,
    breached: move.action === "RECORD_CLOCK_BREACH" ? move.input.rule : null,
    also: { starts: [], ends: [] },
    calendars: builtInCalendars,
    promises: before.sources.policy,
  });
  const moved = new Map(plan.changed.map((clock) => [clock.id, clock]));
  const kept = before.clocks.map((clock) => moved.get(clock.id) ?? clock);
  return readClocks({ ...after, clocks: [...kept, ...withIds(plan.started, kept.length)] });
}

/** Time goes by, and nothing else happens. */
export function wait(before: ModelCase, hours: number): ModelCase {
  return { ...before, facts: { ...before.facts, now: new Date(before.facts.now.getTime() + hours * 3_600_000) } };
}

/** Clocks that have run out and that nobody has recorded yet. */
export function overdue({ clocks, facts }: ModelCase): readonly StoredClock[] {
  return clocks.filter(({ state, dueAt }) => state === "RUNNING" && dueAt !== null && facts.now > dueAt);
}

/** What the desk does by itself when a clock has run out. */
export const onBreach = new Map(caseClocks.map(({ rule, onBreach: action }) => [rule, action]));

type ModelEffect = (model: ModelCase, move: CaseMove, actor: Actor) => ModelCase | null;

/** null: the money had gone elsewhere, so nothing of the move is kept. */
const effects: Partial<Record<EffectName, ModelEffect>> = {
  EVALUATE_POLICY: (model) => judge(model),
  LINK_EVIDENCE: (model) => ({
    ...model,
    sources: { ...model.sources, evidence: [...model.sources.evidence, "RECEIPT"] },
  }),
  RECORD_CHECK: (model, move) => {
    if (move.action !== "RECORD_CHECK") return null;
    const { check, outcome } = move.input;
    const said = { outcome, automatic: false, basis: basisOf(check, sourcesOf(model)) };
    return { ...model, recorded: new Map(model.recorded).set(check, said) };
  },
  PROPOSE_REFUND: (model) => {
    const { state, proposedAmount } = model.facts;
    if (state !== "REFUNDING" && state !== "AWAITING_APPROVAL") return model;
    const held = proposedAmount === null ? null : hold(model, proposedAmount.minor, state === "REFUNDING");
    return held === null || state === "REFUNDING" ? held : askApproval(held);
  },
  QUEUE_REFUND: (model) => (model.facts.state === "REFUNDING" ? withRefund(model, { inFlight: true }) : model),
  RELEASE_REFUND: (model) => withRefund(release(model), null),
  RETRY_REFUND: (model) => withRefund(model, { inFlight: true }),
  PROPOSE_MANUAL_REFUND: (model) => {
    const { proposedAmount } = model.facts;
    if (model.heldMinor > 0n) return withRefund(model, { inFlight: true });
    return proposedAmount === null ? null : hold(model, proposedAmount.minor, true);
  },
  RECORD_REFUND: (model, move) => {
    if (model.facts.refund?.inFlight !== true) return null;
    if (move.action === "SETTLE_REFUND") return withRefund(settle(model), { inFlight: false });
    if (move.action !== "FAIL_REFUND") return model;
    const retryable = move.input.detail["retryable"] === true;
    return withRefund(retryable ? model : release(model), { inFlight: false, needsAttention: true, retryable });
  },
  RULE_DISPUTE: (model, move) => {
    if (move.action !== "RECORD_BANK_RULING" || move.input.outcome !== "CHARGED_BACK") return model;
    const taken = move.input.amount.minor;
    return withSale(model, (sale) => {
      const gone = sale.refundedMinor + sale.inFlightMinor + sale.chargedBackMinor;
      const fits = sale.capturedMinor - gone < taken ? sale.capturedMinor - gone : taken;
      const paidTwiceMinor = sale.paidTwiceMinor + taken - fits;
      return { ...sale, chargedBackMinor: sale.chargedBackMinor + fits, paidTwiceMinor };
    });
  },
};

/** Whoever must agree has until then. */
function askApproval(model: ModelCase): ModelCase {
  const { expiresAt } = datesOf("REFUND", model.facts.now);
  return { ...model, facts: { ...model.facts, approvalExpiresAt: expiresAt } };
}

function hold(model: ModelCase, minor: bigint, inFlight: boolean): ModelCase | null {
  const { sale } = model.facts;
  if (sale === null || minor > sale.capturedMinor - sale.refundedMinor - sale.inFlightMinor - sale.chargedBackMinor)
    return null;
  const held = withSale({ ...model, heldMinor: minor }, (before) => ({
    ...before,
    inFlightMinor: before.inFlightMinor + minor,
  }));
  return withRefund(held, { inFlight });
}

function release(model: ModelCase): ModelCase {
  const { heldMinor } = model;
  return withSale({ ...model, heldMinor: 0n }, (sale) => ({ ...sale, inFlightMinor: sale.inFlightMinor - heldMinor }));
}

function settle(model: ModelCase): ModelCase {
  const { heldMinor, facts } = model;
  const settled = { ...model, heldMinor: 0n, facts: { ...facts, settledMinor: facts.settledMinor + heldMinor } };
  return withSale(settled, (sale) => ({
    ...sale,
    inFlightMinor: sale.inFlightMinor - heldMinor,
    refundedMinor: sale.refundedMinor + heldMinor,
  }));
}

function withSale(model: ModelCase, change: (sale: SaleFacts) => SaleFacts): ModelCase {
  const { sale } = model.facts;
  return sale === null ? model : counting({ ...model, facts: { ...model.facts, sale: change(sale) } });
}

/** The limits see what has gone back over the payment, as `gatherFacts` reads it. */
function counting(model: ModelCase): ModelCase {
  const { facts, sources } = model;
  const beside = { alreadyBackMinor: alreadyBack(facts.sale, facts.refund) };
  return { ...model, facts: { ...facts, approvalsFor: (asked) => approvalsFor(sources.policy, asked, beside) } };
}

function withRefund(model: ModelCase, change: Partial<NonNullable<CaseFacts["refund"]>> | null): ModelCase {
  const none = {
    id: "r-1",
    inFlight: false,
    paidOutside: false,
    needsAttention: false,
    retryable: false,
    heldMinor: model.heldMinor,
  };
  return counting({ ...model, facts: { ...model.facts, refund: change === null ? null : { ...none, ...change } } });
}

function sourcesOf({ sources, facts }: ModelCase): CheckSources {
  const { sale } = facts;
  const sold = sale === null || sources.sale === null ? null : { ...sale, soldOn: sources.sale.soldOn };
  return { ...sources, sale: sold, merchantAnswer: facts.merchantAnswer };
}

/** As the effect does: not where the decision has been taken already. */
function judge(model: ModelCase): ModelCase {
  if (["AWAITING_APPROVAL", "REFUNDING", "AT_BANK", "AT_AGENCY", "CLOSED"].includes(model.facts.state)) return model;
  const sources = sourcesOf(model);
  const records = deriveChecks(sources, model.recorded);
  const judged = policyFacts(sources, records);
  const { outcome, rowNumber, straightThrough } = evaluatePolicy(sources.policy, judged);
  const alreadyBackMinor = BigInt(judged.alreadyBackMinor ?? 0);
  const checks = { ...model.facts.checks };
  for (const kind of checkKinds) checks[kind] = records[kind].outcome;
  return {
    ...model,
    recorded: new Map(checkKinds.map((kind) => [kind, records[kind]])),
    facts: { ...model.facts, checks, verdict: { outcome, rowNumber, straightThrough, alreadyBackMinor } },
  };
}

function settlesAs(before: ModelCase, change: CaseChange): CaseFacts["outcome"] {
  return change.settles_as === undefined ? before.settlesAs : change.settles_as;
}

/** The columns that a move writes, as the facts that are read from them next time. */
function changed(facts: CaseFacts, change: CaseChange): CaseFacts {
  const amount = (minor: bigint | null) => (minor === null ? null : money(minor, facts.amount.currency));
  const offered = change.offer_minor === undefined ? undefined : amount(change.offer_minor);
  return {
    ...facts,
    state: change.state ?? facts.state,
    ...(change.outcome !== undefined && { outcome: change.outcome }),
    ...(change.returns_to !== undefined && { returnsTo: change.returns_to }),
    ...(change.merchant_answer !== undefined && { merchantAnswer: change.merchant_answer }),
    ...(change.assignee_id !== undefined && { assigneeId: change.assignee_id }),
    ...(change.snoozed_until !== undefined && { snoozedUntil: change.snoozed_until }),
    ...(change.proposed_by_id !== undefined && { proposedById: change.proposed_by_id }),
    ...(change.proposed_minor !== undefined && { proposedAmount: amount(change.proposed_minor) }),
    ...(change.approvals_missing !== undefined && {
      approvalsMissing: change.approvals_missing as CaseFacts["approvalsMissing"],
    }),
    ...(change.approved_by_ids !== undefined && { approvedByIds: change.approved_by_ids }),
    ...(offered !== undefined && {
      offer: offered === null ? null : { amount: offered, byId: change.offer_by_id ?? null },
    }),
  };
}

/** What the facts say of clocks, of the other machines and of the refund's end, as `gatherFacts` reads it. */
function readClocks(model: ModelCase): ModelCase {
  const latest = (rule: string) => model.clocks.findLast((clock) => clock.rule === rule);
  const { facts, settlesAs: agreed } = model;
  const offer = latest("offer-answer");
  const steps = { AT_BANK: ["dispute:REPRESENT"], AT_AGENCY: ["referral:ACKNOWLEDGE"] } as const;
  const partly = facts.settledMinor + (facts.proposedAmount?.minor ?? 0n) < facts.amount.minor;
  return {
    ...model,
    facts: {
      ...facts,
      offerOpenUntil: facts.offer === null ? null : (offer?.dueAt ?? null),
      offerLapsedAt: offer?.state === "BREACHED" ? offer.dueAt : null,
      appealOpenUntil: latest("appeal-window")?.dueAt ?? null,
      reopenUntil: latest("reopen-window")?.dueAt ?? null,
      breachedClocks: new Set(caseClocks.map(({ rule }) => rule).filter((rule) => latest(rule)?.state === "BREACHED")),
      openSteps: new Set(facts.state === "AT_BANK" || facts.state === "AT_AGENCY" ? steps[facts.state] : []),
      settledOutcome: agreed ?? (partly ? "PARTLY_REFUNDED" : "REFUNDED"),
    },
  };
}

function withIds(clocks: readonly ClockFacts[], from: number): readonly StoredClock[] {
  return clocks.map((clock, index) => ({ ...clock, id: String(from + index) }));
}
