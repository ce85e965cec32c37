import type { Span } from "./chance.ts";
import type { Hours } from "./opening-hours.ts";

/** Who does a step, and so when in the day. */
export const cast = ["CUSTOMER", "AGENT", "SUPERVISOR", "COMPLIANCE", "MERCHANT", "BANK", "SYSTEM"] as const;
export type Cast = (typeof cast)[number];

/** Null: at any time, as machines do. */
export const castHours = {
  CUSTOMER: { opens: 7.67, closes: 22.75, on: "EVERY_DAY" },
  AGENT: { opens: 8.92, closes: 18.17, on: "WORKING_DAYS" },
  SUPERVISOR: { opens: 9.08, closes: 18.5, on: "WORKING_DAYS" },
  COMPLIANCE: { opens: 9.33, closes: 17.67, on: "WORKING_DAYS" },
  MERCHANT: { opens: 10, closes: 21, on: "EVERY_DAY" },
  BANK: { opens: 9, closes: 17, on: "WORKING_DAYS" },
  SYSTEM: null,
} as const satisfies Readonly<Record<Cast, Hours | null>>;

/** Everything that happens on the demo desk, once a case is open. What each does stands in `actions/perform-step.ts`. */
export const stepNames = [
  "takeOn",
  "sendProof",
  "scanProof",
  "sendPhoto",
  "askForMore",
  "giveMore",
  "neverAnswers",
  "goesToShop",
  "shopConfirms",
  "shopConfirmsNow",
  "shopContests",
  "shopSendsSlip",
  "shopStaysSilent",
  "confirmIdentity",
  "inspectGoods",
  "askWaiver",
  "waiveWindow",
  "approveByPolicy",
  "approve",
  "propose",
  "approvePart",
  "approveAgainstPolicy",
  "grant",
  "grantAsCompliance",
  "turnDown",
  "acquirerTakes",
  "acquirerSettles",
  "acquirerPaysAtOnce",
  "acquirerRefusesNow",
  "acquirerRefuses",
  "acquirerRefusesLate",
  "acquirerIsSilent",
  "acquirerStillWorks",
  "acquirerIsClosed",
  "tryAgain",
  "proveHandPayment",
  "recordHandPayment",
  "payByHand",
  "declineLate",
  "declineOnProof",
  "contest",
  "acceptsRefusal",
  "offer",
  "takeOffer",
  "refuseOffer",
  "letOfferLapse",
  "goToBank",
  "goToAgency",
  "bankTakesMoney",
  "answerBank",
  "giveIn",
  "secondRound",
  "secondRoundByDesk",
  "answerSecondRound",
  "bankAnswersRound",
  "goToArbitration",
  "bankUpholds",
  "bankForShop",
  "bankWantsRefund",
  "bankReturns",
  "agencyTakesOn",
  "agencyMediates",
  "agencySettles",
  "agencyEnds",
  "agencyRefuses",
  "withdraw",
  "close",
  "reopen",
  "note",
  "noteSearch",
  "noteBank",
  "noteIdentity",
  "noteRetry",
  "customerAsks",
  "agentReplies",
  "agentReminds",
  "agentWritesShop",
  "shopWrites",
  "bankAsks",
  "agentAnswersBank",
] as const;
export type StepName = (typeof stepNames)[number];

export interface Step {
  readonly by: Cast;
  /** Hours after the step before, or the clock that has to run out first. */
  readonly after: Span | string;
  /** The step that began that clock, where it is not the one before. */
  readonly since?: StepName;
  /** Hours after which it would be too late, where a clock waits for it. */
  readonly within?: number;
}

const hours = (from: number, to: number): Span => [from, to];
const minutes = (from: number, to: number): Span => [from / 60, to / 60];
const seconds = (from: number, to: number): Span => [from / 3600, to / 3600];

/**
 * Hours in which those who agree to money answer, the first of them and then the next: a weekend lies within each, and both
 * together are over before the request lapses after its seven days.
 */
const [firstWord, secondWord] = [92, 75] as const;

