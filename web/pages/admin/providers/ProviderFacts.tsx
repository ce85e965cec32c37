import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../../../graphql/graphql.ts";
import { momentText } from "../../../i18n/times.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useNow } from "../../../i18n/use-now.ts";
import css from "./providers.module.css";

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
  const { lastAnsweredAt, exchanges, declined, unanswered, waiting } = traffic;
  const figures = [
    [t("providers.exchanges", { count: exchanges }), exchanges, null],
    [t("providers.declined", { count: declined }), declined, share(declined)],
    [t("providers.unanswered", { count: unanswered }), unanswered, share(unanswered)],
    [t("providers.waiting", { count: waiting }), waiting, null],
  ] as const;
  return (
    <>
      <div>
        <p>
          {t("common.separated", {
            first: code,
            second: new Intl.ListFormat(language).format(
              kinds.map((kind, index) => (index === 0 ? same : withoutCapital)(t(`providers.kinds.${kind}`))),
            ),
          })}
        </p>
        <p className={css.quiet}>{t("providers.serves")}</p>
      </div>
      <h3>{t("providers.lately")}</h3>
      <ul className={css.figures}>
        {figures.map(([name, count, part]) => (
          <li key={name}>
            <b>{count.toLocaleString(language)}</b>
            <span>{part === null || count === 0 ? name : t("providers.shareOf", { name, share: part })}</span>
          </li>
        ))}
      </ul>
      <p className={css.quiet}>
        {lastAnsweredAt === null
          ? t("providers.noAnswer")
          : t("providers.lastAnswer", { at: momentText(lastAnsweredAt, language, now) })}
      </p>
    </>
  );
}

const same = (words: string) => words;

/** Within a sentence. */
const withoutCapital = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
