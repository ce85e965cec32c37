import { CaseTimelineFragment } from "../cases/CaseTimeline.tsx";
import { graphql } from "../graphql/graphql.ts";
import { useLive } from "../graphql/use-live.ts";
import { HeldMessagesFragment } from "../threads/HeldMessages.tsx";
import { CasePartsFragment } from "./case-parts.ts";

const CaseChangedSubscription = graphql(
  `
    subscription CaseChanged($id: ID!) {
      caseChanged(id: $id) {
        id
        ...CaseParts_case
        ...CaseTimeline_case
        ...HeldMessages_case
      }
    }
  `,
  [CasePartsFragment, CaseTimelineFragment, HeldMessagesFragment],
);

/** An open case follows what others do to it, through the cache. */
export function useCaseLive(id: string, onReturn: () => void, isOn = true): void {
  useLive({ query: CaseChangedSubscription, variables: { id }, onChange: () => undefined, onReturn, isOn });
}
