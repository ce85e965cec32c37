import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { EnvironmentFacts, EnvironmentFragment } from "../../settings/EnvironmentFacts.tsx";
import { SettingsHistory, SettingsHistoryFragment } from "../../settings/SettingsHistory.tsx";
import { FailureView } from "../../shell/FailureView.tsx";
import { useViewer } from "../../shell/viewer.ts";
import { Skeleton } from "../../ui/Skeleton.tsx";
import page from "../list-page.module.css";
import { AdminTabs } from "./AdminTabs.tsx";
import { SettingsForm, SettingsFormFragment } from "./settings/SettingsForm.tsx";

const SettingsPageQuery = graphql(
  `
    query SettingsPage {
      deskSettings {
        version
        ...SettingsForm_settings
        environment {
          ...EnvironmentFacts_environment
        }
        history {
          id
          ...SettingsHistory_event
        }
      }
    }
  `,
  [SettingsFormFragment, EnvironmentFragment, SettingsHistoryFragment],
);

/** What holds for the whole desk, who changed it, and what only the environment can change. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const [{ data, error }, again] = useQuery({ query: SettingsPageQuery, requestPolicy: "cache-and-network" });
  const refresh = () => again({ requestPolicy: "network-only" });
  const settings = data?.deskSettings;
  return (
    <>
      <title>{t("common.title", { page: t("adminTab.settings") })}</title>
      <AdminTabs>
        {permissions.includes("NOTICE_EDIT") ? <Link to="/notices/wordings">{t("notices.texts")}</Link> : undefined}
      </AdminTabs>
      <div className={page.page}>
        {error !== undefined && data === undefined && <FailureView failure={failureOf(error)} onRetry={refresh} />}
        {error === undefined && data === undefined && <Skeleton rows={8} label={t("common.loading")} />}
        {settings === null && <FailureView failure={{ kind: "forbidden" }} onRetry={refresh} />}
        {settings != null && (
          <>
            <SettingsForm settings={settings} onStale={refresh} onChanged={refresh} />
            <EnvironmentFacts environment={settings.environment} />
            <SettingsHistory events={settings.history} />
          </>
        )}
      </div>
    </>
  );
}
