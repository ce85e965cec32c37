import { type FragmentOf, readFragment } from "gql.tada";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { CaseActions } from "../cases/CaseActions.tsx";
import { CaseChecks } from "../cases/CaseChecks.tsx";
import { CaseHeader } from "../cases/CaseHeader.tsx";
import { CaseMoney } from "../cases/CaseMoney.tsx";
import { CasePeople, CasePeopleFragment } from "../cases/CasePeople.tsx";
import { CaseTimeline, CaseTimelineFragment } from "../cases/CaseTimeline.tsx";
import { CaseTime } from "../clocks/CaseTime.tsx";
import { ClockList } from "../clocks/ClockList.tsx";
import { DateProof } from "../clocks/DateProof.tsx";
import { DisputePart } from "../disputes/DisputePart.tsx";
import { EvidenceList } from "../evidence/EvidenceList.tsx";
import type { Failure } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import type { CaseAction, MessageThread } from "../graphql/words.ts";
import { CaseNotices } from "../notices/CaseNotices.tsx";
import { NoticesToAnswer } from "../notices/NoticesToAnswer.tsx";
import { KeepCase } from "../policies/KeepCase.tsx";
import { ReferralPart } from "../referrals/ReferralPart.tsx";
import { RefundLines } from "../refunds/RefundLines.tsx";
import { FailureView } from "../shell/FailureView.tsx";
import { useViewer } from "../shell/viewer.ts";
import { CasePresence } from "../threads/CasePresence.tsx";
import { usePresence } from "../threads/use-presence.ts";
import { useReadMentions } from "../threads/use-read-mentions.ts";
import { PaymentFacts } from "../transactions/PaymentFacts.tsx";
import { SaleLines } from "../transactions/SaleLines.tsx";
import { SameAmount } from "../transactions/SameAmount.tsx";
import { Button } from "../ui/Button.tsx";
import { ActionSheet } from "./case-actions/ActionSheet.tsx";
import { type ActionPlace, placeOf } from "./case-actions/action-place.ts";
import { ActionSheetFragment } from "./case-actions/action-sheet-case.ts";
import { BackToQueue } from "./case-actions/BackToQueue.tsx";
import { CaseMenu, CaseMenuFragment } from "./case-actions/CaseMenu.tsx";
import { Composer } from "./case-actions/Composer.tsx";
import { ComposerFragment } from "./case-actions/composer-operations.ts";
import { DoneWord } from "./case-actions/DoneWord.tsx";
import { isSheetAction } from "./case-actions/forms.ts";
import { useCaseKeys } from "./case-actions/use-case-keys.ts";
import css from "./case-page.module.css";
import { CasePartsFragment } from "./case-parts.ts";
import { useCaseLive } from "./use-case-live.ts";

export const OpenCaseFragment = graphql(
  `
    fragment OpenCase_case on Case {
      id
      number
      reason
      state
      assignee {
        id
      }
      availableActions {
        action
        allowed
      }
      ...CaseParts_case
      ...CaseTimeline_case
      ...CasePeople_case
      ...ActionSheet_case
      ...Composer_case
      ...CaseMenu_case
    }
  `,
  [
    CasePartsFragment,
    CaseTimelineFragment,
    CasePeopleFragment,
    ActionSheetFragment,
    ComposerFragment,
    CaseMenuFragment,
  ],
);

