import { type FragmentOf, readFragment } from "gql.tada";
import { graphql } from "../graphql/graphql.ts";
import { Notice } from "../ui/Notice.tsx";

export const RegistryAnswerFragment = graphql(`
  fragment RegistryAnswer_problem on Problem {
    __typename
    message
    ... on RegistryRefused {
      reasons
    }
  }
`);

/** Why nothing happened, with every reason. */
export function RegistryAnswer({ problem }: { readonly problem: FragmentOf<typeof RegistryAnswerFragment> }) {
  const answer = readFragment(RegistryAnswerFragment, problem);
  return (
    <Notice kind={answer.__typename === "StaleRegistryEntry" ? "changed" : "no"} title={answer.message}>
      {"reasons" in answer && answer.reasons.map((reason) => <p key={reason}>{reason}</p>)}
    </Notice>
  );
}
