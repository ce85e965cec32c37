import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useLanguage } from "../i18n/use-language.ts";
import { useColorScheme } from "../ui/color-scheme.ts";
import { chartOption } from "./chart-option.ts";
import css from "./insight.module.css";
import type { Model } from "./measure-model.ts";

use([BarChart, LineChart, GridComponent, LegendComponent, AriaComponent, LabelLayout, SVGRenderer]);

interface Place {
  readonly row: number;
  readonly series: number;
}

/** The numbers drawn. A click or Enter on a bar opens what stands behind it; arrows go from bar to bar, and each is said. */
export function MeasureChart({ model }: { readonly model: Model }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const scheme = useColorScheme();
  const navigate = useNavigate();
  const hint = useId();
  const ground = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const [at, setAt] = useState<Place | null>(null);
  const drawn = model.series.flatMap(({ look }, index) => (look === "TABLE_ONLY" ? [] : [index]));
  const places = model.rows.flatMap((_, row) => drawn.map((series): Place => ({ row, series })));

  const open = useEffectEvent(({ row, series }: Place) => {
    const href = model.rows[row]?.cells[series]?.href;
    if (href != null) navigate(href);
  });

  useEffect(function hold() {
    if (ground.current === null) return;
    const held = init(ground.current, null, { renderer: "svg" });
    chart.current = held;
    held.on("click", ({ dataIndex, seriesIndex = 0 }) => open({ row: dataIndex, series: seriesIndex }));
    const watch = new ResizeObserver(() => held.resize());
    watch.observe(ground.current);
    return () => {
      watch.disconnect();
      held.dispose();
      chart.current = null;
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what the tokens say.
  useEffect(
    function draw() {
      const style = getComputedStyle(document.documentElement);
      const paint = { of: (token: string) => style.getPropertyValue(token).trim(), language };
      chart.current?.setOption(chartOption(model, paint), true);
    },
    [model, language, scheme],
  );

  function go(event: KeyboardEvent): void {
    const now = at === null ? -1 : places.findIndex(({ row, series }) => row === at.row && series === at.series);
    const to = {
      ArrowRight: now + 1,
      ArrowDown: now + 1,
      ArrowLeft: now - 1,
      ArrowUp: now - 1,
      Home: 0,
      End: places.length - 1,
    }[event.key];
    if (event.key === "Enter" && at !== null) open(at);
    if (to === undefined) return;
    event.preventDefault();
    const next = places[Math.min(Math.max(to, 0), places.length - 1)];
    if (next === undefined) return;
    chart.current?.dispatchAction({ type: "downplay" });
    chart.current?.dispatchAction({ type: "highlight", seriesIndex: drawn.indexOf(next.series), dataIndex: next.row });
    setAt(next);
  }

  const cell = at === null ? undefined : model.rows[at.row]?.cells[at.series];
  const said =
    at === null || cell === undefined
      ? ""
      : t("insight.pointOf", {
          row: model.rows[at.row]?.name ?? "",
          series: model.series[at.series]?.name ?? "",
          text: cell.text,
        });
  return (
    <>
      <div
        className={css.ground}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move within the picture, and Enter opens a bar.
        tabIndex={0}
        aria-label={t("insight.chartOf", { title: model.title })}
        aria-describedby={hint}
        onKeyDown={go}
        onBlur={() => {
          chart.current?.dispatchAction({ type: "downplay" });
          setAt(null);
        }}
      >
        {/* What it shows stands in the table and is said; its marks by themselves say nothing. */}
        <div ref={ground} className={css.picture} aria-hidden="true" />
      </div>
      <p id={hint} className="quiet">
        {t("insight.chartHint")}
      </p>
      <p className={css.said} role="status">
        {said}
      </p>
    </>
  );
}
