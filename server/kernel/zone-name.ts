import type { Bilingual } from "./calendar.ts";

/** Whose time it is, as people call it: "北京时间", "China time"; elsewhere as the world's table of names has it. */
export function zoneName(timeZone: string): Bilingual {
  if (timeZone === "Asia/Shanghai") return { zh: "北京时间", en: "China time" };
  return { zh: nameIn("zh-CN", timeZone), en: nameIn("en-GB", timeZone) };
}

function nameIn(locale: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longGeneric" }).formatToParts(0);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
