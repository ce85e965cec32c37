import type { VariablesOf } from "gql.tada";
import { graphql } from "../graphql/graphql.ts";
import { DraftStateFragment } from "./DraftState.tsx";
import type { PolicyText, TableRow } from "./policy-text.ts";

export const SavePolicyDraftMutation = graphql(
  `
  mutation SavePolicyDraft($input: SavePolicyDraftInput!) {
    savePolicyDraft(input: $input) {
      __typename
      ... on PolicyDraftDone {
        draft { id revision kind note versionName ...DraftState_draft }
      }
      ... on StalePolicyDraft { message draft { id revision } }
      ... on PolicyRefused { message reasons { code message } }
      ... on PolicyNotFound { message }
    }
  }
`,
  [DraftStateFragment],
);

type ContentInput = VariablesOf<typeof SavePolicyDraftMutation>["input"]["content"];

/** What is sent back: the text without what the server makes of it, and without the cache's own marks. */
export function toInput(text: PolicyText): ContentInput {
  const { rows, otherwise, ...rest } = text;
  return plain({ ...rest, rows: rows.map(rowInput), otherwise: rowInput(otherwise) }) as ContentInput;
}

function rowInput({ sentence: _made, ...row }: TableRow) {
  return row;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (key === "__typename" ? [] : [[key, plain(item)]])),
  );
}
