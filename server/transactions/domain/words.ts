export const transactionKinds = ["SALE", "PREAUTHORIZATION", "COMPLETION", "VOID", "REFUND"] as const;
export type TransactionKind = (typeof transactionKinds)[number];

export const importKinds = ["SETTLEMENT", "BANK_DISPUTES"] as const;
export type ImportKind = (typeof importKinds)[number];

export const importStates = ["RUNNING", "DONE", "FAILED"] as const;
export type ImportState = (typeof importStates)[number];
