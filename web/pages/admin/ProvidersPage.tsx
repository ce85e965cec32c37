import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { Button } from "../../ui/Button.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import page from "../list-page.module.css";
import { AdminTabs } from "./AdminTabs.tsx";
import { MaintenanceWindow, MaintenanceWindowFragment } from "./providers/MaintenanceWindow.tsx";
import { PlanMaintenance } from "./providers/PlanMaintenance.tsx";
import { ProviderFacts, ProviderFactsFragment } from "./providers/ProviderFacts.tsx";
import css from "./providers/providers.module.css";

const ProvidersPageQuery = graphql(
  `
    query ProvidersPage {
      paymentProviders {
        code
        name
        ...ProviderFacts_provider
        maintenance {
          id
          ...MaintenanceWindow_window
        }
      }
    }
  `,
  [ProviderFactsFragment, MaintenanceWindowFragment],
);

/** Whoever refunds are sent to, how they answer, and when they are sent nothing. */
export function ProvidersPage() {
  const { t } = useTranslation();
  const [isPlanning, setPlanning] = useState(false);
  const [{ data, error }, run] = useQuery({ query: ProvidersPageQuery, requestPolicy: "cache-and-network" });
  const refresh = () => run({ requestPolicy: "network-only" });
  const providers = data?.paymentProviders ?? [];
  return (
    <>
      <title>{t("common.title", { page: t("adminTab.providers") })}</title>
      <AdminTabs>
        <Button look="primary" onClick={() => setPlanning(true)}>
          {t("providers.plan")}
        </Button>
      </AdminTabs>
      <div className={page.page}>
        {error !== undefined && data === undefined && <FailureView failure={failureOf(error)} onRetry={refresh} />}
        {error === undefined && data === undefined && <Skeleton rows={6} label={t("common.loading")} />}
        {providers.map((provider) => (
          <section key={provider.code} className={css.provider} aria-label={provider.name}>
            <h2>{provider.name}</h2>
            <ProviderFacts provider={provider} />
            <h3>{t("providers.windows")}</h3>
            {provider.maintenance.length === 0 && <p className={css.quiet}>{t("providers.noWindows")}</p>}
            <ul className={css.windows}>
              {provider.maintenance.map((window) => (
                <MaintenanceWindow key={window.id} window={window} onStopped={refresh} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {isPlanning && data !== undefined && (
        <PlanMaintenance
          providers={providers}
          onClose={() => setPlanning(false)}
          onPlanned={() => {
            setPlanning(false);
            refresh();
          }}
        />
      )}
    </>
  );
}
