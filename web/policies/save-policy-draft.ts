import { type FragmentOf, readFragment, type VariablesOf } from "gql.tada";
import { graphql } from "../graphql/graphql.ts";
import { DraftStateFragment } from "./DraftState.tsx";
import { DraftTextFragment, type PolicyText, PolicyTextFragment, type TableRow } from "./policy-text.ts";

export const SavePolicyDraftMutation = graphql(
  `
  mutation SavePolicyDraft($input: SavePolicyDraftInput!) {
    savePolicyDraft(input: $input) {
      __typename
      ... on PolicyDraftDone {
        draft { id versionName ...DraftText_draft ...DraftState_draft }
      }
      ... on StalePolicyDraft { message }
      ... on PolicyRefused { message reasons { code message } }
      ... on PolicyNotFound { message }
    }
  }
`,
  [DraftTextFragment, DraftStateFragment],
);

type ContentInput = VariablesOf<typeof SavePolicyDraftMutation>["input"]["content"];

/** What is sent back: the text without what the server makes of it, and without the cache's own marks. */
export function toInput(text: PolicyText): ContentInput {
  const { rows, otherwise, ...rest } = text;
  return plain({ ...rest, rows: rows.map(rowInput), otherwise: rowInput(otherwise) }) as ContentInput;
}

export interface Written {
  readonly text: PolicyText;
  readonly kind: "MAJOR" | "MINOR";
  readonly note: string;
}

/** A draft as the server holds it. */
export interface HeldDraft extends Written {
  readonly id: string;
  readonly revision: number;
}

export function heldDraft(of: FragmentOf<typeof DraftTextFragment>): HeldDraft {
  const { id, revision, kind, note, content } = readFragment(DraftTextFragment, of);
  return { id, revision, kind, note, text: readFragment(PolicyTextFragment, content) };
}

/** The text with the sentences that the server made of the rows that were sent; what was changed or moved since keeps its own. */
export function withSentences(text: PolicyText, sent: PolicyText, saved: PolicyText): PolicyText {
  const made = new Map(sent.rows.map((row, at) => [row, saved.rows[at]?.sentence]));
  made.set(sent.otherwise, saved.otherwise.sentence);
  const told = (row: TableRow): TableRow => ({ ...row, sentence: made.get(row) ?? row.sentence });
  return { ...text, rows: text.rows.map(told), otherwise: told(text.otherwise) };
}

function rowInput({ sentence: _made, ...row }: TableRow) {
  return row;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "__typename")
      .map(([key, item]) => [key, plain(item)] as const),
  );
}
