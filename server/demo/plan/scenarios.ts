import type { CaseReason } from "../../cases/domain/words.ts";
import type { CardNetwork } from "../../transactions/domain/words.ts";
import type { Span } from "./chance.ts";
import type { StepName } from "./steps.ts";

/** How much is asked for, against what the default policy lets go by itself, by an agent, a supervisor, compliance. */
export const bands = ["ROUTINE", "SMALL", "MIDDLE", "LARGE"] as const;
export type Band = (typeof bands)[number];

/** How a case begins. ASKED: by the customer, on the web, by phone or at the counter. */
export type Opening = "ASKED" | "WEB" | "COUNTER" | "BY_SHOP" | "BY_BANK" | "BY_AGENCY";

/** One story, told so many times with other people, shops and sums. */
export interface Scenario {
  readonly name: string;
  readonly count: number;
  readonly opening: Opening;
  readonly band: Band;
  readonly reasons: readonly CaseReason[];
  readonly steps: readonly StepName[];
  /** Hours since the last thing happened: how long the case has rested where it is. */
  readonly rests: Span;
  /** Days from the sale to the request. */
  readonly days: Span;
  readonly networks?: readonly CardNetwork[];
  /** The request has to be decided soon, so it was made some days ago; `rests` says nothing then. */
  readonly dueSoon?: boolean;
  /** Nobody has found the sale yet. */
  readonly unmatched?: boolean;
  /** Nobody has taken the case on. */
  readonly unassigned?: boolean;
}

const till: readonly CaseReason[] = [
  "DUPLICATE_CHARGE",
  "WRONG_AMOUNT",
  "PAID_BY_OTHER_MEANS",
  "DEPOSIT_NOT_RELEASED",
  "DUPLICATE_CHARGE",
];
const fair: readonly CaseReason[] = [
  ...till,
  "RETURNED_NOT_REFUNDED",
  "GOODS_NOT_RECEIVED",
  "NOT_AS_DESCRIBED",
  "CANCELLED",
];
const argued: readonly CaseReason[] = ["NOT_AS_DESCRIBED", "CANCELLED", "GOODS_NOT_RECEIVED", "RETURNED_NOT_REFUNDED"];
const tooLate: readonly CaseReason[] = ["NOT_AS_DESCRIBED", "CANCELLED", "OTHER"];
const forBank: readonly CaseReason[] = ["NOT_RECOGNISED", "GOODS_NOT_RECEIVED", "NOT_AS_DESCRIBED", "DUPLICATE_CHARGE"];
const answered: readonly CaseReason[] = ["GOODS_NOT_RECEIVED", "NOT_AS_DESCRIBED", "RETURNED_NOT_REFUNDED"];

const asked = { opening: "ASKED", band: "SMALL", reasons: fair, days: [0, 5] } as const;
const late = { opening: "ASKED", band: "SMALL", reasons: tooLate, days: [9, 30] } as const;
const toBank = {
  opening: "ASKED",
  band: "MIDDLE",
  reasons: forBank,
  days: [0, 6],
  networks: ["VISA", "MASTERCARD"],
} as const;
const answeredAtBank = { ...toBank, reasons: answered, networks: ["VISA"] } as const;

/** Visa gives the liability for fraud at once, and it is the desk that starts the second round. */
const fraud = { ...toBank, reasons: ["NOT_RECOGNISED"], networks: ["VISA"] } as const;

/** What cardholders take to their bank at once, as the bank's own file brings it. */
const fromBank = { ...answeredAtBank, opening: "BY_BANK", days: [8, 30], networks: ["VISA", "MASTERCARD"] } as const;

const taken = ["goesToShop", "sendProof", "takeOn"] as const;
const confirmed = [...taken, "shopConfirms"] as const;
const contested = [...taken, "shopContests", "shopSendsSlip"] as const;
const silent = [...taken, "shopStaysSilent"] as const;
const refused = [...contested, "declineOnProof"] as const;
const negotiating = [...refused, "contest"] as const;
const atBank = [...contested, "goToBank"] as const;
const charged = [...atBank, "bankTakesMoney"] as const;
const defended = [...charged, "answerBank"] as const;
const atAgency = [...negotiating, "offer", "refuseOffer", "goToAgency"] as const;
const paid = ["acquirerTakes", "acquirerSettles"] as const;
const proposed = [...confirmed, "confirmIdentity", "propose"] as const;

