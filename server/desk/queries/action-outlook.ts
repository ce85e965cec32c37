import { atLeastOneOther, oneOther } from "../../approvals/domain/needs.ts";
import type { CaseFacts } from "../../cases/domain/case-facts.ts";
import { type ClockMoves, planClocks } from "../../cases/domain/clock-plan.ts";
import { type Verdict, verdictOf } from "../../cases/domain/decide.ts";
import { leftOfClaim } from "../../cases/domain/left-of-claim.ts";
import type { CaseAction, CaseOutcome, CaseState } from "../../cases/domain/words.ts";
import { workflow } from "../../cases/domain/workflow.ts";
import { factsOfCase } from "../../cases/queries/case-parts.ts";
import { findPaidStaff } from "../../cases/queries/find-paid-staff.ts";
import type { GatheredCase } from "../../cases/queries/gather-facts.ts";
import { policyOfCase } from "../../cases/queries/policy-of-case.ts";
import { findClockRule } from "../../clocks/domain/rules.ts";
import { clockOfDispute } from "../../disputes/domain/dispute-clock.ts";
import { issuerCode } from "../../disputes/domain/issuer-code.ts";
import { rulings } from "../../disputes/domain/rulings.ts";
import type { BankRuling } from "../../disputes/domain/words.ts";
import type { Bilingual } from "../../kernel/calendar.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import { formatMoney, type Money } from "../../kernel/money.ts";
import { actedBy } from "../../notices/domain/tellings.ts";
import { type Foreseen, type ForeseenNotice, foreseeNotices } from "../../notices/queries/foresee-notices.ts";
import type { Db } from "../../platform/database/database.ts";
import { findAgency } from "../../referrals/domain/agencies.ts";
import { clocksOfStep } from "../../referrals/domain/clocks-of-step.ts";
import { referralEndings, referralSteps } from "../../referrals/domain/referral-machine.ts";
import type { AgencyOutcome, ReferralStep } from "../../referrals/domain/words.ts";
import { expectedArrival } from "../../refunds/domain/expected-arrival.ts";
import { findBarred } from "../../refunds/queries/find-barred.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { CardNetwork } from "../../transactions/domain/words.ts";
import { limitOfAction } from "../domain/limit-of-action.ts";
import { type MoneyOutlook, outlookMoney } from "../domain/outlook-money.ts";
import { suggestedWords } from "../domain/suggested-words.ts";
import { type OutlookSources, outlookSources } from "./outlook-sources.ts";

/** An action as far as it is decided: what turns its way, without the words that are still being written. */
export interface PlannedAction {
  readonly action: CaseAction;
  readonly amount: Money | null;
  readonly ruling: BankRuling | null;
  readonly agencyOutcome: AgencyOutcome | null;
  readonly agency: string | null;
  readonly referralStep: ReferralStep | null;
  /** For the bank; it says whose clock starts. */
  readonly reasonCode: string | null;
  /** Whose it would be by ASSIGN; null: nobody's. */
  readonly assigneeId: string | null;
}

export interface ActionOutlook {
  readonly to: CaseState;
  readonly approvals: readonly Permission[];
  /** The staff who may give none of these approvals, whatever their role. */
  readonly barred: readonly string[];
  readonly money: MoneyOutlook | null;
  /** What would go back, and by which rates that costs something; null where nothing would. */
  readonly costs: { readonly refund: Money; readonly fees: GatheredCase["fees"] } | null;
  readonly notices: readonly ForeseenNotice[];
  readonly suggestion: Bilingual | null;
  readonly limit: string | null;
  readonly arrivesOn: string | null;
  /** The card that paid, where its payment is known. */
  readonly card: { readonly network: CardNetwork; readonly last4: string } | null;
  readonly policy: OutlookSources["policy"];
}

/**
 * What an action would do, by the tables that will do it: the workflow, its effects, its clocks and what it tells. Null
 * where the case does not leave that way, or where what it hangs on is not chosen yet. Nothing is written.
 */
