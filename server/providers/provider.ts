import type { Money } from "../kernel/money.ts";
import type { QueryAnswer, SubmitAnswer } from "./domain/answers.ts";
import type { ProviderId } from "./domain/provider-rules.ts";

/** One instruction to give money back, as a provider is told it. No card data: the provider knows its own transaction. */
export interface RefundInstruction {
  /** Ours, the same for every attempt at this instruction: the provider acts on a key at most once. */
  readonly key: string;
  readonly kind: "VOID" | "PREAUTH_RELEASE" | "PREAUTH_COMPLETION_REFUND" | "SALE_REFUND";
  readonly amount: Money;
  /** The provider's own number of the transaction that the money was paid by. */
  readonly originalReference: string;
}

/** Whoever moves the money. Both answer every failure of the way as NO_ANSWER, and never throw for it. */
export interface Provider {
  submitRefund(instruction: RefundInstruction, signal: AbortSignal): Promise<SubmitAnswer>;
  queryRefund(key: string, signal: AbortSignal): Promise<QueryAnswer>;
}

export type Providers = Readonly<Record<ProviderId, Provider>>;
