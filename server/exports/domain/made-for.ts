import type { Actor } from "../../staff/domain/actor.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { ExportKind } from "./words.ts";

/** Who may read a list may take it away. */
export const exportNeeds: Readonly<Record<ExportKind, Permission>> = {
  CASES: "case.read",
  REFUNDS: "case.read",
  DISPUTES: "case.read",
  TRANSACTIONS: "transaction.read",
  AUDIT_LOG: "audit.read",
};

/** What a file holds depends on this alone: whose rows, and whether contacts are written out. */
export function sightOf(actor: Actor): string {
  const contacts = actor.permissions.has("customer.readContact") ? "contacts" : "masked";
  return [actor.role, actor.merchantId ?? "-", actor.institutionId ?? "-", contacts].join(" ");
}

/** Whether what was made under some rights is still somebody's to have. */
export function isStillTheirs(actor: Actor, { kind, sight }: { readonly kind: ExportKind; readonly sight: string }) {
  return actor.permissions.has(exportNeeds[kind]) && sightOf(actor) === sight;
}
