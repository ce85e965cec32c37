export interface SpecialDay {
  readonly day: string;
  readonly working: boolean;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly corrected: boolean;
  /** What the year's paper says, where the day was corrected over it. */
  readonly paper: { readonly working: boolean; readonly name: string; readonly nameZh: string } | null;
}

export type DayKind = "HOLIDAY" | "MAKE_UP_WORKDAY" | "WEEKEND" | "WORKDAY";

export interface GridDay {
  readonly day: string;
  readonly number: number;
  readonly kind: DayKind;
  readonly special: SpecialDay | null;
}

export interface GridMonth {
  /** Its first day, for its name. */
  readonly first: string;
  /** In which column its first day stands; Monday is 1. */
  readonly column: number;
  readonly days: readonly GridDay[];
}

/** A year as twelve months of days, each told apart by what it is to the calendar. */
export function gridOf(year: number, weekendsOff: boolean, specials: readonly SpecialDay[]): readonly GridMonth[] {
  const bySpecial = new Map(specials.map((special) => [special.day, special]));
  return Array.from({ length: 12 }, (_, month) => {
    const days = Array.from({ length: new Date(Date.UTC(year, month + 1, 0)).getUTCDate() }, (_, index) => {
      const at = new Date(Date.UTC(year, month, index + 1));
      const day = at.toISOString().slice(0, 10);
      const special = bySpecial.get(day) ?? null;
      const isWeekend = weekendsOff && at.getUTCDay() % 6 === 0;
      return { day, number: index + 1, kind: kindOf(special, isWeekend), special };
    });
    const first = new Date(Date.UTC(year, month, 1));
    return { first: first.toISOString().slice(0, 10), column: ((first.getUTCDay() + 6) % 7) + 1, days };
  });
}

function kindOf(special: SpecialDay | null, isWeekend: boolean): DayKind {
  if (special === null) return isWeekend ? "WEEKEND" : "WORKDAY";
  if (special.working) return isWeekend ? "MAKE_UP_WORKDAY" : "WORKDAY";
  return "HOLIDAY";
}