export async function actionOutlook(
  ctx: RequestContext,
  caseId: string,
  planned: PlannedAction,
): Promise<ActionOutlook | null> {
  const found = await ctx.loaders.load(factsOfCase, caseId);
  const verdict = found === null ? null : verdictFor(found.facts, planned);
  if (found === null || verdict === null) return null;
  const { facts } = found;
  const { action } = planned;
  const sources = await outlookSources(ctx.db, caseId);
  const amount = planned.amount ?? amountOf(facts, action, sources);
  const rules = planned.ruling === null ? null : rulings[planned.ruling];
  const moves = outlookMoney(facts, {
    ...{ action, to: verdict.to, amountMinor: amount.minor, releasableMinor: sources.releasableMinor },
    bankKeepsMinor: rules === null ? null : rules.bankKeeps ? amount.minor : 0n,
  });
  const paidTwice = moves !== null && moves.after.paidTwiceMinor > moves.before.paidTwiceMinor;
  const event = { kind: action, from: facts.state, ...verdict, origin: facts.origin, thread: null, paidTwice };
  const change = await changeOf(ctx, found, planned, verdict, { amount, sources });
  const notices = await foreseeNotices(ctx, caseId, { ...event, by: actedBy(ctx.actor) }, change);
  const agency = planned.agency === null ? null : (findAgency(planned.agency)?.name ?? null);
  const approvals = approvalsAfter(facts, action, verdict.to, amount);
  return {
    to: verdict.to,
    approvals,
    barred: approvals.length === 0 ? [] : await barredFrom(ctx, facts, action),
    money: moves,
    costs: givesBack(action, verdict.to) ? { refund: amount, fees: found.fees } : null,
    notices,
    suggestion: suggestedWords(action, {
      ...{ to: verdict.to, merchant: sources.merchant, because: sources.because, agency },
      amount: { zh: formatMoney(amount, "zh-CN"), en: formatMoney(amount, "en") },
    }),
    limit: limitOfAction(facts, { action, to: verdict.to }, found.approvalRule, ctx.actor.permissions, ctx.locale),
    arrivesOn: change.arrivesOn ?? null,
    card:
      sources.network === null || sources.cardLast4 === null
        ? null
        : { network: sources.network, last4: sources.cardLast4 },
    policy: sources.policy,
  };
}

/** Whether money is on its way back afterwards, or waits for others to agree that it goes. */
function givesBack(action: CaseAction, to: CaseState): boolean {
  const { effects } = workflow[action];
  const moves = effects.includes("PROPOSE_REFUND") || effects.includes("QUEUE_REFUND");
  return moves && (to === "REFUNDING" || to === "AWAITING_APPROVAL");
}

/** Only an amount, a ruling or an agency's word can turn an action's way. */
function verdictFor(facts: CaseFacts, { action, amount, ruling, agencyOutcome }: PlannedAction): Verdict | null {
  if (workflow[action].automatic || !workflow[action].from.includes(facts.state)) return null;
  const way: { readonly to: CaseState; readonly outcome: CaseOutcome | null } | null =
    action === "RECORD_BANK_RULING"
      ? ruling && rulings[ruling]
      : action === "RECORD_AGENCY_OUTCOME"
        ? agencyOutcome && referralEndings[agencyOutcome]
        : { to: facts.state, outcome: null };
  if (way === null) return null;
  const { to, outcome } = way;
  return verdictOf(facts, action, { to, outcome, amount: amount ?? facts.amount, detail: {} });
}

function amountOf(facts: CaseFacts, action: CaseAction, { disputedMinor, refundMinor }: OutlookSources): Money {
  if (action === "ACCEPT_OFFER" && facts.offer !== null) return facts.offer.amount;
  if (action === "GRANT_APPROVAL" && facts.proposedAmount !== null) return facts.proposedAmount;
  if (action === "PROPOSE_MANUAL_REFUND" && refundMinor !== null) return { ...facts.amount, minor: refundMinor };
  if (action === "RECORD_BANK_RULING" && disputedMinor !== null) return { ...facts.amount, minor: disputedMinor };
  return action === "ESCALATE_TO_BANK" ? leftOfClaim(facts) : facts.amount;
}

/** Who must still agree once it is done, in their order. */
function approvalsAfter(facts: CaseFacts, action: CaseAction, to: CaseState, amount: Money): readonly Permission[] {
  if (action === "PROPOSE_CHECK_WAIVER") return oneOther;
  if (action === "PROPOSE_MANUAL_REFUND") return atLeastOneOther(facts.approvalsFor(amount));
  if (to !== "AWAITING_APPROVAL") return [];
  return action === "GRANT_APPROVAL" ? facts.approvalsMissing.slice(1) : facts.approvalsFor(amount);
}

