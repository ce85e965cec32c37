import { graphql } from "../../graphql/graphql.ts";
import { HeldMessagesFragment } from "../../threads/HeldMessages.tsx";
import { CaseActionOutcomeFragment } from "./outcome.ts";
import { WhatChangedFragment } from "./WhatChanged.tsx";

export const ComposerFragment = graphql(
  `
  fragment Composer_case on Case {
    id
    version
    stage
    customer {
      id
      name
      locale
      email
      phone
    }
    availableActions {
      action
      allowed
    }
    ...HeldMessages_case
    ...WhatChanged_case
  }
`,
  [HeldMessagesFragment, WhatChangedFragment],
);

/** A message waits a moment before it goes, and can be taken back meanwhile. */
export const HoldMessage = graphql(
  `
    mutation holdMessage($input: HoldMessageInput!) {
      result: holdMessage(input: $input) {
        __typename
        ... on MessageHeld {
          case {
            id
            ...HeldMessages_case
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
        ... on CaseNotFound {
          message
        }
        ... on KeyReused {
          message
        }
      }
    }
  `,
  [HeldMessagesFragment],
);

/** A note stands at once: nobody outside reads it. */
export const AddNote = graphql(
  `
    mutation addNote($input: AddNoteInput!) {
      result: addNote(input: $input) {
        ...CaseActionOutcome_result
      }
    }
  `,
  [CaseActionOutcomeFragment],
);
