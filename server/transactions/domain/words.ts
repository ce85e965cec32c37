export const transactionKinds = ["SALE", "PREAUTHORIZATION", "COMPLETION", "VOID", "REFUND"] as const;
export type TransactionKind = (typeof transactionKinds)[number];

export const cardNetworks = ["VISA", "MASTERCARD", "AMEX", "DISCOVER", "UNIONPAY", "OTHER"] as const;
export type CardNetwork = (typeof cardNetworks)[number];

export const importKinds = ["SETTLEMENT", "BANK_DISPUTES", "REQUESTS"] as const;
export type ImportKind = (typeof importKinds)[number];

/** RECEIVING: the upload is still coming in. QUEUED: it is all here and waits for a worker. */
export const importStates = ["RECEIVING", "QUEUED", "RUNNING", "DONE", "FAILED"] as const;
export type ImportState = (typeof importStates)[number];
