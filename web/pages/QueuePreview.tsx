import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { StateChip, StateChipFragment } from "../cases/StateChip.tsx";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { OpenPreview, OpenPreviewFragment } from "./OpenPreview.tsx";
import css from "./queue-preview.module.css";

const QueuePreviewQuery = graphql(
  `
    query QueuePreview($number: String!) {
      case(number: $number) {
        id
        number
        ...StateChip_case
        ...OpenPreview_case
      }
    }
  `,
  [StateChipFragment, OpenPreviewFragment],
);

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
  const [{ data, error, fetching }, again] = useQuery({
    query: QueuePreviewQuery,
    variables: { number },
    requestPolicy: "cache-and-network",
  });
  const refresh = () => again({ requestPolicy: "network-only" });
  // While another is on its way the answer may still be the one before.
  const found = data?.case?.number === number ? data.case : null;

  function body() {
    if (found !== null)
      return (
        <>
          {error !== undefined && <FailureView failure={failureOf(error)} onRetry={refresh} />}
          <OpenPreview key={found.id} case={found} onRefresh={refresh} />
        </>
      );
    if (fetching) return <Skeleton rows={8} label={t("common.loading")} />;
    if (error !== undefined) return <FailureView failure={failureOf(error)} onRetry={refresh} />;
    return <EmptyState title={t("case.notFoundTitle", { number })} hint={t("case.notFound")} />;
  }

  return (
    <aside ref={ref} className={css.preview} aria-label={t("queue.preview", { number })}>
      <header className={css.head}>
        <span>{number}</span>
        {found !== null && <StateChip case={found} />}
        <Link className={css.open} to={`/cases/${number}`} aria-label={t("queue.openCase")}>
          {t("queue.keys.openShort")}
        </Link>
        <Button look="ghost" aria-label={t("queue.closePreview")} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      {body()}
    </aside>
  );
}
