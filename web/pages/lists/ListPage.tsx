import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CombinedError } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ScrollBox } from "../../ui/ScrollBox.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import wide from "../../ui/wide-only.module.css";
import css from "./lists.module.css";

export interface ListColumn {
  readonly name: string;
  readonly title: string;
  readonly isAmount?: boolean;
  /** Left out on a narrow screen; its cells have the class `only` of `ui/wide-only.module.css`. */
  readonly isWide?: boolean;
}

/** A room that is a list: what narrows it, the rows, and the way on. */
export function ListPage({
  title,
  aside,
  filters,
  columns,
  rows,
  pages: { hasNext, loading, error, more, retry },
  empty,
}: {
  readonly title: string;
  /** Beside the title, where what narrows the list fills its own row. */
  readonly aside?: ReactNode;
  readonly filters: ReactNode;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ReactNode[];
  readonly pages: {
    readonly hasNext: boolean | null;
    readonly loading: boolean;
    readonly error: CombinedError | null;
    readonly more: () => void;
    readonly retry: () => void;
  };
  readonly empty: { readonly title: string; readonly hint: string; readonly action?: ReactNode };
}) {
  const { t } = useTranslation();
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: title })}</title>
      <div className={css.head}>
        <h1>{title}</h1>
        {aside}
      </div>
      <div className={css.filters}>{filters}</div>
      {hasNext === null && error === null && <Skeleton rows={8} label={t("common.loading")} />}
      {hasNext !== null && error === null && rows.length === 0 && !loading && <EmptyState {...empty} />}
      {rows.length > 0 && (
        <ScrollBox label={title}>
          <table className={css.table}>
            <thead>
              <tr>
                {columns.map(({ name, title: text, isAmount, isWide }) => (
                  <th
                    key={name}
                    scope="col"
                    className={`${isAmount === true ? css.amount : ""} ${isWide === true ? wide.only : ""}`}
                  >
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{rows}</tbody>
          </table>
        </ScrollBox>
      )}
      {rows.length > 0 && (
        <p className={css.foot}>
          <span role="status">{t("lists.count", { count: rows.length })}</span>
          {hasNext === true && error === null && (
            <Button size="small" busy={loading} onClick={more}>
              {t("lists.more")}
            </Button>
          )}
        </p>
      )}
      {error !== null && <FailureView failure={failureOf(error)} onRetry={retry} />}
    </div>
  );
}
