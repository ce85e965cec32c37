import type { CaseAction, CaseState } from "../../server/cases/domain/words.ts";
import { toGlobalId } from "../../server/kernel/ids.ts";
import type { TestApi } from "./api.ts";
import * as stage from "./case-stages.ts";
import type { GivenCase } from "./given-case.ts";

/** One mutation on a case, with what it takes to have it allowed. */
export interface CaseActionRow {
  readonly action: CaseAction;
  readonly by: Exclude<stage.Hand, "SYSTEM">;
  readonly given: stage.Stage;
  /** Beside the case, its version and the key. */
  readonly input: object | ((api: TestApi, found: GivenCase) => Promise<object>);
  /** What differs in another intention under the same key; without it the intention is about another case. */
  readonly other?: object;
  readonly leadsTo: CaseState;
}

const words = { message: "我在柜台见过 the goods." };
const otherWords = { message: "Other words." };
const why = { reason: "Both sides were heard." };
const otherWhy = { reason: "Another reason." };
const cny = (minor: number) => ({ amount: { minor: String(minor), currency: "CNY" } });
const inDays = ({ clock }: TestApi, days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString();
const agent = "SUPPORT_AGENT";

/** Every mutation on a case. One that is in the schema and not here fails the tests. */
// biome-ignore format: a table is read by its columns
export const caseActionRows: Readonly<Record<string, CaseActionRow>> = {
  requestInformation:   { action: "REQUEST_INFORMATION", by: agent, given: stage.newCase, input: words, other: otherWords, leadsTo: "AWAITING_CUSTOMER" },
  provideInformation:   { action: "PROVIDE_INFORMATION", by: "CUSTOMER", given: stage.awaitingCustomer, input: words, other: otherWords, leadsTo: "NEW" },
  beginVerification:    { action: "BEGIN_VERIFICATION", by: agent, given: stage.newCase, input: {}, leadsTo: "VERIFYING" },
  attachPayment:        { action: "ATTACH_PAYMENT", by: agent, given: stage.withoutPayment, input: async (_api, { transactionId }) => ({ transactionId: toGlobalId("Transaction", transactionId) }), leadsTo: "NEW" },
  recordCheck:          { action: "RECORD_CHECK", by: agent, given: stage.verifying, input: { check: "GOODS_STATE", outcome: "PASSED" }, other: { outcome: "FAILED" }, leadsTo: "VERIFYING" },
  proposeCheckWaiver:   { action: "PROPOSE_CHECK_WAIVER", by: agent, given: stage.verifying, input: { check: "GOODS_STATE", ...why }, other: otherWhy, leadsTo: "VERIFYING" },
  recordMerchantAnswer: { action: "RECORD_MERCHANT_ANSWER", by: "MERCHANT_VERIFIER", given: stage.verifying, input: { confirms: true, ...words }, other: { confirms: false }, leadsTo: "VERIFYING" },
  approveRefund:        { action: "APPROVE_REFUND", by: agent, given: stage.readyToApprove, input: { ...cny(12_900), ...why }, other: cny(12_800), leadsTo: "REFUNDING" },
  declineRequest:       { action: "DECLINE_REQUEST", by: agent, given: stage.verifying, input: { ...why, overrideReason: "Seen." }, other: otherWhy, leadsTo: "DECLINED" },
  grantApproval:        { action: "GRANT_APPROVAL", by: "SUPERVISOR", given: stage.awaitingApproval, input: {}, other: { note: "Seen." }, leadsTo: "REFUNDING" },
  rejectApproval:       { action: "REJECT_APPROVAL", by: "SUPERVISOR", given: stage.awaitingApproval, input: why, other: otherWhy, leadsTo: "VERIFYING" },
  retryRefund:          { action: "RETRY_REFUND", by: agent, given: stage.failed, input: {}, leadsTo: "REFUNDING" },
  recordManualRefund:   { action: "PROPOSE_MANUAL_REFUND", by: agent, given: stage.failed, input: async (api, { caseId }) => ({ reference: "BOC-2026/000123", evidenceId: await stage.givenPaymentProof(api, caseId) }), other: { reference: "BOC-2026/000124" }, leadsTo: "REFUNDING" },
  contestDecision:      { action: "CONTEST_DECISION", by: "CUSTOMER", given: stage.declined, input: words, other: otherWords, leadsTo: "NEGOTIATING" },
  makeOffer:            { action: "MAKE_OFFER", by: agent, given: stage.negotiating, input: { ...cny(5_000), ...words, overrideReason: "Seen." }, other: cny(5_001), leadsTo: "NEGOTIATING" },
  acceptOffer:          { action: "ACCEPT_OFFER", by: "CUSTOMER", given: stage.offered, input: {}, leadsTo: "REFUNDING" },
  rejectOffer:          { action: "REJECT_OFFER", by: "CUSTOMER", given: stage.offered, input: words, other: otherWords, leadsTo: "NEGOTIATING" },
  escalateCaseToBank:   { action: "ESCALATE_TO_BANK", by: agent, given: stage.negotiating, input: { reasonCode: "13.1", ...words }, other: { reasonCode: "13.3" }, leadsTo: "AT_BANK" },
  advanceDispute:       { action: "ADVANCE_DISPUTE", by: agent, given: stage.atBank, input: { step: "ACCEPT" }, other: { respondBy: "2027-01-01T00:00:00Z" }, leadsTo: "AT_BANK" },
  recordBankRuling:     { action: "RECORD_BANK_RULING", by: "BANK_OFFICER", given: stage.atBank, input: { ruling: "MERCHANT_MUST_REFUND", ...cny(12_900) }, other: cny(12_800), leadsTo: "REFUNDING" },
  referCaseToAgency:    { action: "REFER_TO_AGENCY", by: agent, given: stage.negotiating, input: { agency: "CN-12315", ...words }, other: otherWords, leadsTo: "AT_AGENCY" },
  advanceReferral:      { action: "ADVANCE_REFERRAL", by: agent, given: stage.atAgency, input: { step: "ACKNOWLEDGE", reference: "12315-77" }, other: { reference: "12315-78" }, leadsTo: "AT_AGENCY" },
  recordAgencyOutcome:  { action: "RECORD_AGENCY_OUTCOME", by: agent, given: stage.acknowledged, input: { outcome: "MEDIATED_REFUND", ...cny(6_000) }, other: cny(6_001), leadsTo: "REFUNDING" },
  withdrawCase:         { action: "WITHDRAW", by: "CUSTOMER", given: stage.verifying, input: words, other: otherWords, leadsTo: "CLOSED" },
  closeCase:            { action: "CLOSE", by: agent, given: stage.negotiating, input: why, other: otherWhy, leadsTo: "CLOSED" },
  reopenCase:           { action: "REOPEN", by: "SUPERVISOR", given: stage.closed, input: why, other: otherWhy, leadsTo: "NEW" },
  assignCase:           { action: "ASSIGN", by: agent, given: stage.newCase, input: async (api) => ({ assigneeId: toGlobalId("Staff", api.as("SUPERVISOR").staffId) }), other: { assigneeId: null }, leadsTo: "NEW" },
  snoozeCase:           { action: "SNOOZE", by: agent, given: stage.newCase, input: async (api) => ({ until: inDays(api, 2) }), other: { until: "2026-03-01T00:00:00Z" }, leadsTo: "NEW" },
  wakeCase:             { action: "WAKE", by: agent, given: stage.snoozed, input: {}, leadsTo: "NEW" },
  addNote:              { action: "ADD_NOTE", by: agent, given: stage.newCase, input: words, other: otherWords, leadsTo: "NEW" },
  sendMessage:          { action: "SEND_MESSAGE", by: "CUSTOMER", given: stage.newCase, input: { thread: "CUSTOMER", ...words }, other: otherWords, leadsTo: "NEW" },
  attachEvidence:       { action: "ATTACH_EVIDENCE", by: "CUSTOMER", given: stage.newCase, input: async (api, { caseId }) => ({ evidenceId: await stage.givenUnlinkedFile(api, caseId) }), leadsTo: "NEW" },
};
