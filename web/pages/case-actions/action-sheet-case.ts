import type { ResultOf } from "gql.tada";
import { RulingEffectFragment } from "../../disputes/RulingEffect.tsx";
import { graphql } from "../../graphql/graphql.ts";
import { WhatChangedFragment } from "./WhatChanged.tsx";

export const ActionSheetFragment = graphql(
  `
    fragment ActionSheet_case on Case {
      id
      number
      version
      state
      amount {
        minor
        currency
      }
      proposed {
        minor
        currency
      }
      refundable {
        minor
        currency
      }
      offer {
        minor
        currency
      }
      ownWord {
        action
        isEnough
      }
      customer {
        id
        name
        locale
      }
      merchant {
        id
      }
      assignee {
        id
      }
      availableActions {
        action
        allowed
        reasons {
          message
        }
      }
      decision {
        id
        outcome
      }
      transaction {
        id
        network
      }
      dispute {
        id
        openSteps {
          step
        }
        openRulings
        ...RulingEffect_dispute
      }
      referral {
        id
        openSteps
        openOutcomes
      }
      ...WhatChanged_case
    }
  `,
  [RulingEffectFragment, WhatChangedFragment],
);

/** What the sheet of an action knows of the case. */
export type SheetCase = ResultOf<typeof ActionSheetFragment>;
