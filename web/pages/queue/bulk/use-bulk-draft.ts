import { type DraftShape, draftOf, useDraft } from "../../../ui/drafts/use-draft.ts";
import type { BulkAction } from "./bulk-actions.ts";
import type { Reader } from "./bulk-parts.ts";

type Words = Readonly<Partial<Record<Reader, string>>>;

export interface BulkDraft {
  readonly textFor: (reader: Reader) => string;
  readonly write: (reader: Reader, text: string) => void;
  readonly clear: () => void;
}

const shape: DraftShape<Words> = { fresh: () => ({}), read: (kept) => (isWords(kept) ? kept : null) };

/** What is being written about these cases, for each who reads it. */
export function useBulkDraft(action: BulkAction, caseIds: readonly string[]): BulkDraft {
  const { value, change, clear } = useDraft(draftOf(`bulk.${action}`, caseIds), shape);
  return {
    textFor: (reader) => value[reader] ?? "",
    write: (reader, text) => change({ ...value, [reader]: text }),
    clear,
  };
}

function isWords(kept: unknown): kept is Words {
  return typeof kept === "object" && kept !== null && Object.values(kept).every((text) => typeof text === "string");
}
