import { useState } from "react";
import { isKeptKey, type KeptKey, keyFor } from "../../graphql/one-key.ts";
import type { CaseAction } from "../../graphql/words.ts";
import { type DraftShape, useDraft } from "../../ui/drafts/use-draft.ts";
import type { Values } from "./action-form.ts";

/** What a person is about to do: made when the sheet opens, kept over a reload, given up when it is done or cancelled. */
export interface ActionDraft {
  /** What was sent last and may have arrived: the same words on the same case keep their key, and are done once. */
  readonly sent: KeptKey | null;
  /** The version on which the person decides. */
  readonly version: number;
  /** The last event that the person has seen. */
  readonly sequence: number;
  readonly values: Values;
}

interface Seen {
  readonly version: number;
  readonly sequence: number;
}

export function useActionDraft(caseId: string, action: CaseAction, seen: Seen, initial: Values) {
  // The sheet was opened on what was seen then; only the person's word accepts what changed since.
  const [shape] = useState(
    (): DraftShape<ActionDraft> => ({
      fresh: () => ({ sent: null, ...seen, values: initial }),
      read: (kept) => (isDraft(kept) ? kept : null),
    }),
  );
  const { value: draft, change: keep, clear } = useDraft(`action.${caseId}.${action}`, shape);
  return {
    draft,
    setValue: (name: string, value: string) => keep({ ...draft, values: { ...draft.values, [name]: value } }),
    /** The person has looked at what changed, and decides on the case as it is now. */
    accept: (now: Seen) => keep({ ...draft, ...now }),
    /** Back to what stands there while nobody has written anything. */
    clearValue: (name: string) => {
      const { [name]: _, ...values } = draft.values;
      keep({ ...draft, values });
    },
    /**
     * Before it is sent, so that a reload in between finds the same words under the same key. Gives the key. What is sent may
     * hold a suggestion, which nobody typed and which follows the amount: it makes the key, and no part of the draft. Whoever
     * has accepted that the case has changed means it anew: an old key would answer that it is done, and nothing would be.
     */
    hold: (whole: Values): string => {
      const sent = keyFor(draft.sent, [draft.version, whole]);
      keep({ ...draft, sent });
      return sent.key;
    },
    drop: clear,
  };
}

function isDraft(kept: unknown): kept is ActionDraft {
  if (typeof kept !== "object" || kept === null) return false;
  const { sent, version, sequence, values } = kept as Partial<Record<keyof ActionDraft, unknown>>;
  return (
    (sent === null || isKeptKey(sent)) &&
    typeof version === "number" &&
    typeof sequence === "number" &&
    typeof values === "object" &&
    values !== null
  );
}