/** Who does each, and when. */
// biome-ignore format: a table is read by its columns
const steps: Readonly<Record<StepName, Step>> = {
  takeOn:               { by: "SUPERVISOR", after: minutes(4, 200) },
  sendProof:            { by: "CUSTOMER",   after: minutes(1, 9) },
  scanProof:            { by: "AGENT",      after: minutes(1, 6) },
  sendPhoto:            { by: "CUSTOMER",   after: minutes(1, 6) },
  askForMore:           { by: "AGENT",      after: hours(0.5, 9) },
  giveMore:             { by: "CUSTOMER",   after: hours(2, 50), within: 150 },
  neverAnswers:         { by: "SYSTEM",     after: "customer-information" },
  goesToShop:           { by: "SYSTEM",     after: seconds(1, 4) },
  shopConfirms:         { by: "MERCHANT",   after: hours(1, 44) },
  shopConfirmsNow:      { by: "MERCHANT",   after: minutes(3, 16) },
  shopContests:         { by: "MERCHANT",   after: hours(3, 50) },
  shopSendsSlip:        { by: "MERCHANT",   after: minutes(2, 20) },
  shopStaysSilent:      { by: "SYSTEM",     after: "merchant-answer", since: "goesToShop" },
  confirmIdentity:      { by: "AGENT",      after: minutes(12, 300) },
  inspectGoods:         { by: "AGENT",      after: hours(1, 20) },
  askWaiver:            { by: "AGENT",      after: hours(0.5, 6) },
  waiveWindow:          { by: "SUPERVISOR", after: hours(1, 16), within: 150 },
  approveByPolicy:      { by: "SYSTEM",     after: seconds(1, 3) },
  approve:              { by: "AGENT",      after: hours(0.3, 12) },
  propose:              { by: "AGENT",      after: hours(0.3, 12) },
  approvePart:          { by: "AGENT",      after: hours(0.5, 16) },
  approveAgainstPolicy: { by: "AGENT",      after: hours(0.5, 16) },
  grant:                { by: "SUPERVISOR", after: hours(0.3, 7), within: firstWord },
  grantAsCompliance:    { by: "COMPLIANCE", after: hours(0.6, 20), within: secondWord },
  turnDown:             { by: "SUPERVISOR", after: hours(0.5, 7), within: firstWord },
  acquirerTakes:        { by: "SYSTEM",     after: seconds(1, 4) },
  acquirerSettles:      { by: "SYSTEM",     after: hours(0.2, 27) },
  acquirerPaysAtOnce:   { by: "SYSTEM",     after: seconds(1, 4) },
  acquirerRefusesNow:   { by: "SYSTEM",     after: seconds(1, 4) },
  acquirerRefuses:      { by: "SYSTEM",     after: seconds(1, 4) },
  acquirerRefusesLate:  { by: "SYSTEM",     after: hours(0.5, 20) },
  acquirerIsSilent:     { by: "SYSTEM",     after: seconds(11, 13) },
  acquirerStillWorks:   { by: "SYSTEM",     after: minutes(2, 14) },
  acquirerIsClosed:     { by: "SYSTEM",     after: seconds(1, 3) },
  tryAgain:             { by: "AGENT",      after: hours(1, 26) },
  proveHandPayment:     { by: "AGENT",      after: hours(3, 20) },
  recordHandPayment:    { by: "AGENT",      after: minutes(2, 9) },
  payByHand:            { by: "SUPERVISOR", after: hours(1, 20), within: firstWord },
  declineLate:          { by: "AGENT",      after: hours(1, 16) },
  declineOnProof:       { by: "AGENT",      after: hours(1, 18) },
  contest:              { by: "CUSTOMER",   after: hours(5, 120), within: 340 },
  acceptsRefusal:       { by: "SYSTEM",     after: "appeal-window" },
  offer:                { by: "AGENT",      after: hours(2, 30) },
  takeOffer:            { by: "CUSTOMER",   after: hours(1, 40), within: 150 },
  refuseOffer:          { by: "CUSTOMER",   after: hours(2, 60), within: 150 },
  letOfferLapse:        { by: "SYSTEM",     after: "offer-answer" },
  goToBank:             { by: "AGENT",      after: hours(2, 30) },
  goToAgency:           { by: "AGENT",      after: hours(3, 50) },
  bankTakesMoney:       { by: "BANK",       after: hours(20, 90) },
  answerBank:           { by: "AGENT",      after: hours(10, 90) },
  giveIn:               { by: "AGENT",      after: hours(10, 90) },
  secondRound:          { by: "BANK",       after: hours(40, 160) },
  secondRoundByDesk:    { by: "AGENT",      after: hours(10, 90) },
  answerSecondRound:    { by: "AGENT",      after: hours(10, 90) },
  bankAnswersRound:     { by: "BANK",       after: hours(40, 160) },
  goToArbitration:      { by: "AGENT",      after: hours(10, 60) },
  bankUpholds:          { by: "BANK",       after: hours(40, 200) },
  bankForShop:          { by: "BANK",       after: hours(60, 260) },
  bankWantsRefund:      { by: "BANK",       after: hours(40, 200) },
  bankReturns:          { by: "BANK",       after: hours(40, 200) },
  agencyTakesOn:        { by: "AGENT",      after: hours(30, 110) },
  agencyMediates:       { by: "AGENT",      after: hours(60, 200) },
  agencySettles:        { by: "AGENT",      after: hours(40, 160) },
  agencyEnds:           { by: "AGENT",      after: hours(60, 200) },
  agencyRefuses:        { by: "AGENT",      after: hours(40, 110) },
  withdraw:             { by: "CUSTOMER",   after: hours(1, 60) },
  close:                { by: "AGENT",      after: hours(2, 40) },
  reopen:               { by: "SUPERVISOR", after: hours(20, 200) },
  note:                 { by: "AGENT",      after: minutes(6, 150) },
  noteSearch:           { by: "AGENT",      after: minutes(10, 200) },
  noteBank:             { by: "AGENT",      after: minutes(10, 200) },
  noteIdentity:         { by: "AGENT",      after: minutes(10, 200) },
  noteRetry:            { by: "AGENT",      after: minutes(10, 200) },
  customerAsks:         { by: "CUSTOMER",   after: hours(2, 40) },
  agentReplies:         { by: "AGENT",      after: minutes(10, 260) },
  agentReminds:         { by: "AGENT",      after: minutes(10, 260) },
  agentWritesShop:      { by: "AGENT",      after: minutes(20, 300) },
  shopWrites:           { by: "MERCHANT",   after: hours(1, 20) },
  bankAsks:             { by: "BANK",       after: hours(8, 60) },
  agentAnswersBank:     { by: "AGENT",      after: hours(2, 30) },
};

export function stepOf(name: StepName): Step {
  return steps[name];
}
