import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CombinedError } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";

export interface PagesRead {
  readonly nodes: readonly unknown[];
  readonly hasNext: boolean | null;
  readonly loading: boolean;
  readonly error: CombinedError | null;
  readonly more: () => void;
  readonly retry: () => void;
}

/**
 * The rows of a list that is read page by page, and what is said around them: that they are being read, that there are none,
 * that they or the rest could not be read, and the way on.
 */
export function PagedRows({
  pages: { nodes, hasNext, loading, error, more, retry },
  expected = 8,
  empty,
  children,
}: {
  readonly pages: PagesRead;
  /** How many rows are drawn in grey before the first are there. */
  readonly expected?: number;
  readonly empty: { readonly title: string; readonly hint: string; readonly action?: ReactNode };
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      {hasNext === null && error === null && <Skeleton rows={expected} label={t("common.loading")} />}
      {hasNext !== null && error === null && nodes.length === 0 && !loading && <EmptyState {...empty} />}
      {children}
      {error !== null && <FailureView failure={failureOf(error)} onRetry={retry} />}
      {hasNext === true && error === null && (
        <Button busy={loading} onClick={more}>
          {t("common.loadMore")}
        </Button>
      )}
    </>
  );
}