/** The desk as it is found when it is opened: what is still to do. */
// biome-ignore format: a table is read by its columns
const open: readonly Scenario[] = [
  { ...asked,  name: "just asked",               count: 5, steps: ["goesToShop", "sendProof"], rests: [0.1, 10], unassigned: true },
  { ...asked,  name: "asked without proof",      count: 2, steps: ["goesToShop"], rests: [0.3, 20], unassigned: true, band: "ROUTINE", reasons: till },
  { ...asked,  name: "sale not found",           count: 3, opening: "WEB", steps: ["sendProof"], rests: [0.2, 18], unmatched: true, unassigned: true },
  { ...asked,  name: "sale still not found",     count: 3, opening: "WEB", steps: ["sendProof", "takeOn", "noteSearch"], rests: [3, 60], unmatched: true },
  { ...asked,  name: "search for the sale drags on", count: 2, opening: "WEB", steps: ["sendProof", "takeOn", "noteSearch", "customerAsks"], rests: [0, 0], unmatched: true, dueSoon: true },
  { ...asked,  name: "forgotten",                count: 1, opening: "WEB", steps: ["sendProof", "takeOn"], rests: [190, 250], unmatched: true },
  { ...asked,  name: "waits for the customer",   count: 3, steps: ["goesToShop", "takeOn", "askForMore"], rests: [4, 130] },
  { ...asked,  name: "asked once more",          count: 3, steps: [...taken, "shopConfirms", "askForMore"], rests: [3, 120], band: "MIDDLE" },
  { ...asked,  name: "customer wants news",      count: 1, steps: ["goesToShop", "takeOn", "askForMore", "customerAsks", "agentReminds"], rests: [2, 60] },
  { ...asked,  name: "waits for the shop",       count: 5, steps: taken, rests: [1, 44] },
  { ...asked,  name: "shop is written to",       count: 3, steps: [...taken, "agentWritesShop", "shopWrites"], rests: [0.5, 20], band: "MIDDLE" },
  { ...asked,  name: "ready to decide",          count: 3, steps: confirmed, rests: [0.2, 18], reasons: argued },
  { ...asked,  name: "to be decided soon",       count: 3, opening: "WEB", steps: confirmed, rests: [0, 0], reasons: argued, dueSoon: true },
  { ...asked,  name: "ready to propose",         count: 2, steps: [...confirmed, "confirmIdentity"], rests: [0.2, 14], band: "MIDDLE" },
  { ...asked,  name: "shop disputes it",         count: 2, steps: contested, rests: [0.5, 30], reasons: argued },
  { ...asked,  name: "shop stays silent",        count: 2, steps: silent, rests: [2, 30], band: "MIDDLE" },
  { ...late,   name: "late, but the shop agrees", count: 1, steps: confirmed, rests: [1, 26] },
  { ...asked,  name: "overdue in verification",  count: 1, steps: [...taken, "shopConfirms", "note", "customerAsks"], rests: [120, 190], band: "MIDDLE" },
  { ...asked,  name: "handed on by the agency",  count: 1, opening: "BY_AGENCY", steps: ["takeOn", "agentWritesShop"], rests: [4, 50], reasons: argued, days: [5, 20] },
  { ...asked,  name: "for the supervisor",       count: 4, steps: proposed, rests: [0.2, 9], band: "MIDDLE" },
  { ...asked,  name: "paid by hand, to confirm", count: 1, steps: [...proposed, "grant", "acquirerTakes", "acquirerRefusesLate", "proveHandPayment", "recordHandPayment"], rests: [0.4, 8], band: "MIDDLE" },
  { ...late,   name: "waiver asked for",         count: 1, steps: [...confirmed, "askWaiver"], rests: [0.4, 9] },
  { ...asked,  name: "approval lapses",           count: 1, steps: proposed, rests: [172, 190], band: "MIDDLE" },
  { ...asked,  name: "for compliance",           count: 2, steps: [...proposed, "grant"], rests: [0.3, 14], band: "LARGE" },
  { ...asked,  name: "acquirer refuses for now", count: 1, steps: [...confirmed, "approve", "acquirerRefusesNow"], rests: [0.5, 30], reasons: argued },
  { ...asked,  name: "card is closed",           count: 2, steps: [...proposed, "grant", "acquirerRefuses"], rests: [1, 40], band: "MIDDLE" },
  { ...asked,  name: "answer lost",              count: 2, steps: [...confirmed, "approve", "acquirerIsSilent"], rests: [0.05, 0.3], reasons: argued },
  { ...asked,  name: "acquirer is closed",       count: 2, steps: [...confirmed, "approve", "acquirerIsClosed"], rests: [0.02, 0.1], reasons: argued },
  { ...late,   name: "declined as late",         count: 2, steps: [...contested, "declineLate"], rests: [10, 300] },
  { ...asked,  name: "declined on proof",        count: 2, steps: refused, rests: [6, 280], reasons: [...argued, "NOT_RECOGNISED"] },
  { ...asked,  name: "contested",                count: 2, steps: negotiating, rests: [1, 40], band: "MIDDLE", reasons: argued },
  { ...asked,  name: "offer is out",             count: 2, steps: [...negotiating, "offer"], rests: [3, 110], band: "MIDDLE", reasons: argued },
  { ...asked,  name: "offer refused",            count: 1, steps: [...negotiating, "offer", "refuseOffer"], rests: [2, 60], reasons: argued },
  { ...asked,  name: "offer lapsed",             count: 1, steps: [...negotiating, "offer", "letOfferLapse"], rests: [4, 60], reasons: argued },
  { ...toBank, name: "back from the bank",       count: 1, steps: [...charged, "bankReturns"], rests: [4, 60] },
  { ...toBank, name: "with the bank",            count: 1, steps: atBank, rests: [2, 70] },
  { ...toBank, name: "money taken",              count: 2, steps: charged, rests: [6, 200] },
  { ...answeredAtBank, name: "answered the bank", count: 2, steps: defended, rests: [10, 200] },
  { ...answeredAtBank, name: "second round",     count: 1, steps: [...defended, "secondRound"], rests: [10, 90] },
  { ...fraud,  name: "fought by the desk",       count: 1, steps: [...charged, "secondRoundByDesk"], rests: [10, 120] },
  { ...fromBank, name: "notice from the bank",   count: 2, steps: ["takeOn", "noteBank"], rests: [3, 120] },
  { ...toBank, name: "bank asks back",           count: 1, steps: [...charged, "bankAsks"], rests: [3, 30] },
  { ...asked,  name: "complaint lodged",         count: 1, steps: atAgency, rests: [6, 70], band: "MIDDLE", reasons: argued },
  { ...asked,  name: "complaint taken on",       count: 1, steps: [...atAgency, "agencyTakesOn"], rests: [20, 200], band: "MIDDLE", reasons: argued },
  { ...asked,  name: "in mediation",             count: 1, steps: [...atAgency, "agencyTakesOn", "agencyMediates"], rests: [10, 150], band: "MIDDLE", reasons: argued },
];

