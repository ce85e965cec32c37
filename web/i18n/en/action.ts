import type { InEnglish } from "../dictionary.ts";
import type { actionZhCn } from "../zh-cn/action.ts";

export const actionEn: InEnglish<typeof actionZhCn> = {
  field: {
    message: "Message to the customer",
    question: "What is missing",
    answer: "Answer",
    reason: "Reason",
    overrideReason: "Why not as the policy says",
    note: "Note",
    amount: "Amount",
    agreed: "Amount agreed",
    check: "Check",
    outcome: "Outcome",
    confirms: "Does the shop agree",
    assignee: "Assignee",
    reasonCode: "Network's reason code",
    step: "Step",
    reference: "Their number",
    transfer: "Number of the transfer",
    paymentProof: "Proof of payment",
    ruling: "Ruling",
    agency: "Agency",
    toBank: "Message to the bank",
    respondBy: "Date the bank gave for the answer",
  },
  fieldHint: {
    customer: "The customer reads this.",
    desk: "Only the desk reads this.",
    merchant: "The shop reads this.",
    bank: "The bank reads this.",
    claimed: "The customer asks for {{amount}}.",
  },
  choice: {
    noPaymentProof: "Attach the proof of payment to the case first",
    code: "{{network}} {{code}} {{meaning}}",
    yes: "Agrees with the customer",
    no: "Disagrees",
    nobody: "Nobody",
    choose: "Please choose",
  },
  happens: {
    BEGIN_VERIFICATION: "The shop is asked to verify the payment, and its clock starts. No money moves.",
    REQUEST_INFORMATION: "The customer gets your question. Our own clocks stand still until the answer.",
    PROVIDE_INFORMATION:
      "The answer is recorded for the customer. The case goes back to where it was, and its clocks run on.",
    PROPOSE_CHECK_WAIVER: "Another person is asked to agree. Until then the check stays as it is, and no money moves.",
    RECORD_CHECK: "The check is recorded, and the policy looks at the case again. No money moves.",
    RECORD_MERCHANT_ANSWER: "The shop's answer is recorded and its clock ends. The policy looks at the case again.",
    APPROVE_REFUND:
      "Within your limit the refund goes to the acquirer at once, back to the card that paid. Above it the money is held until whoever may has granted it; until then none moves.",
    DECLINE_REQUEST: "The customer reads the reason, and may contest it within the appeal window. No money moves.",
    GRANT_APPROVAL: "If nobody else must agree, the refund goes to the acquirer at once, back to the card that paid.",
    REJECT_APPROVAL:
      "The money held is free again, none leaves, and the case goes back to the desk. Whoever proposed it reads the reason.",
    PROPOSE_MANUAL_REFUND:
      "The money is held, and another person is asked to confirm it by the proof. Only then is the case closed as refunded.",
    RETRY_REFUND: "The acquirer is asked again. The money goes back once at most.",
    CONTEST_DECISION: "The refusal is contested for the customer, and negotiation opens.",
    MAKE_OFFER: "The customer gets the offer. Until it is accepted no money is held or moved.",
    ACCEPT_OFFER: "The offer is accepted for the customer. By its amount the refund is sent, or waits for approval.",
    REJECT_OFFER: "The offer is turned down for the customer; negotiation goes on.",
    ESCALATE_TO_BANK:
      "A dispute is raised with the bank under this reason, and the bank's clock starts. If a refund waits for approval, it is called off and no money leaves.",
    ADVANCE_DISPUTE: "The step is recorded, and the clock of the next one starts.",
    RECORD_BANK_RULING:
      "The ruling is recorded. By it the money goes back, is taken by the bank, or the case returns to negotiation.",
    REFER_TO_AGENCY: "A complaint is lodged for the customer, and the agency's clock to accept it starts.",
    ADVANCE_REFERRAL: "The agency's step is recorded, and the clock of the next one starts.",
    RECORD_AGENCY_OUTCOME:
      "The outcome is recorded and the customer is told. Where a refund was agreed, that amount goes back to the card.",
    WITHDRAW:
      "The request is withdrawn for the customer and the case closes. If a refund waits for approval, it is called off and no money leaves.",
    CLOSE: "The case closes as declined. The customer reads the reason.",
    REOPEN: "The desk takes the case up again. Money that has gone back stays where it is.",
    ASSIGN: "This colleague works on it from now on.",
  },
  composer: {
    to: "To",
    desk: "The desk",
    placeholderDesk: "Write to the desk…",
    placeholder: {
      CUSTOMER: "Write to the customer…",
      MERCHANT: "Write to the shop…",
      BANK: "Write to the bank…",
      INTERNAL: "An internal note, for the desk only…",
    },
    text: "Text",
    send: "Send",
    save: "Save the note",
    hint: "Ctrl + Enter sends",
    tooLong_one: "At most 4,000 characters; {{count}} too many",
    tooLong_other: "At most 4,000 characters; {{count}} too many",
  },
};
