/** What a piece of evidence is, as the person who brings it says. */
export const proofKinds = [
  "RECEIPT",
  "CARD_SLIP",
  "INVOICE",
  "STATEMENT",
  "CHAT",
  "DELIVERY_PROOF",
  "PAYMENT_PROOF",
  "PHOTO",
  "OTHER",
] as const;
export type ProofKind = (typeof proofKinds)[number];
