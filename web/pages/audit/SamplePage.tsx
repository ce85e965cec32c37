import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { useQuery } from "urql";
import type { Checklist } from "../../audit/Checklist.tsx";
import { SampleHead, SampleHeadFragment } from "../../audit/SampleHead.tsx";
import { SampleList, SampleListFragment } from "../../audit/SampleList.tsx";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useShortcuts } from "../../ui/shortcuts/use-shortcuts.ts";
import { useMedia } from "../../ui/use-media.ts";
import { AuditTabs } from "./AuditTabs.tsx";
import css from "./audit-page.module.css";
import { SampleItemPanel } from "./SampleItemPanel.tsx";
import parts from "./sample-page.module.css";

const AuditSampleQuery = graphql(
  `
    query AuditSample($id: ID!) {
      auditSample(id: $id) {
        id
        title
        ...SampleHead_sample
        questions {
          code
          text
          hint
        }
        items {
          id
          position
          ...SampleList_item
        }
      }
    }
  `,
  [SampleHeadFragment, SampleListFragment],
);

export type SampleQuestions = Parameters<typeof Checklist>[0]["questions"];

/** One sample: its cases at the left, the one in hand at the right. The address says which that is. */
export function SamplePage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const [params, setParams] = useSearchParams();
  const [{ data, error, fetching }, again] = useQuery({ query: AuditSampleQuery, variables: { id } });
  const isNarrow = useMedia("(max-width: 860px)");
  const sample = data?.auditSample ?? null;
  const items = sample?.items ?? [];
  const position = Number(params.get("case"));
  const chosen = items.find((item) => item.position === position) ?? null;
  const go = (by: number) => {
    const to = items[Math.max(0, (chosen === null ? -1 : items.indexOf(chosen)) + by)];
    if (to !== undefined) setParams({ case: String(to.position) }, { replace: true });
  };
  useShortcuts({
    title: t("samples.title"),
    layer: "page",
    shortcuts: [
      { keys: ["j", "ArrowDown"], label: t("samples.next"), run: () => go(1) },
      { keys: ["k", "ArrowUp"], label: t("samples.previous"), run: () => go(-1) },
    ],
  });
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: sample?.title ?? t("samples.title") })}</title>
      <AuditTabs />
      <div className={css.body}>
        {error !== undefined && sample === null && (
          <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {fetching && sample === null && <Skeleton rows={8} label={t("common.loading")} />}
        {!fetching && error === undefined && sample === null && (
          <EmptyState title={t("samples.notThere")} hint={t("samples.notThereHint")} />
        )}
        {sample !== null && (
          <>
            <SampleHead sample={sample} />
            <div className={parts.columns}>
              <SampleList items={items} chosen={chosen?.position ?? null} />
              {chosen === null ? (
                <EmptyState
                  title={t("samples.choose")}
                  hint={t(isNarrow ? "samples.chooseHintNarrow" : "samples.chooseHint")}
                />
              ) : (
                <SampleItemPanel
                  key={chosen.id}
                  id={chosen.id}
                  total={items.length}
                  questions={sample.questions}
                  onNext={() => go(1)}
                />
              )}
            </div>
          </>
        )}
      </div>
    </div>
  );
}
