import type { Bilingual } from "../../kernel/calendar.ts";
import type { NoticePoint } from "./words.ts";

const names: Readonly<Record<NoticePoint, Bilingual>> = {
  AMOUNT: { zh: "金额", en: "amount" },
  STATE: { zh: "状态", en: "state" },
  TIME: { zh: "时间", en: "time" },
};

/** A query as it stands in the thread: in front of its words, as a line of its own, what it is about. */
export function queryWithPoints(message: string, queried: readonly NoticePoint[], locale: "zh-CN" | "en"): string {
  if (queried.length === 0) return message;
  const zh = locale === "zh-CN";
  const listed = queried.map((point) => (zh ? names[point].zh : names[point].en));
  return `${zh ? `有疑问：${listed.join("、")}` : `Queried: ${listed.join(", ")}`}\n${message}`;
}
