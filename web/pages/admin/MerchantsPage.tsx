import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import { MerchantLine, MerchantLineFragment } from "../../registry/MerchantLine.tsx";
import { merchantStates, toMerchantState } from "../../registry/merchant-states.ts";
import css from "../../registry/registry.module.css";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAsked } from "../../ui/use-asked.ts";
import page from "../list-page.module.css";
import { PagedRows } from "../lists/PagedRows.tsx";
import { AdminTabs } from "./AdminTabs.tsx";
import { AddMerchantSheet } from "./registry/AddMerchantSheet.tsx";
import { MerchantSheet } from "./registry/MerchantSheet.tsx";

const MerchantsPageQuery = graphql(
  `
    query MerchantsPage($filter: MerchantFilter, $after: String) {
      merchants(first: 50, filter: $filter, after: $after) {
        edges {
          node {
            id
            ...MerchantLine_merchant
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [MerchantLineFragment],
);

const readMerchants = (data: ResultOf<typeof MerchantsPageQuery>) => data.merchants;

/** Everybody who sells: found by name, number or terminal; the filters and the open one stand in the address. */
export function MerchantsPage() {
  const { t } = useTranslation();
  const [params, change] = useAsked();
  const [isAdding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const text = params.get("q") ?? "";
  const state = toMerchantState(params.get("state"));
  const open = params.get("merchant");
  const pages = usePages({
    query: MerchantsPageQuery,
    variables: { filter: { text: text === "" ? null : text, states: state === null ? null : [state] } },
    read: readMerchants,
  });
  const { nodes, refresh } = pages;

  return (
    <>
      <title>{t("common.title", { page: t("adminTab.merchants") })}</title>
      <AdminTabs>
        <Button look="primary" onClick={() => setAdding(true)}>
          {t("registry.addMerchant")}
        </Button>
      </AdminTabs>
      <div className={page.page}>
        {added !== null && <Notice kind="done" title={t("registry.added", { name: added })} />}
        <search className={css.filters}>
          <Field label={t("registry.find")}>
            {(control) => (
              <input
                {...control}
                type="search"
                value={text}
                maxLength={100}
                onChange={({ target }) => change("q", target.value)}
              />
            )}
          </Field>
          <Field label={t("registry.state")}>
            {(control) => (
              <select {...control} value={state ?? ""} onChange={({ target }) => change("state", target.value)}>
                <option value="">{t("registry.everyState")}</option>
                {merchantStates.map((one) => (
                  <option key={one} value={one}>
                    {t(`registry.merchantState.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </search>
        <PagedRows pages={pages} empty={{ title: t("registry.empty"), hint: t("registry.emptyHint") }}>
          {nodes.length > 0 && (
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">{t("registry.merchant")}</th>
                  <th scope="col">{t("registry.category")}</th>
                  <th scope="col">{t("registry.state")}</th>
                </tr>
              </thead>
              <tbody>
                {nodes.map((node) => (
                  <MerchantLine key={node.id} merchant={node} onOpen={(id) => change("merchant", id)} />
                ))}
              </tbody>
            </table>
          )}
        </PagedRows>
      </div>
      {isAdding && (
        <AddMerchantSheet
          onClose={() => setAdding(false)}
          onAdded={(name) => {
            setAdded(name);
            refresh();
          }}
        />
      )}
      {open !== null && <MerchantSheet id={open} onClose={() => change("merchant", null)} />}
    </>
  );
}
