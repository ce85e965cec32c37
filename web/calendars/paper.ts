import type { DraftShape } from "../ui/drafts/use-draft.ts";

/** The holidays that the law knows, in the year's order and by the names that the calendar gives them. */
export const paperHolidays = [
  { key: "NEW_YEAR", name: "New Year's Day", nameZh: "元旦" },
  { key: "SPRING_FESTIVAL", name: "Spring Festival", nameZh: "春节" },
  { key: "QINGMING", name: "Tomb-sweeping Day", nameZh: "清明" },
  { key: "LABOUR", name: "Labour Day", nameZh: "劳动节" },
  { key: "DRAGON_BOAT", name: "Dragon Boat Festival", nameZh: "端午" },
  { key: "MID_AUTUMN", name: "Mid-autumn Festival", nameZh: "中秋" },
  { key: "NATIONAL", name: "National Day", nameZh: "国庆节" },
] as const;
export type PaperHoliday = (typeof paperHolidays)[number];

/** One line as it is being filled in; days as "YYYY-MM-DD", or nothing yet. */
export interface PaperLine {
  readonly from: string;
  readonly to: string;
  readonly madeUp: readonly string[];
}

export interface Paper {
  readonly lines: Readonly<Partial<Record<PaperHoliday["key"], PaperLine>>>;
  readonly reason: string;
}

export const emptyLine: PaperLine = { from: "", to: "", madeUp: [] };

export const isBegun = ({ from, to, madeUp }: PaperLine): boolean => from !== "" || to !== "" || madeUp.length > 0;

/** The lines that say from when to when, as they are sent. */
export function holidaysOf({ lines }: Paper) {
  return paperHolidays.flatMap(({ key, name, nameZh }) => {
    const { from, to, madeUp } = lines[key] ?? emptyLine;
    return from === "" || to === "" ? [] : [{ name, nameZh, from, to, madeUp: [...madeUp] }];
  });
}

const isLine = (kept: unknown): kept is PaperLine =>
  typeof kept === "object" &&
  kept !== null &&
  "from" in kept &&
  "to" in kept &&
  "madeUp" in kept &&
  typeof kept.from === "string" &&
  typeof kept.to === "string" &&
  Array.isArray(kept.madeUp) &&
  kept.madeUp.every((day) => typeof day === "string");

/** A paper takes minutes to copy: what is filled in outlives a reload. */
export const paperDraft: DraftShape<Paper> = {
  fresh: () => ({ lines: {}, reason: "" }),
  read(kept) {
    if (typeof kept !== "object" || kept === null || !("lines" in kept) || !("reason" in kept)) return null;
    const { lines, reason } = kept;
    if (typeof reason !== "string" || typeof lines !== "object" || lines === null) return null;
    const read = new Map(Object.entries(lines));
    const found = paperHolidays.flatMap(({ key }) => {
      const line = read.get(key);
      return isLine(line) ? [[key, line] as const] : [];
    });
    return { lines: Object.fromEntries(found), reason };
  },
};
