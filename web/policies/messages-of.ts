import type { TFunction } from "i18next";
import type { CombinedError } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { failureLine } from "../ui/failure-line.ts";

/** How a mutation of the policies may answer; what is done has a name of its own. */
export type PolicyAnswer =
  | { readonly __typename: "PolicyRefused"; readonly reasons: readonly { readonly message: string }[] }
  | { readonly __typename: "PolicyNotFound" | "StalePolicyDraft"; readonly message: string }
  | { readonly __typename: string };

/** What stands against it, for whoever asked; empty where it is done. */
export function messagesOf(answer: PolicyAnswer): readonly string[] {
  if ("reasons" in answer) return answer.reasons.map(({ message }) => message);
  return "message" in answer ? [answer.message] : [];
}

/** The same of what may not have been answered at all. */
export function saidAgainst(
  t: TFunction,
  answer: PolicyAnswer | undefined,
  error: CombinedError | undefined,
): readonly string[] {
  return answer === undefined ? [failureLine(t, failureOf(error))] : messagesOf(answer);
}
