import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiKeyLine, ApiKeyLineFragment } from "../../api-keys/ApiKeyLine.tsx";
import css from "../../api-keys/api-keys.module.css";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import page from "../list-page.module.css";
import { AdminTabs } from "./AdminTabs.tsx";
import { CreateKeySheet } from "./api-keys/CreateKeySheet.tsx";
import { RevokeSheet } from "./api-keys/RevokeSheet.tsx";
import { SecretSheet } from "./api-keys/SecretSheet.tsx";

const ApiKeysPageQuery = graphql(
  `
    query ApiKeysPage($after: String) {
      apiKeys(first: 50, after: $after) {
        edges {
          node {
            id
            ...ApiKeyLine_key
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ApiKeyLineFragment],
);

const readKeys = (data: ResultOf<typeof ApiKeysPageQuery>) => data.apiKeys;

/** Which machines act for whom, with what, and until when. */
export function ApiKeysPage() {
  const { t } = useTranslation();
  const [isMaking, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [ending, setEnding] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [ended, setEnded] = useState<string | null>(null);
  const { nodes, hasNext, loading, error, more, refresh } = usePages({
    query: ApiKeysPageQuery,
    variables: {},
    read: readKeys,
  });

  return (
    <>
      <title>{t("common.title", { page: t("adminTab.apiKeys") })}</title>
      <AdminTabs>
        <Button look="primary" onClick={() => setMaking(true)}>
          {t("apiKeys.create")}
        </Button>
      </AdminTabs>
      <div className={page.page}>
        <p className={css.small}>{t("apiKeys.lead")}</p>
        {ended !== null && <Notice kind="done" title={t("apiKeys.revoked", { name: ended })} />}
        {error !== null && nodes.length === 0 && <FailureView failure={failureOf(error)} onRetry={refresh} />}
        {hasNext === null && error === null && <Skeleton rows={6} label={t("common.loading")} />}
        {hasNext !== null && nodes.length === 0 && !loading && (
          <EmptyState title={t("apiKeys.empty")} hint={t("apiKeys.emptyHint")} />
        )}
        {nodes.length > 0 && (
          <ul className={css.list}>
            {nodes.map((node) => (
              <ApiKeyLine key={node.id} apiKey={node} onRevoke={setEnding} />
            ))}
          </ul>
        )}
        {hasNext === true && (
          <Button busy={loading} onClick={more}>
            {t("common.loadMore")}
          </Button>
        )}
      </div>
      {isMaking && (
        <CreateKeySheet
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setMaking(false);
            setSecret(made);
            refresh();
          }}
        />
      )}
      {secret !== null && <SecretSheet secret={secret} onClose={() => setSecret(null)} />}
      {ending !== null && (
        <RevokeSheet
          of={ending}
          onClose={() => setEnding(null)}
          onRevoked={(name) => {
            setEnding(null);
            setEnded(name);
            refresh();
          }}
        />
      )}
    </>
  );
}
