import { type FragmentOf, readFragment } from "gql.tada";
import { graphql } from "../graphql/graphql.ts";
import { Notice } from "../ui/Notice.tsx";

export const MoveAnswerFragment = graphql(`
  fragment MoveAnswer_result on MoveStaffResult {
    __typename
    ... on StaffRefused {
      message
      reasons
    }
    ... on StaleStaff {
      message
    }
    ... on StaffNotFound {
      message
    }
  }
`);

/** Why nothing happened, with every reason; nothing where it did happen. */
export function MoveAnswer({ result }: { readonly result: FragmentOf<typeof MoveAnswerFragment> }) {
  const answer = readFragment(MoveAnswerFragment, result);
  if (answer.__typename === "StaffMoved") return null;
  return (
    <Notice kind={answer.__typename === "StaleStaff" ? "changed" : "no"} title={answer.message}>
      {"reasons" in answer && answer.reasons.map((reason) => <p key={reason}>{reason}</p>)}
    </Notice>
  );
}
