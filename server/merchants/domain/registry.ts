/**
 * How a merchant stands. SUSPENDED: the customer's own form takes no request, the desk still does. CLOSED: payments that are
 * on file are still asked about, a slip without one opens nothing.
 */
export const merchantStates = ["OPEN", "SUSPENDED", "CLOSED"] as const;
export type MerchantState = (typeof merchantStates)[number];

export const registryEventKinds = [
  "ADDED",
  "CHANGED",
  "SUSPENDED",
  "CLOSED",
  "REOPENED",
  "TERMINAL_ADDED",
  "TERMINAL_CLOSED",
  "TERMINAL_REOPENED",
] as const;
export type RegistryEventKind = (typeof registryEventKinds)[number];

export const registryFields = ["NAME", "NAME_ZH", "CATEGORY", "TERMINAL"] as const;
export type RegistryField = (typeof registryFields)[number];

/** One field of an entry, as it was and as it is. */
export interface RegistryChange {
  readonly field: RegistryField;
  readonly before: string | null;
  readonly after: string | null;
}

export interface NamesOf {
  readonly name: string;
  readonly nameZh: string | null;
}

export interface MerchantFacts extends NamesOf {
  readonly categoryCode: string | null;
}

export type RegistryRefusal =
  | { readonly code: "NUMBER_UNUSABLE" | "NUMBER_TAKEN" | "CATEGORY_UNUSABLE" }
  | { readonly code: "TERMINAL_UNUSABLE" | "TERMINAL_TAKEN" | "TERMINAL_UNKNOWN" | "TERMINAL_STANDS_SO" }
  | { readonly code: "CODE_UNUSABLE" | "CODE_TAKEN" }
  | { readonly code: "NOTHING_CHANGES" | "REASON_MISSING" }
  | { readonly code: "WRONG_STATE"; readonly state: MerchantState };

export const merchantMoves = {
  SUSPENDED: { from: ["OPEN"], to: "SUSPENDED" },
  CLOSED: { from: ["OPEN", "SUSPENDED"], to: "CLOSED" },
  REOPENED: { from: ["SUSPENDED", "CLOSED"], to: "OPEN" },
} as const satisfies Partial<
  Record<RegistryEventKind, { readonly from: readonly MerchantState[]; readonly to: MerchantState }>
>;
export type MerchantMove = keyof typeof merchantMoves;

/** As acquirers write them: letters, digits and what joins them. */
export function isRegistryNumber(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/.test(text);
}

export function isCategoryCode(text: string | null): boolean {
  return text === null || /^\d{4}$/.test(text);
}

export function changesBetween(before: MerchantFacts | NamesOf, after: MerchantFacts | NamesOf): RegistryChange[] {
  const fields: RegistryChange[] = [
    { field: "NAME", before: before.name, after: after.name },
    { field: "NAME_ZH", before: before.nameZh, after: after.nameZh },
    { field: "CATEGORY", before: categoryOf(before), after: categoryOf(after) },
  ];
  return fields.filter((change) => change.before !== change.after);
}

function categoryOf(facts: MerchantFacts | NamesOf): string | null {
  return "categoryCode" in facts ? facts.categoryCode : null;
}

/** Every reason against a move; whoever shuts or opens a shop says why, since customers will ask. */
export function reasonsAgainstMove(
  move: MerchantMove,
  { state, reason }: { readonly state: MerchantState; readonly reason: string | null },
): RegistryRefusal[] {
  const from: readonly MerchantState[] = merchantMoves[move].from;
  return [
    ...(from.includes(state) ? [] : [{ code: "WRONG_STATE", state } as const]),
    ...(reason === null ? [{ code: "REASON_MISSING" } as const] : []),
  ];
}
