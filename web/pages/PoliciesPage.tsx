import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useNow } from "../i18n/use-now.ts";
import { sections } from "../policies/PolicyDocument.tsx";
import { PolicySpine, PolicySpineFragment } from "../policies/PolicySpine.tsx";
import { usePolicyBook } from "../policies/use-policy-book.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { useViewer } from "../shell/viewer.ts";
import { AntTheme } from "../ui/AntTheme.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { NewPolicy } from "./policies/NewPolicy.tsx";
import { PolicyDraftView, PolicyDraftViewFragment } from "./policies/PolicyDraftView.tsx";
import { PolicyVersionView, PolicyVersionViewFragment } from "./policies/PolicyVersionView.tsx";
import css from "./policies-page.module.css";

const PoliciesPageQuery = graphql(
  `
    query PoliciesPage($name: String!) {
      viewer { id policiesToRead { id } }
      policy(name: $name) {
        id
        name
        label
        draft {
          id
          state
          versionName
          ...PolicyDraftView_draft }
        versions { id name state ...PolicyVersionView_version }
        ...PolicySpine_policy
      }
    }
  `,
  [PolicyDraftViewFragment, PolicyVersionViewFragment, PolicySpineFragment],
);

/** One policy with the spine of its versions; which is shown stands in the address, the one in force without a word. */
export function PoliciesPage() {
  const { t } = useTranslation();
  const { name = "default" } = useParams();
  const [params] = useSearchParams();
  const now = useNow();
  const viewer = useViewer();
  const [isBeginning, setBeginning] = useState(false);
  const [{ data, error, stale }, again] = useQuery({
    query: PoliciesPageQuery,
    variables: { name },
    requestPolicy: "cache-and-network",
  });
  const book = usePolicyBook();
  const refresh = () => again({ requestPolicy: "network-only" });
  const begun = () => {
    refresh();
    book.refresh();
  };
  if (data === undefined || (book.hasNext === null && book.error === null)) {
    if (error === undefined)
      return (
        <p className="quiet" role="status">
          {t("common.loading")}
        </p>
      );
    return <FailureView failure={failureOf(error)} onRetry={refresh} />;
  }
  const { policy } = data;
  const wanted = params.get("version");
  const version =
    policy?.versions.find((each) => each.name === wanted) ??
    policy?.versions.find(({ state }) => state === "IN_FORCE") ??
    policy?.versions.find(({ state }) => state === "SCHEDULED");
  const standing = policy?.versions.filter((each) => each === version || each.state !== "WITHDRAWN") ?? [];
  const draft =
    policy?.draft != null &&
    (wanted === "draft" || wanted === policy.draft.versionName || (wanted === null && version === undefined))
      ? policy.draft
      : null;
  // A role of the desk's own making may have the one right and not the other.
  const keptFromDrafts = viewer.permissions.includes("POLICY_WRITE") && !viewer.permissions.includes("POLICY_APPROVE");
  return (
    <AntTheme>
      {isBeginning && <NewPolicy onClose={() => setBeginning(false)} onBegun={begun} />}
      <title>{t("common.title", { page: t("policies.title") })}</title>
      <div className={css.page}>
        <aside className={css.side}>
          <h2>{t("policies.scopes")}</h2>
          <ul>
            {book.nodes.map((node) => (
              <li key={node.id}>
                <Link to={`/policies/${node.name}`} aria-current={node.name === name ? "page" : undefined}>
                  {node.label}
                </Link>
              </li>
            ))}
          </ul>
          {viewer.permissions.includes("POLICY_WRITE") && (
            <Button size="small" onClick={() => setBeginning(true)}>
              <Icon name="plus" /> {t("policies.newScope")}
            </Button>
          )}
          {policy !== null && (
            <>
              <h2>{t("policies.versions")}</h2>
              <PolicySpine policy={policy} chosen={draft === null ? (version?.id ?? "") : null} now={now} />
              <ul className={css.chapters}>
                {sections.map((section) => (
                  <li key={section}>
                    <a href={`#${section}`}>{t(`policies.section.${section}`)}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </aside>
        <div className={css.main}>
          {policy === null && stale ? (
            // One that was begun just now is not known yet.
            <p className="quiet" role="status">
              {t("common.loading")}
            </p>
          ) : policy === null ? (
            <EmptyState isPage title={t("policies.notFound")} hint={t("policies.notFoundHint")} />
          ) : keptFromDrafts && (wanted === "draft" || version === undefined) ? (
            <EmptyState isPage title={t("policies.draftsKept")} hint={t("policies.draftsKeptHint")} />
          ) : draft !== null ? (
            <PolicyDraftView key={`${draft.id} ${draft.state}`} draft={draft} onMoved={refresh} />
          ) : version !== undefined ? (
            <PolicyVersionView
              key={version.id}
              policy={policy.name}
              label={policy.label}
              version={version}
              versions={standing}
              hasDraft={policy.draft !== null}
              mustRead={data.viewer?.policiesToRead.some(({ id }) => id === version.id) === true}
              onMoved={refresh}
            />
          ) : (
            <EmptyState isPage title={t("policies.empty")} hint={t("policies.emptyHint")} />
          )}
        </div>
      </div>
    </AntTheme>
  );
}
