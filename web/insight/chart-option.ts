import type { EChartsCoreOption } from "echarts/core";
import type { Language } from "../i18n/language.ts";
import type { Model } from "./measure-model.ts";

/** Colours come from tokens.css, as they are at this moment. */
export interface Paint {
  readonly of: (token: string) => string;
  readonly language: Language;
}

const most = 12;
/** Beside each other more numbers than these stand in one another. */
const mostLabelled = 8;

/** The picture of a model. Series differ by pattern as well as by colour, and every bar says its number where there is room for it. */
export function chartOption(model: Model, { of, language }: Paint): EChartsCoreOption {
  // A chart beside which everything is written need not show the long tail.
  const rows = model.isLying ? model.rows.slice(0, most) : model.rows;
  const drawn = model.series.map((one, index) => ({ ...one, index })).filter(({ look }) => look !== "TABLE_ONLY");
  const format = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });
  const unit = model.axis === "PERCENT" ? "%" : "";
  const text = { color: of("--ink-2"), fontFamily: of("--font"), fontSize: 12 };
  const names = {
    type: "category",
    data: rows.map(({ name }) => name),
    inverse: model.isLying,
    axisLine: { lineStyle: { color: of("--line-strong") } },
    axisTick: { show: false },
    axisLabel: { ...text, hideOverlap: true, ...(model.isLying && lying(rows.length)) },
  };
  const numbers = {
    type: "value",
    minInterval: model.axis === "COUNT" ? 1 : undefined,
    axisLabel: { ...text, hideOverlap: true, formatter: (value: number) => `${format.format(value)}${unit}` },
    splitLine: { lineStyle: { color: of("--line") } },
  };
  return {
    animation: false,
    textStyle: text,
    aria: { enabled: true, label: { enabled: false }, decal: { show: drawn.length > 1 } },
    grid: { left: 8, right: model.isLying ? 48 : 16, top: drawn.length > 1 ? 36 : 20, bottom: 8, containLabel: true },
    ...(drawn.length > 1 && {
      legend: { top: 0, left: 0, itemWidth: 18, itemHeight: 10, textStyle: text, selectedMode: false },
    }),
    xAxis: model.isLying ? numbers : names,
    yAxis: model.isLying ? names : numbers,
    series: drawn.map(({ name, drawnAs, tone, look, index }) => ({
      name: drawnAs ?? name,
      type: look === "LINE" ? "line" : "bar",
      ...(model.isStacked && { stack: "all" }),
      color: of(`--${tone}`),
      barMaxWidth: 26,
      symbol: index % 2 === 0 ? "circle" : "diamond",
      symbolSize: 7,
      cursor: "pointer",
      emphasis: { itemStyle: { borderColor: of("--ink"), borderWidth: 2 } },
      label: {
        ...text,
        show: !model.isStacked && drawn.length === 1 && (model.isLying || rows.length <= mostLabelled),
        position: model.isLying ? "right" : "top",
        formatter: ({ value }: { readonly value: unknown }) =>
          typeof value === "number" && value > 0 ? `${format.format(value)}${unit}` : "",
      },
      labelLayout: { hideOverlap: true },
      data: rows.map(({ cells }) => cells[index]?.value ?? null),
    })),
  };
}

/** A long name takes two lines where they have room; else it ends in dots, and the table beside it has it whole. */
function lying(rows: number) {
  return { width: 132, lineHeight: 14, overflow: rows <= mostLabelled ? "break" : "truncate" };
}
