import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../../../graphql/graphql.ts";
import { momentText } from "../../../i18n/times.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useNow } from "../../../i18n/use-now.ts";
import registry from "../../../registry/registry.module.css";

export const ProviderFactsFragment = graphql(`
  fragment ProviderFacts_provider on PaymentProvider {
    code
    kinds
    traffic {
      exchanges
      declined
      unanswered
      lastAnsweredAt
      waiting
    }
  }
`);

/** What a provider can do, and how it answered in the last day. */
export function ProviderFacts({ provider }: { readonly provider: FragmentOf<typeof ProviderFactsFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { code, kinds, traffic } = readFragment(ProviderFactsFragment, provider);
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const share = (count: number) => percent.format(traffic.exchanges === 0 ? 0 : count / traffic.exchanges);
  const { lastAnsweredAt, declined, unanswered } = traffic;
  return (
    <div className={registry.facts}>
      <p>{t("common.separated", { first: t("providers.code"), second: code })}</p>
      <p>
        {t("common.separated", {
          first: t("providers.can"),
          second: new Intl.ListFormat(language).format(kinds.map((kind) => t(`providers.kinds.${kind}`))),
        })}
      </p>
      <p>{t("providers.serves")}</p>
      <h3>{t("providers.lately")}</h3>
      <p>{t("providers.exchanges", { count: traffic.exchanges })}</p>
      <p>{t("providers.declined", { count: declined, share: share(declined) })}</p>
      <p>{t("providers.unanswered", { count: unanswered, share: share(unanswered) })}</p>
      <p>
        {lastAnsweredAt === null
          ? t("providers.noAnswer")
          : t("providers.lastAnswer", { at: momentText(lastAnsweredAt, language, now) })}
      </p>
      <p>{t("providers.waiting", { count: traffic.waiting })}</p>
    </div>
  );
}
