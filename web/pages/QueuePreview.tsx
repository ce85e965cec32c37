import { readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useQuery } from "urql";
import { CaseActions } from "../cases/CaseActions.tsx";
import { CaseChecks } from "../cases/CaseChecks.tsx";
import { CaseTimeline, CaseTimelineFragment } from "../cases/CaseTimeline.tsx";
import { PreviewHead, PreviewHeadFragment } from "../cases/PreviewHead.tsx";
import { CaseClock } from "../clocks/CaseClock.tsx";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
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
      }
    }
  `,
  [PreviewHeadFragment, CasePartsFragment, CaseTimelineFragment],
);

/** The chosen case beside the list. It asks for what the case page asks for, so that opening it is at once. */
export function QueuePreview({ number, onClose }: { readonly number: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [{ data }] = useQuery({ query: QueuePreviewQuery, variables: { number }, requestPolicy: "cache-and-network" });
  const found = data?.case ?? null;
  const parts = found === null ? null : readFragment(CasePartsFragment, found);
  const clock = parts?.bindingClock ?? null;
  return (
    <aside className={css.preview} aria-label={t("queue.preview", { number })}>
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
          <CaseActions case={parts} onChoose={(action) => void navigate(`/cases/${number}?action=${action}`)} />
          <CaseChecks case={parts} />
          <CaseTimeline case={found} />
        </div>
      )}
    </aside>
  );
}
