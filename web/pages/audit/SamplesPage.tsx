import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DrawSample } from "../../audit/DrawSample.tsx";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import { exactText } from "../../i18n/times.ts";
import { useViewer } from "../../shell/viewer.ts";
import { PagedRows } from "../lists/PagedRows.tsx";
import { AuditTabs } from "./AuditTabs.tsx";
import css from "./audit-page.module.css";
import list from "./samples-page.module.css";

const AuditSamplesQuery = graphql(`
  query AuditSamples($after: String) {
    auditSamples(first: 50, after: $after) {
      edges {
        node {
          id
          title
          kind
          from
          to
          drawnAt
          drawnBy {
            id
            name
          }
          itemCount
          reviewedCount
          findingCount
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const read = ({ auditSamples }: ResultOf<typeof AuditSamplesQuery>) => auditSamples;
const variables = {};

/** Samples of decided cases, and the way to draw one. */
export function SamplesPage() {
  const { t } = useTranslation();
  const mayDraw = useViewer().permissions.includes("AUDIT_REVIEW");
  const pages = usePages({ query: AuditSamplesQuery, variables, read });
  const { nodes } = pages;
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("samples.title") })}</title>
      <AuditTabs />
      <div className={css.body}>
        <p>{t("samples.about")}</p>
        {mayDraw && (
          <details>
            <summary className={list.draw}>{t("samples.draw")}</summary>
            <DrawSample />
          </details>
        )}
        <PagedRows pages={pages} expected={4} empty={{ title: t("samples.empty"), hint: t("samples.emptyHint") }}>
          <ul className={list.list}>
            {nodes.map((sample) => (
              <li key={sample.id}>
                <Link to={`/audit/samples/${sample.id}`}>{sample.title}</Link>
                <span>{t(`samples.kinds.${sample.kind}`)}</span>
                <span>{t("samples.progress", { reviewed: sample.reviewedCount, total: sample.itemCount })}</span>
                <span>{t("samples.findingCount", { count: sample.findingCount })}</span>
                <span>{t("samples.drawnBy", { name: sample.drawnBy?.name ?? "", at: exactText(sample.drawnAt) })}</span>
              </li>
            ))}
          </ul>
        </PagedRows>
      </div>
    </div>
  );
}
