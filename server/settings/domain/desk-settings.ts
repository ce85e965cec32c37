import { isCurrencyCode } from "../../kernel/currency.ts";
import { isZoneName } from "../../kernel/zoned-time.ts";

/** What an administrator sets for the whole desk, as the environment fixes the rest. */
export interface DeskSettings {
  readonly nameZh: string;
  readonly nameEn: string;
  /** How a customer reaches the desk; null where it offers no such way. */
  readonly phone: string | null;
  readonly email: string | null;
  /** What an amount is taken to be in until somebody says otherwise. */
  readonly currency: string;
  /** Whose clocks say which day it is at the desk. */
  readonly timeZone: string;
}

export interface StoredSettings extends DeskSettings {
  readonly version: number;
}

export const settingFields = ["NAME_ZH", "NAME_EN", "PHONE", "EMAIL", "CURRENCY", "TIME_ZONE"] as const;
export type SettingField = (typeof settingFields)[number];

/** One setting, as it was and as it is. */
export interface SettingChange {
  readonly field: SettingField;
  readonly before: string | null;
  readonly after: string | null;
}

const keyOf: Readonly<Record<SettingField, keyof DeskSettings>> = {
  NAME_ZH: "nameZh",
  NAME_EN: "nameEn",
  PHONE: "phone",
  EMAIL: "email",
  CURRENCY: "currency",
  TIME_ZONE: "timeZone",
};

export function changesBetween(before: DeskSettings, after: DeskSettings): readonly SettingChange[] {
  return settingFields
    .map((field) => ({ field, before: before[keyOf[field]], after: after[keyOf[field]] }))
    .filter((change) => change.before !== change.after);
}

export const longestName = 40;

export type SettingRefusal =
  | "NOTHING_CHANGES"
  | "NAME_UNFIT"
  | "PHONE_UNFIT"
  | "EMAIL_UNFIT"
  | "CURRENCY_UNKNOWN"
  | "TIME_ZONE_UNKNOWN";

/** Every reason against it. Whether the database counts in a zone as well is a fact that it is asked for. */
export function reasonsAgainst(
  { nameZh, nameEn, phone, email, currency, timeZone }: DeskSettings,
  { zoneInDatabase, changes }: { readonly zoneInDatabase: boolean; readonly changes: readonly SettingChange[] },
): readonly SettingRefusal[] {
  return [
    ...(changes.length === 0 ? (["NOTHING_CHANGES"] as const) : []),
    ...(isName(nameZh) && isName(nameEn) ? [] : (["NAME_UNFIT"] as const)),
    ...(phone === null || isPhone(phone) ? [] : (["PHONE_UNFIT"] as const)),
    ...(email === null || isEmail(email) ? [] : (["EMAIL_UNFIT"] as const)),
    ...(isCurrencyCode(currency) ? [] : (["CURRENCY_UNKNOWN"] as const)),
    ...(isZoneName(timeZone) && zoneInDatabase ? [] : (["TIME_ZONE_UNKNOWN"] as const)),
  ];
}

/** It stands in heads, on paper and below e-mails: on one line. */
function isName(text: string): boolean {
  return text.trim() !== "" && text.length <= longestName && !/[\r\n]/.test(text);
}

/** Service numbers of five digits as well as international ones; it is dialled, so no words stand in it. */
function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, "").length;
  return /^\+?[\d ()-]+$/.test(text) && digits >= 3 && digits <= 15;
}

function isEmail(text: string): boolean {
  return text.length <= 120 && /^[^\s@<>"',;:\\]+@[^\s@<>"',;:\\/]+\.[^\s@<>"',;:\\/.]{2,}$/.test(text);
}
