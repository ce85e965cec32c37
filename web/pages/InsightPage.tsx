import { readFragment } from "gql.tada";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useQuery } from "urql";
import { cardNetworks, caseReasons } from "../desk/filter-lists.ts";
import { readQueueAddress, toCaseFilter } from "../desk/queue-address.ts";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { dayOf } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { InsightFilters } from "../insight/InsightFilters.tsx";
import css from "../insight/insight.module.css";
import { readInsightAddress, writeInsightAddress } from "../insight/insight-address.ts";
import { MeasureCard } from "../insight/MeasureCard.tsx";
import { type Measure, MeasureFragment } from "../insight/measure-model.ts";
import { cards } from "../insight/models-of.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import page from "./list-page.module.css";

const InsightPageQuery = graphql(
  `
    query InsightPage($period: InsightPeriod!, $filter: InsightFilter) {
      insight(period: $period, filter: $filter) {
        name
        ...Measure_measure
      }
    }
  `,
  [MeasureFragment],
);

/** What the desk measures about itself; each number opens the records behind it. */
export function InsightPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const today = dayOf(new Date());
  const address = readInsightAddress(search, today);
  const { from, until, by, narrowed } = address;
  const asked = { period: { from, until, by }, filter: insightFilter(narrowed) };
  const [{ data, error, fetching }, again] = useQuery({
    query: InsightPageQuery,
    variables: asked,
    requestPolicy: "cache-and-network",
  });
  const asText = JSON.stringify(address);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is compared by what it says.
  const shown = useMemo(() => {
    const telling = { t, language, today, by, narrowed };
    const measures = (data?.insight ?? []).map((one) => readFragment(MeasureFragment, one));
    const named = (names: readonly Measure["name"][]) =>
      names.flatMap((name) => measures.find((one) => one.name === name) ?? []);
    return cards.flatMap(({ measures: names, draw }) => {
      const of = named(names);
      return draw(of, telling)
        .filter(({ rows }) => rows.length > 0)
        .map((model) => ({ model, of }));
    });
  }, [data, t, language, today, asText]);
  const isEmpty = shown.every(({ of }) => of.every(({ points }) => points.every(({ count }) => count === 0)));
  return (
    <div className={page.page}>
      <title>{t("common.title", { page: t("insight.title") })}</title>
      <h1>{t("insight.title")}</h1>
      <InsightFilters
        address={address}
        today={today}
        networks={cardNetworks}
        reasons={caseReasons}
        onSet={(next) => setSearch(writeInsightAddress(next))}
      />
      {error !== undefined && data === undefined && (
        <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
      )}
      {data === undefined && fetching && <Skeleton rows={8} label={t("common.loading")} />}
      {data !== undefined && isEmpty && <EmptyState title={t("insight.nothing")} hint={t("insight.nothingHint")} />}
      {data !== undefined && !isEmpty && (
        <>
          <p className={css.meaning}>{t("insight.opensHint")}</p>
          <div className={css.cards}>
            {shown.map(({ model, of }) => (
              <MeasureCard key={model.key} model={model} measures={of} />
            ))}
          </div>
          <Button onClick={() => window.print()}>{t("insight.print")}</Button>
        </>
      )}
    </div>
  );
}

/** The lists read the same words from their addresses. */
function insightFilter(narrowed: Readonly<Record<string, string>>) {
  const search = new URLSearchParams({ ...narrowed, view: "all" });
  const { merchantId, networks, reasons, policyVersionIds } = toCaseFilter(readQueueAddress(search, "all"));
  return {
    ...(merchantId !== undefined && { merchantId }),
    ...(networks !== undefined && { networks }),
    ...(reasons !== undefined && { reasons }),
    ...(policyVersionIds !== undefined && { policyVersionIds }),
  };
}
