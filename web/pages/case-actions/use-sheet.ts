import { amountText, readAmount, typedAmount } from "../../ui/amount.ts";
import { shownFields } from "./action-form.ts";
import type { SheetCase } from "./action-sheet-case.ts";
import { customerField, withSuggestion } from "./customer-words.ts";
import { useActionDraft } from "./draft.ts";
import { actionForms, type SheetAction } from "./forms.ts";
import { moneyWay } from "./money-way.ts";
import { useOutlook } from "./use-outlook.ts";
import { latestSequence, newsSince } from "./WhatChanged.tsx";

interface SheetOf {
  readonly found: SheetCase;
  readonly action: SheetAction;
  readonly viewerId: string;
  readonly isDesk: boolean;
  /** Who has the case from then on, until somebody else is chosen; null: nobody. */
  readonly takerId: string | null;
}

export type Sheet = ReturnType<typeof useSheet>;

/** What is done about the money that was proposed, as it was proposed. */
const ofProposed: ReadonlySet<SheetAction> = new Set<SheetAction>([
  "GRANT_APPROVAL",
  "PROPOSE_MANUAL_REFUND",
  "RETRY_REFUND",
]);

/** One action before it is taken: what is typed for it, what the server says that it would do, and whether it can be pressed. */
export function useSheet({ found, action, viewerId, isDesk, takerId }: SheetOf) {
  const { version, amount: asked } = found;
  const form = actionForms[action];
  const amountField = form.fields.find(({ kind }) => kind === "amount");
  const seen = { version, sequence: latestSequence(found) };
  const initial = {
    ...(amountField !== undefined && { [amountField.name]: typedAmount(asked) }),
    ...(action === "ASSIGN" && takerId !== null && { assignee: takerId }),
  };
  const { draft, ...typing } = useActionDraft(found.id, action, seen, initial);
  const fields = shownFields(form.fields, draft.values, found.decision?.outcome ?? null);

  const { outlook, past, isAsking, failure, again } = useOutlook({
    ...{ caseId: found.id, version, action, fields, values: draft.values, currency: asked.currency, isDesk },
  });
  // Of another choice, or of the case before it moved on, it is dimmed, and nothing can be pressed.
  const shown = outlook ?? past?.outlook ?? null;
  const isPast = past !== null;

  const suggestion = shown?.suggestion ?? null;
  const reads: "zh" | "en" = found.customer?.locale === "EN" ? "en" : "zh";
  const toCustomer = customerField(fields);
  const isSuggested = toCustomer !== undefined && draft.values[toCustomer.name] === undefined;
  const values = withSuggestion(draft.values, toCustomer, suggestion, reads);

  // What is not asked for, as the choice stands, is not part of it either.
  const isAsked = amountField !== undefined && fields.includes(amountField);
  const amount = isAsked ? readAmount(draft.values[amountField.name] ?? "", asked.currency) : null;
  // What it is about, where nothing is typed: what waits, or what was offered.
  const settled = ofProposed.has(action) ? found.proposed : action === "ACCEPT_OFFER" ? found.offer : null;
  const toldOf = isPast ? (past.amount ?? settled) : (amount ?? settled);

  return {
    ...{ form, fields, values, typing, shown, isPast, failure, again, amount },
    chosen: draft.values,
    /** The last event that was seen before it was decided upon. */
    since: draft.sequence,
    seen,
    /** The amount that the press is about; null where it is about none. */
    pressed: amount ?? settled,
    /** The amount that the words beside it are about. */
    toldOf: toldOf === null ? null : amountText(toldOf),
    way: moneyWay(action, shown?.goesTo ?? null),
    /** What the customer is told; null where the action has no such words. */
    told:
      toCustomer === undefined
        ? null
        : {
            ...{ field: toCustomer.name, suggestion, reads },
            words: (values[toCustomer.name] ?? "").trim(),
            /** They are being thought of anew, for another choice. */
            isWaiting: isSuggested && past?.isOfAnother === true,
          },
    // What is told of this very amount, and the words that would be sent, are there before it can be pressed.
    isUnsaid: isAsking && (amountField !== undefined || isPast || isSuggested),
    // What one did oneself meanwhile, a note perhaps, is no news.
    isStale: draft.version !== version && newsSince(found, draft.sequence, viewerId).length > 0,
    // To whoever has a case already it is not given again.
    isTheirs: action === "ASSIGN" && found.assignee !== null && draft.values["assignee"] === found.assignee.id,
    isOpen: found.availableActions.some((offer) => offer.action === action && offer.allowed),
    /** Why it is shut; none where the state no longer has it. */
    reasons: found.availableActions.find((offer) => offer.action === action)?.reasons ?? [],
    proposes: action === "APPROVE_REFUND" && isForMore(found, shown),
  };
}

/**
 * Whether somebody else has to agree. What is typed may be within one's limit though all that was asked for is not: the
 * outlook knows best, once it is there.
 */
function isForMore({ ownWord }: SheetCase, shown: { readonly goesTo: string } | null): boolean {
  if (shown !== null) return shown.goesTo === "AWAITING_APPROVAL";
  return ownWord?.action === "APPROVE_REFUND" && !ownWord.isEnough;
}
