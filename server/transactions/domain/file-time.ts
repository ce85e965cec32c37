import { isDay } from "../../kernel/day.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import { atTime } from "../../kernel/zoned-time.ts";

const shape =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](?:([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?)\s?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/i;

/** Reads an ISO 8601 instant, a day and a time without a zone, or a day alone; null for anything else. */
export function readFileTime(text: string): Date | null {
  const [, day, hour = "00", minute = "00", second = "00", fraction = "", zone] = shape.exec(text) ?? [];
  if (day === undefined || !isInRange(day)) return null;
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  if (zone === undefined) {
    return new Date(hourInDeskZone(day, hour) + Number(minute) * 60_000 + Number(second) * 1000 + Number(milliseconds));
  }
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  return new Date(`${day}T${hour}:${minute}:${second}.${milliseconds}${offset}`);
}

const knownDays = new Map<string, boolean>();

/** A card payment of this age: what lies outside is a slip of the year. A file has few days and many rows. */
function isInRange(day: string): boolean {
  const known = knownDays.get(day);
  if (known !== undefined) return known;
  const inRange = day >= "2000-01-01" && day < "2100-01-01" && isDay(day);
  remember(knownDays, day, inRange);
  return inRange;
}

const knownHours = new Map<string, number>();

function hourInDeskZone(day: string, hour: string): number {
  const key = day + hour;
  const known = knownHours.get(key);
  if (known !== undefined) return known;
  const at = isDay(day) ? atTime(day, `${hour}:00`, deskTimeZone()).getTime() : Number.NaN;
  remember(knownHours, key, at);
  return at;
}

function remember<T>(known: Map<string, T>, key: string, value: T): void {
  if (known.size > 5000) known.clear();
  known.set(key, value);
}
