import { CaseActionsFragment } from "../cases/CaseActions.tsx";
import { CaseChecksFragment } from "../cases/CaseChecks.tsx";
import { CaseHeaderFragment } from "../cases/CaseHeader.tsx";
import { CaseMoneyFragment } from "../cases/CaseMoney.tsx";
import { CaseTimeFragment } from "../clocks/CaseTime.tsx";
import { ClockListFragment } from "../clocks/ClockList.tsx";
import { DateProofFragment } from "../clocks/DateProof.tsx";
import { DisputePartFragment } from "../disputes/DisputePart.tsx";
import { EvidenceListFragment } from "../evidence/EvidenceList.tsx";
import { graphql } from "../graphql/graphql.ts";
import { CaseNoticesFragment } from "../notices/CaseNotices.tsx";
import { NoticesToAnswerFragment } from "../notices/NoticesToAnswer.tsx";
import { ReferralPartFragment } from "../referrals/ReferralPart.tsx";
import { RefundLinesFragment } from "../refunds/RefundLines.tsx";
import { PaymentFactsFragment } from "../transactions/PaymentFacts.tsx";
import { SaleLinesFragment } from "../transactions/SaleLines.tsx";
import { SameAmountFragment } from "../transactions/SameAmount.tsx";

/**
 * What any transition can change beside the story: state, clocks, checks, actions and money. The page asks for it, and so
 * does every action's answer and every live change, so that nothing is fetched twice.
 */
export const CasePartsFragment = graphql(
  `
    fragment CaseParts_case on Case {
      id
      version
      bindingClock {
        id
        ...DateProof_clock
      }
      transaction {
        id
        ...PaymentFacts_transaction
        ...SaleLines_transaction
        ...SameAmount_transaction
      }
      ...CaseHeader_case
      ...CaseTime_case
      ...CaseActions_case
      ...CaseChecks_case
      ...CaseMoney_case
      ...ClockList_case
      ...DisputePart_case
      ...EvidenceList_case
      ...CaseNotices_case
      ...NoticesToAnswer_case
      ...ReferralPart_case
      ...RefundLines_case
    }
  `,
  [
    PaymentFactsFragment,
    SaleLinesFragment,
    SameAmountFragment,
    CaseHeaderFragment,
    CaseActionsFragment,
    CaseChecksFragment,
    CaseMoneyFragment,
    CaseTimeFragment,
    DateProofFragment,
    ClockListFragment,
    DisputePartFragment,
    EvidenceListFragment,
    CaseNoticesFragment,
    NoticesToAnswerFragment,
    ReferralPartFragment,
    RefundLinesFragment,
  ],
);