/** The story at the left, what to do and what it rests on at the right; an action opens over the right side only. */
export function OpenCase({
  case: of,
  lost,
  onRefresh,
}: {
  readonly case: FragmentOf<typeof OpenCaseFragment>;
  /** Why what is shown may not be the latest; null where it is. */
  readonly lost: Failure | null;
  readonly onRefresh: () => void;
}) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const found = readFragment(OpenCaseFragment, of);
  const parts = readFragment(CasePartsFragment, found);
  const [search, setSearch] = useSearchParams();
  const [done, setDone] = useState<CaseAction | null>(null);
  const [writingTo, setWritingTo] = useState<MessageThread | null>(null);
  const isDesk = viewer.permissions.includes("CASE_NOTE");
  const mayAnswer = viewer.permissions.includes("NOTICE_ANSWER");
  const others = usePresence(found.id, viewer.id, { writingTo, isDesk });
  useReadMentions(found.id, isDesk);
  const asked = search.get("action");
  const action = isSheetAction(asked) ? asked : null;
  const [begun, setBegun] = useState<ActionPlace | null>(null);
  useCaseLive(found.id, onRefresh);

  function choose(next: CaseAction | null): void {
    setDone(null);
    const kept = new URLSearchParams(search);
    kept.delete("action");
    if (next !== null) kept.set("action", next);
    setSearch(kept);
  }
  useCaseKeys(found.availableActions, choose);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the address asks for is gone to once, and leaves the address.
  useEffect(
    function goToPlace() {
      const place = placeOf(asked);
      if (place === null) return;
      choose(null);
      setBegun(place);
      if (place.evidence) document.getElementById("add-evidence")?.focus();
    },
    [asked],
  );
  const mayAssign = found.availableActions.some((offer) => offer.action === "ASSIGN" && offer.allowed);
  const mayTake = viewer.permissions.includes("CASE_WORK") && found.assignee?.id !== viewer.id;
  const clock = parts.bindingClock;

  return (
    <article className={css.page}>
      <title>
        {t("common.title", {
          page: t("case.title", { number: found.number, reason: t(`caseReason.${found.reason}`) }),
        })}
      </title>
      <CaseHeader
        case={parts}
        back={<BackToQueue number={found.number} />}
        isDesk={isDesk}
        clock={<CaseTime case={parts} proof={clock === null ? undefined : <DateProof clock={clock} />} />}
        payment={parts.transaction !== null && <PaymentFacts transaction={parts.transaction} />}
        others={isDesk && <CasePresence others={others} />}
        assign={
          <>
            {mayAssign && (
              <Button size="small" onClick={() => choose("ASSIGN")}>
                {t("case.assign")}
              </Button>
            )}
            <CaseMenu case={found} begun={begun?.menu === true ? begun : null} />
          </>
        }
      />
      {lost !== null && <FailureView failure={lost} onRetry={onRefresh} />}
      <div className={css.body}>
        <section className={css.story}>
          <CaseTimeline case={found} isDesk={isDesk} />
          <Composer
            case={found}
            role={viewer.role}
            viewerId={viewer.id}
            others={others}
            onWriting={setWritingTo}
            asked={begun}
            onAttach={() => document.getElementById("add-evidence")?.click()}
          />
        </section>
        <aside className={css.side}>
          <div className={css.parts}>
            {done !== null && <DoneWord action={done} state={found.state} isParty={mayAnswer} />}
            <div className={css.next}>
              <CaseActions
                case={parts}
                onChoose={choose}
                isParty={mayAnswer}
                underTrace={
                  viewer.permissions.includes("POLICY_WRITE") ? <KeepCase caseNumber={found.number} /> : undefined
                }
              />
              {mayAnswer && <NoticesToAnswer case={parts} />}
            </div>
            <div className={css.rest}>
              <CaseChecks case={parts} />
              {parts.transaction !== null && (
                <SameAmount
                  transaction={parts.transaction}
                  // A bank sees of a shop's payments those of its own cases only, and could not tell.
                  isAsked={found.reason === "DUPLICATE_CHARGE" && viewer.role !== "BANK_OFFICER"}
                />
              )}
              <CaseMoney
                case={parts}
                sale={parts.transaction !== null && <SaleLines transaction={parts.transaction} />}
                refunds={<RefundLines case={parts} />}
              />
              <DisputePart case={parts} />
              <ReferralPart case={parts} />
              <ClockList case={parts} open={false} />
              <EvidenceList case={parts} onAdded={onRefresh} />
              <CaseNotices case={parts} isDesk={isDesk} />
              <CasePeople case={found} />
            </div>
          </div>
          {action !== null && (
            <ActionSheet
              key={action}
              case={found}
              action={action}
              viewerId={viewer.id}
              isParty={mayAnswer}
              isDesk={isDesk}
              takerId={mayTake ? viewer.id : (found.assignee?.id ?? null)}
              onClose={() => choose(null)}
              onDone={(isOpen) => {
                onRefresh();
                if (!isOpen) return;
                choose(null);
                setDone(action);
              }}
            />
          )}
        </aside>
      </div>
    </article>
  );
}
