import { CaseActionsFragment } from "../cases/CaseActions.tsx";
import { CaseChecksFragment } from "../cases/CaseChecks.tsx";
import { CaseHeaderFragment } from "../cases/CaseHeader.tsx";
import { CaseMoneyFragment } from "../cases/CaseMoney.tsx";
import { CaseTimelineFragment } from "../cases/CaseTimeline.tsx";
import { CaseClockFragment } from "../clocks/CaseClock.tsx";
import { ClockListFragment } from "../clocks/ClockList.tsx";
import { EvidenceListFragment } from "../evidence/EvidenceList.tsx";
import { graphql } from "../graphql/graphql.ts";
import { ReferralPartFragment } from "../referrals/ReferralPart.tsx";
import { RefundLinesFragment } from "../refunds/RefundLines.tsx";

/**
 * What any transition can change: state, clocks, checks, actions, money and the story. The page asks for it, and so does
 * every action's answer and every live change, so that nothing is fetched twice.
 */
export const CasePartsFragment = graphql(
  `
    fragment CaseParts_case on Case {
      id
      version
      bindingClock {
        id
        ...CaseClock_clock
      }
      ...CaseHeader_case
      ...CaseActions_case
      ...CaseChecks_case
      ...CaseMoney_case
      ...CaseTimeline_case
      ...ClockList_case
      ...EvidenceList_case
      ...ReferralPart_case
      ...RefundLines_case
    }
  `,
  [
    CaseHeaderFragment,
    CaseActionsFragment,
    CaseChecksFragment,
    CaseMoneyFragment,
    CaseTimelineFragment,
    CaseClockFragment,
    ClockListFragment,
    EvidenceListFragment,
    ReferralPartFragment,
    RefundLinesFragment,
  ],
);
