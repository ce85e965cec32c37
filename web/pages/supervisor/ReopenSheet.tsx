import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { useViewer } from "../../shell/viewer.ts";
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
  const [{ data, error }, again] = useQuery({
    query: ReopenSheetQuery,
    variables: { number },
    requestPolicy: "cache-and-network",
  });
  const found = data?.case ?? null;
  return (
    <aside className={css.place} aria-label={t("supervisor.reopenOf", { number })}>
      {found === null && error !== undefined && (
        <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
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
