import { readFragment } from "gql.tada";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useQuery } from "urql";
import { CaseActions } from "../cases/CaseActions.tsx";
import { CaseChecks } from "../cases/CaseChecks.tsx";
import { CaseTimeline, CaseTimelineFragment } from "../cases/CaseTimeline.tsx";
import { PreviewHead, PreviewHeadFragment } from "../cases/PreviewHead.tsx";
import { CaseClock } from "../clocks/CaseClock.tsx";
import { graphql } from "../graphql/graphql.ts";
import { useViewer } from "../shell/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Composer, ComposerFragment } from "./case-actions/Composer.tsx";
import { CasePartsFragment } from "./case-parts.ts";
import css from "./queue-preview.module.css";

const QueuePreviewQuery = graphql(
  `
    query QueuePreview($number: String!) {
      case(number: $number) {
        id
        number
        ...PreviewHead_case
        ...CaseParts_case
        ...CaseTimeline_case
        ...Composer_case
      }
    }
  `,
  [PreviewHeadFragment, CasePartsFragment, CaseTimelineFragment, ComposerFragment],
);

/** A look at a case is not announced to those who work on it. */
const nobody: readonly never[] = [];
const tellNobody = () => undefined;

/** The chosen case beside the list. It asks for what the case page asks for, so that opening it is at once. */
export function QueuePreview({
  ref,
  number,
  onClose,
}: {
  readonly ref: RefObject<HTMLElement | null>;
  readonly number: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id: viewerId, role, permissions } = useViewer();
  const isDesk = permissions.includes("CASE_NOTE");
  const [{ data }] = useQuery({ query: QueuePreviewQuery, variables: { number }, requestPolicy: "cache-and-network" });
  const found = data?.case ?? null;
  const parts = found === null ? null : readFragment(CasePartsFragment, found);
  const clock = parts?.bindingClock ?? null;
  return (
    <aside ref={ref} className={css.preview} aria-label={t("queue.preview", { number })}>
      <header className={css.head}>
        <span>{number}</span>
        <Link className={css.open} to={`/cases/${number}`}>
          {t("queue.openCase")}
        </Link>
        <Button look="ghost" aria-label={t("queue.closePreview")} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      {found !== null && parts !== null && (
        <div className={css.body}>
          <PreviewHead case={found} clock={clock === null ? null : <CaseClock clock={clock} />} />
          <CaseActions
            case={parts}
            isParty={permissions.includes("NOTICE_ANSWER")}
            onChoose={(action) => void navigate(`/cases/${number}?action=${action}`)}
          />
          <CaseChecks case={parts} />
          <CaseTimeline case={found} isDesk={isDesk} />
        </div>
      )}
      {found !== null && (
        <div className={css.reply}>
          <Composer key={number} case={found} role={role} viewerId={viewerId} others={nobody} onWriting={tellNobody} />
        </div>
      )}
    </aside>
  );
}
