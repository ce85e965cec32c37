import { type FragmentOf, readFragment } from "gql.tada";
import { useMemo, useRef, useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import { keyFor } from "../../graphql/one-key.ts";
import { type DraftShape, useDraft } from "../../ui/drafts/use-draft.ts";
import { useIsHere } from "../../ui/use-is-here.ts";
import {
  readWriting,
  type StoredTemplate,
  type TemplateWords,
  type TemplateWriting,
  wordsBeside,
  wordsOf,
} from "./template-writing.ts";

export const TemplateEditorFragment = graphql(`
  fragment TemplateEditor_template on MessageTemplate {
    id
    version
    thread
    nameZh
    nameEn
    bodyZh
    bodyEn
    active
  }
`);

const SaveMessageTemplate = graphql(
  `
  mutation saveMessageTemplate($input: SaveMessageTemplateInput!) {
    saveMessageTemplate(input: $input) {
      __typename
      ... on MessageTemplateSaved {
        template {
          id
          ...TemplateEditor_template
        }
      }
      ... on MessageTemplateRefused {
        message
        reasons
      }
      ... on StaleMessageTemplate {
        message
        template {
          id
          ...TemplateEditor_template
        }
      }
      ... on MessageTemplateNotFound {
        message
      }
    }
  }
`,
  [TemplateEditorFragment],
);

type Said = "saved" | "restored" | "wasRetired";

/**
 * A template as it is written. What somebody else saved meanwhile is shown, and what was typed stays; a field that nobody has
 * touched follows what is stored, so that a save after theirs undoes nothing.
 */
export function useTemplateWriting(
  of: FragmentOf<typeof TemplateEditorFragment> | null,
  onSaved: (id: string, isOpen: boolean) => void,
) {
  const known = of === null ? null : readFragment(TemplateEditorFragment, of);
  const isHere = useIsHere();
  const [answered, setAnswered] = useState<StoredTemplate | null>(null);
  const base = newest(known, answered);
  const [said, setSaid] = useState<Said | null>(null);
  const version = base?.version ?? null;
  const shape = useMemo(
    (): DraftShape<TemplateWriting> => ({ fresh: () => ({ words: {}, version, sent: null }), read: readWriting }),
    [version],
  );
  const { value: writing, change: keep, clear, moveTo } = useDraft(placeOf(base), shape);
  const stored = wordsOf(base);
  const draft: TemplateWords = { ...stored, ...writing.words };
  // Of the last press of a key, for an answer that comes while somebody writes on.
  const latest = useRef({ draft, writing });
  latest.current = { draft, writing };
  const [{ data, error, fetching }, save] = useMutation(SaveMessageTemplate);
  const answer = data?.saveMessageTemplate;
  const theirs =
    answer?.__typename === "StaleMessageTemplate" ? readFragment(TemplateEditorFragment, answer.template) : null;
  const isWhole = [draft.nameZh, draft.nameEn, draft.bodyZh, draft.bodyEn].every((text) => text.trim() !== "");
  function change(part: Partial<TemplateWords>): void {
    const words = wordsBeside({ ...writing.words, ...part }, stored);
    if (Object.keys(words).length === 0) clear();
    else keep({ ...writing, words });
    setSaid(null);
  }

  async function send(active: boolean): Promise<void> {
    setSaid(null);
    const told = { ...draft, active, id: base?.id ?? null, seenVersion: writing.version };
    const sent = keyFor(writing.sent, told);
    keep({ ...writing, sent });
    const result = (await save({ input: { ...told, idempotencyKey: sent.key } })).data?.saveMessageTemplate;
    if (result?.__typename !== "MessageTemplateSaved" && result?.__typename !== "StaleMessageTemplate") return;
    const now = readFragment(TemplateEditorFragment, result.template);
    setAnswered(now);
    // Of what was saved that which was typed since; of what was not, all, over the version that is on the screen now.
    const isSaved = result.__typename === "MessageTemplateSaved";
    const left = isSaved ? wordsBeside(latest.current.draft, draft) : latest.current.writing.words;
    if (Object.keys(left).length === 0) clear();
    else moveTo(placeOf(now), { words: left, version: now.version, sent: null });
    if (!isSaved) return;
    setSaid(!active ? "wasRetired" : base?.active === false ? "restored" : "saved");
    onSaved(now.id, isHere.current);
  }

  return { base, draft, change, send, said, isWhole, isSaving: fetching, error, answer, theirs };
}

function newest(known: StoredTemplate | null, answered: StoredTemplate | null): StoredTemplate | null {
  return known === null || (answered !== null && answered.version > known.version) ? answered : known;
}

const placeOf = (of: StoredTemplate | null) => `template.${of?.id ?? "new"}`;
