import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Skeleton } from "../ui/Skeleton.tsx";
import css from "./insight.module.css";
import { MeasureTable } from "./MeasureTable.tsx";
import type { Measure, Model } from "./measure-model.ts";

const MeasureChart = lazy(async () => ({ default: (await import("./MeasureChart.tsx")).MeasureChart }));

/** A measure: what it means, its picture, the same as a table, and how it is reckoned. */
export function MeasureCard({ model, measures }: { readonly model: Model; readonly measures: readonly Measure[] }) {
  const { t } = useTranslation();
  const isNow = measures.every(({ points }) => points.every(({ from }) => from === null));
  return (
    <section className={css.card} aria-label={model.title}>
      <h2>{model.title}</h2>
      {measures.map(({ name, meaning }) => (
        <p key={name} className={css.meaning}>
          {meaning}
        </p>
      ))}
      {isNow && <p className={css.meaning}>{t("insight.now")}</p>}
      <div className={css.both}>
        <div className={css.chart}>
          <Suspense fallback={<Skeleton rows={4} label={t("common.loading")} />}>
            <MeasureChart model={model} />
          </Suspense>
        </div>
        <MeasureTable model={model} />
      </div>
      <details className={css.how}>
        <summary>{t("insight.how")}</summary>
        <dl>
          {measures.map(({ name, title, formula, source }) => (
            <div key={name}>
              <dt>{title}</dt>
              <dd>
                {t("insight.formula")}
                <br />
                {formula}
              </dd>
              <dd>
                {t("insight.source")}
                <br />
                {source}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
