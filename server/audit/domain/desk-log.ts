import { calendarEventKinds } from "../../calendars/domain/calendar-change.ts";
import { registryEventKinds } from "../../merchants/domain/registry.ts";
import { endpointEventKinds } from "../../notices/domain/endpoint.ts";
import { maintenanceEventKinds } from "../../refunds/domain/maintenance.ts";
import { roleChangeStates } from "../../roles/domain/role-change.ts";
import { staffEventKinds } from "../../staff/domain/staff-life.ts";

/** What is done to the desk itself, room by room; each room keeps its own history, and this is all of them in one order. */
const kinds = {
  PEOPLE: staffEventKinds,
  ROLE: roleChangeStates,
  API_KEY: ["MADE", "REVOKED"],
  MERCHANT: registryEventKinds,
  INSTITUTION: ["ADDED", "CHANGED"],
  CALENDAR: calendarEventKinds,
  PROVIDER: maintenanceEventKinds,
  WEBHOOK: endpointEventKinds,
  SETTINGS: ["CHANGED"],
} as const;

export type DeskLogArea = keyof typeof kinds;
export type DeskLogAction = { [A in DeskLogArea]: `${A}_${(typeof kinds)[A][number]}` }[DeskLogArea];

export const deskLogAreas = Object.keys(kinds) as readonly DeskLogArea[];
export const deskLogActions = deskLogAreas.flatMap((area) =>
  kinds[area].map((kind) => `${area}_${kind}` as DeskLogAction),
);

/** What a line can say beside who, what and when. */
export const deskLogFields = [
  "ROLE",
  "MOVED_CASES",
  "RIGHTS_GAINED",
  "RIGHTS_LOST",
  "SCOPES",
  "NAME",
  "NAME_ZH",
  "NAME_EN",
  "CATEGORY",
  "TERMINAL",
  "DAY",
  "YEAR",
  "WORKING",
  "LATER",
  "KEPT",
  "STARTS",
  "ENDS",
  "ADDRESS",
  "PHONE",
  "EMAIL",
  "CURRENCY",
  "TIME_ZONE",
] as const;
export type DeskLogField = (typeof deskLogFields)[number];

/** One fact of a line: as it was where it was something else before, and as it is. */
export interface DeskLogFact {
  readonly field: DeskLogField;
  readonly before: string | null;
  readonly after: string | null;
}
