import type { Money } from "../kernel/money.ts";
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

/** What the provider says of a key. `code` is the provider's, in words by `answer-codes`. */
export type ProviderAnswer =
  | { readonly answer: "PROCESSING"; readonly reference: string }
  | { readonly answer: "SETTLED"; readonly reference: string }
  | { readonly answer: "DECLINED"; readonly code: string; readonly retryable: boolean }
  /** Nothing can be concluded: the money may have moved, or not. */
  | { readonly answer: "NO_ANSWER"; readonly code: string };

/** ACCEPTED: it will act. NOT_TAKEN: it is closed, took nothing, and wants the same instruction again later. */
export type SubmitAnswer =
  | ProviderAnswer
  | { readonly answer: "ACCEPTED"; readonly reference: string }
  | { readonly answer: "NOT_TAKEN"; readonly code: string; readonly until: Date | null };

/** NEVER_RECEIVED: the provider knows no such key, in its own words and not for want of an answer. */
export type QueryAnswer = ProviderAnswer | { readonly answer: "NEVER_RECEIVED" };

/** Whoever moves the money. Both answer every failure of the way as NO_ANSWER, and never throw for it. */
export interface Provider {
  submitRefund(instruction: RefundInstruction, signal: AbortSignal): Promise<SubmitAnswer>;
  queryRefund(key: string, signal: AbortSignal): Promise<QueryAnswer>;
}

export type Providers = Readonly<Record<ProviderId, Provider>>;
