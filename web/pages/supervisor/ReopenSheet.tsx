import { useTranslation } from "react-i18next";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { useShown } from "../../graphql/use-answer.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { useViewer } from "../../shell/viewer.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { ActionSheet } from "../case-actions/ActionSheet.tsx";
import { ActionSheetFragment } from "../case-actions/action-sheet-case.ts";
import css from "./reopen-sheet.module.css";

const ReopenSheetQuery = graphql(
  `
    query ReopenSheet($number: String!) {
      case(number: $number) {
        id
        ...ActionSheet_case
      }
    }
  `,
  [ActionSheetFragment],
);

/** The case's own sheet for opening it again, beside the list that led to it. */
export function ReopenSheet({
  number,
  onClose,
  onDone,
}: {
  readonly number: string;
  readonly onClose: () => void;
  readonly onDone: (isOpen: boolean) => void;
}) {
  const { t } = useTranslation();
  const { id: viewerId, permissions } = useViewer();
  const [{ data, error, fetching }, again] = useShown({
    query: ReopenSheetQuery,
    variables: { number },
    requestPolicy: "cache-and-network",
  });
  const found = data?.case ?? null;
  return (
    <aside className={css.place} aria-label={t("supervisor.reopenOf", { number })}>
      {found === null && (
        <div className={css.none}>
          {fetching && <Skeleton rows={6} label={t("common.loading")} />}
          {error !== undefined && (
            <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
          )}
          {data?.case === null && <EmptyState title={t("case.notFoundTitle", { number })} hint={t("case.notFound")} />}
          <Button onClick={onClose}>{t("common.close")}</Button>
        </div>
      )}
      {found !== null && (
        <ActionSheet
          case={found}
          action="REOPEN"
          viewerId={viewerId}
          isDesk={permissions.includes("CASE_NOTE")}
          onClose={onClose}
          onDone={onDone}
        />
      )}
    </aside>
  );
}