/** What has been dealt with, over the last three months. */
// biome-ignore format: a table is read by its columns
const closed: readonly Scenario[] = [
  { ...asked,  name: "straight through",         count: 32, steps: ["goesToShop", "sendProof", "shopConfirms", "approveByPolicy", ...paid], rests: [1, 1900], band: "ROUTINE", reasons: till },
  { ...asked,  name: "shop reports itself",      count: 6, opening: "BY_SHOP", steps: ["goesToShop", "scanProof", "shopConfirmsNow", "approveByPolicy", "acquirerPaysAtOnce"], rests: [3, 1900], band: "ROUTINE", reasons: till, days: [0, 0] },
  { ...asked,  name: "refunded by an agent",     count: 25, steps: [...confirmed, "approve", ...paid], rests: [1, 1900] },
  { ...asked,  name: "refunded after a question", count: 6, steps: ["goesToShop", "takeOn", "askForMore", "giveMore", "sendProof", "shopConfirms", "approve", ...paid], rests: [8, 1800], reasons: argued },
  { ...asked,  name: "refunded by two",          count: 14, steps: [...proposed, "grant", ...paid], rests: [3, 1700], band: "MIDDLE" },
  { ...asked,  name: "refunded by three",        count: 5, steps: [...proposed, "grant", "grantAsCompliance", ...paid], rests: [12, 1500], band: "LARGE" },
  { ...asked,  name: "answer lost, then found",  count: 4, steps: [...confirmed, "approve", "acquirerIsSilent", "acquirerStillWorks", "acquirerSettles"], rests: [10, 1500], reasons: argued },
  { ...asked,  name: "tried again",              count: 5, steps: [...confirmed, "approve", "acquirerRefusesNow", "noteRetry", "tryAgain", ...paid], rests: [10, 1500], reasons: argued },
  { ...asked,  name: "paid by hand",             count: 3, steps: [...proposed, "grant", "acquirerTakes", "acquirerRefusesLate", "proveHandPayment", "recordHandPayment", "payByHand"], rests: [10, 1500], band: "MIDDLE" },
  { ...asked,  name: "turned down, then granted", count: 3, steps: [...proposed, "turnDown", "noteIdentity", "propose", "grant", ...paid], rests: [10, 1500], band: "MIDDLE" },
  { ...asked,  name: "silent shop overruled",    count: 4, steps: [...silent, "confirmIdentity", "approveAgainstPolicy", "grant", ...paid], rests: [10, 1400], band: "MIDDLE", reasons: till },
  { ...late,   name: "window waived",            count: 2, steps: [...confirmed, "askWaiver", "waiveWindow", "approve", ...paid], rests: [10, 1400] },
  { ...asked,  name: "part of it",               count: 11, steps: [...contested, "inspectGoods", "approvePart", ...paid], rests: [4, 1600], reasons: ["NOT_AS_DESCRIBED", "RETURNED_NOT_REFUNDED"] },
  { ...asked,  name: "offer taken",              count: 8, steps: [...negotiating, "offer", "takeOffer", ...paid], rests: [4, 1300], reasons: argued },
  { ...late,   name: "too late",                 count: 13, steps: [...contested, "declineLate", "acceptsRefusal"], rests: [2, 1300] },
  { ...asked,  name: "not proved",               count: 8, steps: [...refused, "acceptsRefusal"], rests: [2, 1300], reasons: [...argued, "NOT_RECOGNISED"] },
  { ...asked,  name: "no way out",               count: 5, steps: [...negotiating, "offer", "refuseOffer", "close"], rests: [2, 1200], reasons: argued },
  { ...asked,  name: "withdrawn early",          count: 6, steps: ["goesToShop", "takeOn", "withdraw"], rests: [1, 1900] },
  { ...asked,  name: "withdrawn later",          count: 6, steps: [...taken, "customerAsks", "agentReplies", "withdraw"], rests: [1, 1800] },
  { ...asked,  name: "withdrawn while arguing",  count: 2, steps: [...negotiating, "offer", "withdraw"], rests: [4, 1200], reasons: argued },
  { ...asked,  name: "never heard again",        count: 9, steps: ["goesToShop", "takeOn", "askForMore", "neverAnswers"], rests: [3, 1700] },
  { ...toBank, name: "charged back",             count: 7, networks: ["VISA", "MASTERCARD", "UNIONPAY"], steps: [...charged, "bankUpholds"], rests: [5, 900] },
  { ...answeredAtBank, name: "charged back after an answer", count: 2, steps: [...defended, "secondRound", "answerSecondRound", "bankUpholds"], rests: [5, 400] },
  { ...toBank, name: "given in",                 count: 2, steps: [...charged, "giveIn", "bankUpholds"], rests: [5, 900] },
  { ...answeredAtBank, name: "won at the bank",  count: 7, steps: [...defended, "bankForShop"], rests: [5, 700] },
  { ...fraud,  name: "won in arbitration",       count: 1, steps: [...charged, "secondRoundByDesk", "bankAnswersRound", "goToArbitration", "bankForShop"], rests: [5, 300] },
  { ...fromBank, name: "notice answered and won", count: 2, steps: ["takeOn", "noteBank", "answerBank", "bankForShop"], rests: [5, 500] },
  { ...fromBank, name: "notice given in to",     count: 2, steps: ["takeOn", "giveIn", "bankUpholds"], rests: [5, 700] },
  { ...toBank, name: "bank wants a refund",      count: 3, steps: [...atBank, "bankWantsRefund", ...paid], rests: [5, 900] },
  { ...asked,  name: "settled at the agency",    count: 5, steps: [...atAgency, "agencyTakesOn", "agencyMediates", "agencySettles", ...paid], rests: [5, 500], reasons: argued },
  { ...asked,  name: "mediation failed",         count: 2, steps: [...atAgency, "agencyTakesOn", "agencyMediates", "agencyEnds"], rests: [5, 500], band: "MIDDLE", reasons: argued },
  { ...asked,  name: "agency did not take it",   count: 1, steps: [...atAgency, "agencyRefuses"], rests: [5, 500], band: "MIDDLE", reasons: argued },
  { ...asked,  name: "taken up again",           count: 3, steps: [...refused, "acceptsRefusal", "reopen", "inspectGoods", "approveAgainstPolicy", ...paid], rests: [5, 500], reasons: ["NOT_AS_DESCRIBED", "RETURNED_NOT_REFUNDED"] },
];

export const scenarios: readonly Scenario[] = [...open, ...closed];
export const openCount = open.reduce((sum, { count }) => sum + count, 0);
