import { type FragmentOf, readFragment } from "gql.tada";
import { graphql } from "../../../graphql/graphql.ts";
import { Notice } from "../../../ui/Notice.tsx";

export const MaintenanceAnswerFragment = graphql(`
  fragment MaintenanceAnswer_problem on Problem {
    __typename
    message
    ... on ProviderMaintenanceRefused {
      reasons
    }
  }
`);

/** Why nothing happened, with every reason. */
export function MaintenanceAnswer({ problem }: { readonly problem: FragmentOf<typeof MaintenanceAnswerFragment> }) {
  const answer = readFragment(MaintenanceAnswerFragment, problem);
  return (
    <Notice kind={answer.__typename === "StaleProviderMaintenance" ? "changed" : "no"} title={answer.message}>
      {"reasons" in answer && answer.reasons.map((reason) => <p key={reason}>{reason}</p>)}
    </Notice>
  );
}
