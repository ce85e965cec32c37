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
