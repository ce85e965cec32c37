import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiKeyLine, ApiKeyLineFragment } from "../../api-keys/ApiKeyLine.tsx";
import css from "../../api-keys/api-keys.module.css";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import page from "../list-page.module.css";
import { PagedRows } from "../lists/PagedRows.tsx";
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
  const pages = usePages({
    query: ApiKeysPageQuery,
    variables: {},
    read: readKeys,
  });
  const { nodes, refresh } = pages;

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
        <PagedRows pages={pages} expected={6} empty={{ title: t("apiKeys.empty"), hint: t("apiKeys.emptyHint") }}>
          {nodes.length > 0 && (
            <ul className={css.list}>
              {nodes.map((node) => (
                <ApiKeyLine key={node.id} apiKey={node} onRevoke={setEnding} />
              ))}
            </ul>
          )}
        </PagedRows>
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
