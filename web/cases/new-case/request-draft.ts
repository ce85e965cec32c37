import { useMemo } from "react";
import { newKey } from "../../graphql/new-key.ts";
import type { CaseReason, ProofKind } from "../../graphql/words.ts";
import { type DraftShape, useDraft } from "../../ui/drafts/use-draft.ts";

/** A request as it is taken down. Kept until the case is open or the form is given up, so that a reload loses nothing. */
export interface RequestDraft {
  /** The same request keeps its key: a second press or a lost answer opens one case. */
  readonly key: string;
  readonly reason: CaseReason | null;
  readonly amount: string;
  readonly proofs: readonly ProofKind[];
  readonly message: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly locale: "ZH_CN" | "EN";
  readonly channel: "PHONE" | "COUNTER";
  readonly origin: "CUSTOMER" | "MERCHANT";
  readonly despiteOpenCase: boolean;
}

const blank = {
  reason: null,
  amount: "",
  proofs: [],
  message: "",
  name: "",
  phone: "",
  email: "",
  channel: "PHONE",
  origin: "CUSTOMER",
  despiteOpenCase: false,
} as const satisfies Partial<RequestDraft>;

/** One draft a payment. */
export function useRequestDraft(transactionId: string, { amount, locale }: Pick<RequestDraft, "amount" | "locale">) {
  const shape = useMemo<DraftShape<RequestDraft>>(
    () => ({
      fresh: () => ({ key: newKey(), ...blank, amount, locale }),
      read: (kept) => (isDraft(kept) ? kept : null),
    }),
    [amount, locale],
  );
  const { value, change, clear } = useDraft(`new-case.${transactionId}`, shape);
  return {
    draft: value,
    /** Another wish is another request, so it gets another key. */
    change: (part: Partial<RequestDraft>) => change({ ...value, ...part, key: newKey() }),
    drop: clear,
  };
}

function isDraft(kept: unknown): kept is RequestDraft {
  if (typeof kept !== "object" || kept === null) return false;
  const { key, amount, proofs, message, name } = kept as Partial<Record<keyof RequestDraft, unknown>>;
  return [key, amount, message, name].every((text) => typeof text === "string") && Array.isArray(proofs);
}
