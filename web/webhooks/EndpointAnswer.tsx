import { type FragmentOf, readFragment } from "gql.tada";
import { graphql } from "../graphql/graphql.ts";
import { Notice } from "../ui/Notice.tsx";

export const EndpointAnswerFragment = graphql(`
  fragment EndpointAnswer_problem on Problem {
    __typename
    message
    ... on WebhookEndpointRefused {
      reasons
    }
  }
`);

/** Why nothing happened, with every reason. */
export function EndpointAnswer({ problem }: { readonly problem: FragmentOf<typeof EndpointAnswerFragment> }) {
  const answer = readFragment(EndpointAnswerFragment, problem);
  return (
    <Notice kind={answer.__typename === "StaleWebhookEndpoint" ? "changed" : "no"} title={answer.message}>
      {"reasons" in answer && answer.reasons.map((reason) => <p key={reason}>{reason}</p>)}
    </Notice>
  );
}
