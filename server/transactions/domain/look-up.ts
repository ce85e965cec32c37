import { addDays, type Day, isDay } from "../../kernel/day.ts";

/** What somebody types to find a payment, in any order: numbers of the slip, an amount, a day, a time. All of it must fit. */
export interface LookUp {
  /** Each is a voucher number or RRN from its beginning, or a whole acquirer's number, terminal's number or last four. */
  readonly numbers: readonly string[];
  /** What was typed, as it would be in a currency of two decimals and in one of three; null: no amount was. */
  readonly amounts: readonly TypedAmount[] | null;
  readonly on: Day | null;
  /** To the minute, as the slip shows it: "18:42". */
  readonly time: string | null;
}

export interface TypedAmount {
  readonly minor: bigint;
  readonly decimals: number;
}

const separators = /[\s,，、;；]+/;
const thousands = /(?<=\d),(?=\d{3}(?:\D|$))/g;
const timeShape = /^([01]?\d|2[0-3])[:：]([0-5]\d)(?:[:：][0-5]\d)?$/;
const amountShape = /^(\d{1,12})\.(\d{1,3})$/;
const shortDayShape = /^(\d{1,2})(?:[-/]|月)(\d{1,2})日?$/;
const longDayShape = /^(\d{4})(?:[-/]|年)(\d{1,2})(?:[-/]|月)(\d{1,2})日?$/;

/** Reads what was typed. `today` is the desk's: a day without a year is the latest one that is not to come. */
export function readLookUp(text: string, today: Day): LookUp {
  let found: LookUp = { numbers: [], amounts: null, on: null, time: null };
  for (const word of text.normalize("NFKC").replace(thousands, "").split(separators)) {
    if (word !== "") found = { ...found, ...meaningOf(word, today, found) };
  }
  return found;
}

function meaningOf(word: string, today: Day, { numbers }: LookUp): Partial<LookUp> {
  const [, hour, minute] = timeShape.exec(word) ?? [];
  if (hour !== undefined) return { time: `${hour.padStart(2, "0")}:${minute}` };
  const on = dayOf(word, today);
  if (on !== null) return { on };
  const [, whole, part] = amountShape.exec(word) ?? [];
  if (whole !== undefined && part !== undefined) return { amounts: amountsOf(whole, part) };
  return { numbers: [...numbers, word.slice(0, 64)] };
}

/** 1.5 is 150 in CNY and 1500 in KWD; which currency a payment has is seen only when it is found. */
function amountsOf(whole: string, part: string): readonly TypedAmount[] {
  const scales = [2, 3].filter((decimals) => decimals >= part.length);
  return scales.map((decimals) => ({ minor: BigInt(whole + part.padEnd(decimals, "0")), decimals }));
}

function dayOf(word: string, today: Day): Day | null {
  const [, year, month, date] = longDayShape.exec(word) ?? [];
  if (year !== undefined) return asDay(year, month, date);
  const [, shortMonth, shortDate] = shortDayShape.exec(word) ?? [];
  if (shortMonth === undefined) return null;
  const thisYear = Number(today.slice(0, 4));
  // Tomorrow is allowed: the clocks of two places may stand on two days.
  const candidates = [thisYear, thisYear - 1].map((of) => asDay(String(of), shortMonth, shortDate));
  return candidates.find((on) => on !== null && on <= addDays(today, 1)) ?? null;
}

function asDay(year: string, month = "", date = ""): Day | null {
  const text = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(text) ? text : null;
}