/** Whoever acts, stands on a side of the case, or has proposed the money that is agreed to. */
async function barredFrom(ctx: RequestContext, facts: CaseFacts, action: CaseAction): Promise<readonly string[]> {
  const sides = await (action === "PROPOSE_CHECK_WAIVER" ? findPaidStaff : findBarred)(ctx.db, facts.caseId);
  const proposer = action === "PROPOSE_CHECK_WAIVER" ? null : facts.proposedById;
  return [ctx.actor.id, proposer, ...sides.map(({ staffId }) => staffId)].filter((id) => id !== null);
}

/** What the notices of the move would say that the case does not hold yet. */
async function changeOf(
  ctx: RequestContext,
  { facts, clocks, calendars, promises }: GatheredCase,
  planned: PlannedAction,
  { to }: Verdict,
  { amount, sources }: { readonly amount: Money; readonly sources: OutlookSources },
): Promise<Foreseen> {
  const { action, amount: named, agency, assigneeId } = planned;
  const { effects } = workflow[action];
  const minor = String(amount.minor);
  const at = facts.now;
  const plan = planClocks(clocks, {
    ...{ action, from: facts.state, to, at, breached: null, also: clocksOf(planned, sources) },
    ...{ calendars, promises },
  });
  const changed = new Map(plan.changed.map((clock) => [clock.id, clock]));
  const running = [...clocks.map((clock) => changed.get(clock.id) ?? clock), ...plan.started].filter(
    ({ state }) => state === "RUNNING",
  );
  const goesOut = to === "REFUNDING" && (effects.includes("PROPOSE_REFUND") || effects.includes("QUEUE_REFUND"));
  return {
    ...(named !== null || action === "RECORD_BANK_RULING" ? { namedMinor: minor } : {}),
    ...(effects.includes("PROPOSE_REFUND") && { proposedMinor: minor }),
    ...(action === "MAKE_OFFER" && { offerMinor: minor }),
    ...(action === "ESCALATE_TO_BANK" && { disputedMinor: minor }),
    ...(agency !== null && { agency }),
    ...(action === "ASSIGN" && { assigneeId }),
    ...(action === "ESCALATE_TO_BANK" && sources.network !== null && { bankId: await bankOf(ctx.db, sources.network) }),
    arrivesOn: goesOut ? expectedArrival(at, (await policyOfCase(ctx.db, facts.caseId, at)).content, calendars) : null,
    due: new Map(
      running.flatMap(({ rule, dueAt }): [string, string][] =>
        dueAt === null ? [] : [[findClockRule(rule, deskDay(at))?.kind ?? rule, dueAt.toISOString()]],
      ),
    ),
  };
}

/** What an effect would ask of the clocks beside the table: the agency's to accept or to mediate, the bank's to rule. */
function clocksOf(
  { action, agency, referralStep, reasonCode }: PlannedAction,
  { network, agency: openAt }: OutlookSources,
): ClockMoves {
  if (action === "REFER_TO_AGENCY")
    return { starts: started(agency === null ? null : findAgency(agency)?.clockOnLodging), ends: [] };
  if (action === "ADVANCE_REFERRAL" && referralStep !== null && openAt !== null) {
    const clocks = clocksOfStep(findAgency(openAt), referralSteps[referralStep].to);
    return { starts: started(clocks?.starts), ends: [...(clocks?.ends ?? [])] };
  }
  if (action !== "ESCALATE_TO_BANK" || network === null || reasonCode === null) return { starts: [], ends: [] };
  const clock = clockOfDispute({ network, reasonCode, state: "NOTIFIED", respondBy: null });
  return { starts: clock === null ? [] : [{ rule: clock.rule, dueAt: clock.dueAt }], ends: [] };
}

const started = (rule: string | null | undefined) => (rule == null ? [] : [{ rule, dueAt: null }]);

/** Stands for a bank that no case has gone to yet, so nobody works there. */
const newBank = "00000000-0000-7000-8000-000000000000";

async function bankOf(db: Db, network: CardNetwork): Promise<string> {
  const known = await db
    .selectFrom("institution")
    .select("id")
    .where("code", "=", issuerCode(network))
    .executeTakeFirst();
  return known?.id ?? newBank;
}
