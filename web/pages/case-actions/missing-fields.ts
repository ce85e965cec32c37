import { readAmount } from "../../ui/amount.ts";
import type { ActionField, Values } from "./action-form.ts";

export type MissingFields = Readonly<Record<string, "missing" | "notAnAmount">>;

/** What cannot be sent as it stands. Whether the answer would be yes is the server's to say. */
export function missingFields(fields: readonly ActionField[], values: Values, currency: string): MissingFields {
  const missing: Record<string, "missing" | "notAnAmount"> = {};
  for (const { name, kind, optional } of fields) {
    const typed = (values[name] ?? "").trim();
    if (typed === "") {
      if (optional !== true) missing[name] = "missing";
    } else if (kind === "amount" && readAmount(typed, currency) === null) missing[name] = "notAnAmount";
  }
  return missing;
}
