import type { Actor } from "../../staff/domain/actor.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { ExportKind } from "./words.ts";

/** Whoever may take lists away at all takes those that they may read. */
const listNeeds: Readonly<Record<ExportKind, Permission>> = {
  CASES: "case.read",
  REFUNDS: "case.read",
  DISPUTES: "case.read",
  TRANSACTIONS: "transaction.read",
  AUDIT_LOG: "audit.read",
};

export function mayExport({ permissions }: Actor, kind: ExportKind): boolean {
  return permissions.has("export.run") && permissions.has(listNeeds[kind]);
}

const listRights = ["customer.readContact", "staff.read"] as const satisfies readonly Permission[];
/** Rights that decide what stands in a cell. */
const cellRights: Readonly<Record<ExportKind, readonly Permission[]>> = {
  CASES: listRights,
  REFUNDS: listRights,
  DISPUTES: listRights,
  TRANSACTIONS: listRights,
  AUDIT_LOG: ["staff.read", "case.note"],
};

/** What a file holds depends on this alone: whose rows, and what is written out in them. */
export function sightOf({ role, merchantId, institutionId, permissions }: Actor, kind: ExportKind): string {
  const rights = cellRights[kind].filter((right) => permissions.has(right));
  return [role, merchantId ?? "-", institutionId ?? "-", ...rights].join(" ");
}

/** Whether what was made under some rights is still somebody's to have. */
export function isStillTheirs(actor: Actor, { kind, sight }: { readonly kind: ExportKind; readonly sight: string }) {
  return mayExport(actor, kind) && sightOf(actor, kind) === sight;
}
