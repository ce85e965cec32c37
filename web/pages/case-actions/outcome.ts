import type { FragmentOf, TadaDocumentNode } from "gql.tada";
import { CaseTimelineFragment } from "../../cases/CaseTimeline.tsx";
import { graphql } from "../../graphql/graphql.ts";
import { CasePartsFragment } from "../case-parts.ts";

/** The answer to every action, with what it can have changed. */
export const CaseActionOutcomeFragment = graphql(
  `
    fragment CaseActionOutcome_result on CaseActionResult {
      __typename
      ... on CaseActionDone {
        case {
          id
          ...CaseParts_case
          ...CaseTimeline_case
        }
      }
      ... on ActionRefused {
        message
        reasons {
          code
          message
          course {
            id
            code
            title
          }
          colleagues {
            id
            name
          }
        }
      }
      ... on StaleCase {
        message
        case {
          id
          ...CaseParts_case
          ...CaseTimeline_case
        }
      }
      ... on CaseNotFound {
        message
      }
      ... on KeyReused {
        message
      }
    }
  `,
  [CasePartsFragment, CaseTimelineFragment],
);

/** What every action is told: which case, as it was seen, and under which key of the person's own. */
export interface CommonInput {
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** One action's mutation; each names its field `result`, so that all are answered by the same code. */
export type ActionDocument<Input extends CommonInput> = TadaDocumentNode<ActionAnswer, { input: Input }>;

export interface ActionAnswer {
  readonly result: FragmentOf<typeof CaseActionOutcomeFragment>;
}
