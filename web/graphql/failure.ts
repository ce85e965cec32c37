import type { CombinedError } from "urql";

/** Two things that must not look alike: nobody answered, or the answer was an error. */
export type Failure =
  | { readonly kind: "unreached" }
  | { readonly kind: "forbidden" }
  /** `reference` finds it in the server's log. */
  | { readonly kind: "broken"; readonly reference: string | null; readonly message: string };

/** An answer that is neither data nor an error did not come whole. */
export function failureOf(error: CombinedError | undefined): Failure {
  if (error === undefined || error.networkError !== undefined) return { kind: "unreached" };
  const [first] = error.graphQLErrors;
  const code = first?.extensions["code"];
  if (code === "UNAUTHENTICATED" || code === "FORBIDDEN") return { kind: "forbidden" };
  const reference = first?.extensions["reference"];
  return { kind: "broken", reference: typeof reference === "string" ? reference : null, message: first?.message ?? "" };
}
