import { addDays, type Day, day } from "../../kernel/day.ts";

/** From how many days before its end a certificate counts as lapsing: the trainer's horizon. */
export const lapsingDays = 90;

/** The last day on which a certificate of so many months holds; null where it holds for good. 31 January and a month is 28 February. */
export function validUntil(from: Day, months: number | null): Day | null {
  if (months === null) return null;
  const [year = 0, month = 0, date = 0] = from.split("-").map(Number);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastOfMonth = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date, lastOfMonth));
  return day(target.toISOString().slice(0, 10));
}

/** Valid on its first and on its last day. */
export function isValidOn(
  record: { readonly validFrom: Day | null; readonly validUntil: Day | null },
  today: Day,
): boolean {
  if (record.validFrom === null || record.validFrom > today) return false;
  return record.validUntil === null || record.validUntil >= today;
}

export function isLapsing({ validUntil: end }: { readonly validUntil: Day | null }, today: Day): boolean {
  return end !== null && end >= today && end <= addDays(today, lapsingDays);
}
