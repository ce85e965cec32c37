import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import css from "./sample-list.module.css";

export const SampleListFragment = graphql(`
  fragment SampleList_item on SampleItem {
    id
    position
    version
    caseNumber
    decidedKind
    risk
    reviewedAt
    findings {
      id
    }
  }
`);

/** The cases of a sample, with how far each has come. */
export function SampleList({
  items,
  chosen,
}: {
  readonly items: readonly FragmentOf<typeof SampleListFragment>[];
  readonly chosen: number | null;
}) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("samples.items")}>
      <ol className={css.list}>
        {readFragment(SampleListFragment, items).map((item) => {
          const state = item.reviewedAt !== null ? "reviewed" : item.version > 1 ? "begun" : "open";
          return (
            <li key={item.id}>
              <Link
                to={`?case=${item.position}`}
                replace
                aria-current={item.position === chosen ? "true" : undefined}
                className={css.row}
              >
                <span className={css.number}>{item.caseNumber}</span>
                <span data-state={state} className={css.state}>
                  {t(`samples.itemState.${state}`)}
                </span>
                <small>{t(`event.${item.decidedKind}`)}</small>
                <small>
                  {item.findings.length > 0
                    ? t("samples.findingCount", { count: item.findings.length })
                    : item.risk > 0 && t("samples.risk", { count: item.risk })}
                </small>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
