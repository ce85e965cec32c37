import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { Facts } from "../ui/Facts.tsx";
import css from "./settings.module.css";

export const EnvironmentFragment = graphql(`
  fragment EnvironmentFacts_environment on DeskEnvironment {
    publicUrl
    demo
    mail
    mailFrom
    sms
    singleSignOn
    simulatedAcquirer
    sessionIdleMinutes
    sessionHours
  }
`);

/** What no page can change, to be known when something does not arrive. */
export function EnvironmentFacts({
  environment: of,
}: {
  readonly environment: FragmentOf<typeof EnvironmentFragment>;
}) {
  const { t } = useTranslation();
  const { publicUrl, demo, mail, mailFrom, sms, singleSignOn, simulatedAcquirer, ...sessions } = readFragment(
    EnvironmentFragment,
    of,
  );
  const otherwise = t(demo ? "settings.toMailbox" : "settings.notSent");
  const sentAs = mailFrom === null ? t("settings.isSent") : t("settings.mailFrom", { from: mailFrom });
  return (
    <section className={css.part} aria-label={t("settings.environment")}>
      <h2>{t("settings.environment")}</h2>
      <p className={css.quiet}>{t("settings.environmentHint")}</p>
      <div className={css.facts}>
        <Facts
          facts={[
            [t("settings.publicUrl"), publicUrl],
            [t("settings.mail"), mail ? sentAs : otherwise],
            [t("settings.sms"), sms ? t("settings.isSent") : otherwise],
            [t("settings.signOn"), singleSignOn ?? t("settings.noSignOn")],
            [t("settings.acquirer"), t(simulatedAcquirer ? "settings.simulated" : "settings.realAcquirer")],
            [
              t("settings.sessions"),
              t("settings.sessionsLong", { minutes: sessions.sessionIdleMinutes, hours: sessions.sessionHours }),
            ],
          ]}
        />
      </div>
    </section>
  );
}
