import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { nameIn } from "../../i18n/name-in.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { RegistryHistoryFragment } from "../../registry/RegistryHistory.tsx";
import css from "../../registry/registry.module.css";
import { FailureView } from "../../shell/FailureView.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import page from "../list-page.module.css";
import { AdminTabs } from "./AdminTabs.tsx";
import { InstitutionSheet } from "./registry/InstitutionSheet.tsx";

const InstitutionsPageQuery = graphql(
  `
    query InstitutionsPage {
      institutions {
        id
        code
        name
        nameZh
        version
        history {
          id
          ...RegistryHistory_event
        }
      }
    }
  `,
  [RegistryHistoryFragment],
);

/** The banks whose officers rule here. */
export function InstitutionsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const [{ data, error }, again] = useQuery({ query: InstitutionsPageQuery, requestPolicy: "cache-and-network" });
  const refresh = () => again({ requestPolicy: "network-only" });
  const banks = data?.institutions ?? [];
  const opened = banks.find(({ id }) => id === open) ?? null;

  return (
    <>
      <title>{t("common.title", { page: t("adminTab.institutions") })}</title>
      <AdminTabs>
        <Button look="primary" onClick={() => setOpen("new")}>
          {t("registry.addInstitution")}
        </Button>
      </AdminTabs>
      <div className={page.page}>
        {added !== null && <Notice kind="done" title={t("registry.added", { name: added })} />}
        {error !== undefined && data === undefined && <FailureView failure={failureOf(error)} onRetry={refresh} />}
        {error === undefined && data === undefined && <Skeleton rows={6} label={t("common.loading")} />}
        {data !== undefined && banks.length === 0 && (
          <EmptyState title={t("registry.noInstitutions")} hint={t("registry.noInstitutionsHint")} />
        )}
        {banks.length > 0 && (
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t("registry.institution")}</th>
                <th scope="col">{t("registry.code")}</th>
              </tr>
            </thead>
            <tbody>
              {banks.map(({ id, code, name, nameZh }) => (
                <tr key={id}>
                  <th scope="row">
                    <button type="button" className={css.name} onClick={() => setOpen(id)}>
                      {nameIn(language, { name, nameZh })}
                    </button>
                    <span className={css.below}>{language === "zh-CN" ? name : nameZh}</span>
                  </th>
                  <td>{code}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {(open === "new" || opened !== null) && (
        <InstitutionSheet
          key={opened?.id ?? "new"}
          institution={opened}
          onClose={() => setOpen(null)}
          onKept={(name) => {
            setAdded(name);
            refresh();
          }}
        />
      )}
    </>
  );
}
