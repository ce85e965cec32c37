import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import registry from "../../registry/registry.module.css";
import { Button } from "../../ui/Button.tsx";
import { EndpointMark } from "../../webhooks/EndpointMark.tsx";
import page from "../list-page.module.css";
import { PagedRows } from "../lists/PagedRows.tsx";
import { AdminTabs } from "./AdminTabs.tsx";
import { AddEndpointSheet } from "./webhooks/AddEndpointSheet.tsx";
import { EndpointSheet } from "./webhooks/EndpointSheet.tsx";

const WebhooksPageQuery = graphql(`
  query WebhooksPage($after: String) {
    webhookEndpoints(first: 50, after: $after) {
      edges {
        node {
          id
          url
          ownerName
          audience
          state
          deliveries {
            id
            state
            lastTry {
              id
              code
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const readEndpoints = (data: ResultOf<typeof WebhooksPageQuery>) => data.webhookEndpoints;

/** Where systems outside hear of notices; the open one stands in the address. */
export function WebhooksPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [isAdding, setAdding] = useState(false);
  const open = params.get("endpoint");
  const pages = usePages({
    query: WebhooksPageQuery,
    variables: {},
    read: readEndpoints,
  });
  const { nodes, refresh } = pages;

  return (
    <>
      <title>{t("common.title", { page: t("adminTab.webhooks") })}</title>
      <AdminTabs>
        <Button look="primary" onClick={() => setAdding(true)}>
          {t("webhooks.register")}
        </Button>
      </AdminTabs>
      <div className={page.page}>
        <PagedRows pages={pages} expected={6} empty={{ title: t("webhooks.empty"), hint: t("webhooks.emptyHint") }}>
          {nodes.length > 0 && (
            <table className={registry.table}>
              <thead>
                <tr>
                  <th scope="col">{t("webhooks.owner")}</th>
                  <th scope="col">{t("webhooks.last")}</th>
                  <th scope="col">{t("webhooks.state")}</th>
                </tr>
              </thead>
              <tbody>
                {nodes.map(({ id, url, ownerName, audience, state, deliveries: [last] }) => (
                  <tr key={id}>
                    <th scope="row">
                      <button type="button" className={registry.name} onClick={() => setParams({ endpoint: id })}>
                        {ownerName}
                      </button>
                      <span className={registry.below}>{t(`webhooks.kind.${audience}`)}</span>
                      <span className={registry.below}>{url}</span>
                    </th>
                    <td>
                      {last === undefined ? t("webhooks.neverSent") : t(`noticeState.${last.state}`)}
                      {last?.lastTry?.code != null && <span className={registry.below}>{last.lastTry.code}</span>}
                    </td>
                    <td>
                      <EndpointMark state={state} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </PagedRows>
      </div>
      {isAdding && (
        <AddEndpointSheet
          onSent={refresh}
          onClose={() => setAdding(false)}
          onStored={(id) => {
            setAdding(false);
            setParams({ endpoint: id });
          }}
        />
      )}
      {open !== null && <EndpointSheet id={open} onKept={refresh} onClose={() => setParams({})} />}
    </>
  );
}
