import type { DeskLogAction, DeskLogArea } from "../graphql/words.ts";
import { dayWord } from "../i18n/day-word.ts";
import { listed } from "./log-words.ts";

/** Complete, since the records are: the parts of the desk, and what can be done to each. */
export const deskLogAreas = listed<DeskLogArea>({
  PEOPLE: true,
  ROLE: true,
  API_KEY: true,
  MERCHANT: true,
  INSTITUTION: true,
  CALENDAR: true,
  PROVIDER: true,
  WEBHOOK: true,
  SETTINGS: true,
});
export const deskLogActions = listed<DeskLogAction>({
  PEOPLE_INVITED: true,
  PEOPLE_JOINED: true,
  PEOPLE_INVITE_AGAIN: true,
  PEOPLE_CHANGE_ROLE: true,
  PEOPLE_SUSPEND: true,
  PEOPLE_REINSTATE: true,
  PEOPLE_LEAVE: true,
  ROLE_PROPOSED: true,
  ROLE_APPLIED: true,
  ROLE_REJECTED: true,
  ROLE_EXPIRED: true,
  ROLE_WITHDRAWN: true,
  API_KEY_MADE: true,
  API_KEY_REVOKED: true,
  MERCHANT_ADDED: true,
  MERCHANT_CHANGED: true,
  MERCHANT_SUSPENDED: true,
  MERCHANT_CLOSED: true,
  MERCHANT_REOPENED: true,
  MERCHANT_TERMINAL_ADDED: true,
  MERCHANT_TERMINAL_CLOSED: true,
  MERCHANT_TERMINAL_REOPENED: true,
  INSTITUTION_ADDED: true,
  INSTITUTION_CHANGED: true,
  CALENDAR_CORRECTED: true,
  CALENDAR_WITHDRAWN: true,
  CALENDAR_PUBLISHED: true,
  PROVIDER_PLANNED: true,
  PROVIDER_CANCELLED: true,
  PROVIDER_ENDED_EARLY: true,
  WEBHOOK_REGISTERED: true,
  WEBHOOK_CHANGED: true,
  WEBHOOK_ROTATED: true,
  WEBHOOK_PAUSED: true,
  WEBHOOK_RESUMED: true,
  WEBHOOK_TESTED: true,
  WEBHOOK_GONE: true,
  SETTINGS_CHANGED: true,
});

/** The filters of the desk's own log, as they stand in the address. */
export interface DeskLogSearch {
  readonly area: DeskLogArea | null;
  readonly action: DeskLogAction | null;
  readonly person: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export const wholeDeskLog: DeskLogSearch = { area: null, action: null, person: null, from: null, to: null };

/** A word or day that is none of ours asks nothing. */
export function readDeskLogSearch(params: URLSearchParams): DeskLogSearch {
  const day = (name: string) => dayWord(params.get(name));
  return {
    area: deskLogAreas.find((word) => word.toLowerCase() === params.get("area")) ?? null,
    action: deskLogActions.find((word) => word.toLowerCase() === params.get("action")) ?? null,
    person: params.get("person") || null,
    from: day("from"),
    to: day("to"),
  };
}

export function writeDeskLogSearch({ area, action, person, from, to }: DeskLogSearch): Record<string, string> {
  return {
    of: "desk",
    ...(area !== null && { area: area.toLowerCase() }),
    ...(action !== null && { action: action.toLowerCase() }),
    ...(person !== null && { person }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}

export function toDeskLogFilter({ area, action, person, from, to }: DeskLogSearch) {
  return {
    ...(area !== null && { area }),
    ...(action !== null && { action }),
    ...(person !== null && { actorId: person }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}
