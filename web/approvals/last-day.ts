import { dayOf } from "../i18n/times.ts";

/** An absence ends at the first moment after its last day; people speak of the day. */
export const lastDay = (endsAt: string): string => dayOf(new Date(new Date(endsAt).getTime() - 1));
