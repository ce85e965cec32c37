import { readAmount } from "../../ui/amount.ts";
import type { RequestDraft } from "./request-draft.ts";

/** What is not filled in, or cannot be read. Whether it may be asked for is the server's to say. */
export type RequestFaults = Readonly<Partial<Record<"reason" | "amount" | "name" | "contact", true>>>;

export function requestFaults(draft: RequestDraft, currency: string): RequestFaults {
  return {
    ...(draft.reason === null && { reason: true }),
    ...(readAmount(draft.amount, currency) === null && { amount: true }),
    ...(draft.name.trim() === "" && { name: true }),
    ...(draft.phone.trim() === "" && draft.email.trim() === "" && { contact: true }),
  };
}
