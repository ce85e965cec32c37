import { type FragmentOf, readFragment } from "gql.tada";
import { useRef, useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../graphql/graphql.ts";
import type { SampleAnswer, SampleQuestionCode } from "../graphql/words.ts";
import { useIsHere } from "../ui/use-is-here.ts";
import type { Answers, Said } from "./sample-words.ts";

export const ChecklistFragment = graphql(`
  fragment Checklist_item on SampleItem {
    id
    version
    reviewedAt
    reviewedBy {
      id
      name
    }
    answers {
      question
      answer
      note
    }
  }
`);

const ReviewSampleItemMutation = graphql(
  `
    mutation ReviewSampleItem($input: ReviewSampleItemInput!) {
      reviewSampleItem(input: $input) {
        __typename
        ... on SampleItemReviewed {
          item {
            id
            ...Checklist_item
            machine {
              question
              text
              answer
            }
          }
          sample {
            id
            reviewedCount
            chainHead
            eventCount
          }
        }
        ... on AuditRefused {
          message
          reasons {
            code
          }
        }
      }
    }
  `,
  [ChecklistFragment],
);

interface Written {
  /** Of the questions that were answered here, and of no other. */
  readonly answers: Answers;
  /** The version that they were begun over. */
  readonly over: number;
  /** It was told that there is a newer one: once that is read, whoever presses again means to write over just that. */
  readonly isOvertaken: boolean;
}

/**
 * The answers of one reviewed case. What was typed stays until it is kept, over what is stored: a question that is not answered
 * here follows that, so that a save after somebody else's takes no answer of theirs away.
 */
export function useChecklist(
  of: FragmentOf<typeof ChecklistFragment>,
  {
    questions,
    onSaved,
    onRefused,
  }: {
    readonly questions: readonly { readonly code: SampleQuestionCode }[];
    readonly onSaved: () => void;
    readonly onRefused: () => void;
  },
) {
  const item = readFragment(ChecklistFragment, of);
  const [written, setWritten] = useState<Written | null>(null);
  // Of the last press of a key, for an answer that comes while somebody writes on.
  const latest = useRef(written);
  latest.current = written;
  const isHere = useIsHere();
  if (written?.isOvertaken && item.version !== written.over)
    setWritten({ ...written, over: item.version, isOvertaken: false });
  const kept = keptAnswers(item.answers);
  const answers: Answers = { ...kept, ...written?.answers };
  const [{ fetching, data, error }, review] = useMutation(ReviewSampleItemMutation);

  /** Answers are begun over what is stored then: what somebody else stores meanwhile is not written over unseen. */
  const say = (code: SampleQuestionCode, make: (before: Said | undefined) => Said) =>
    setWritten((before) => ({
      ...(before ?? { over: item.version, isOvertaken: false }),
      answers: { ...before?.answers, [code]: make(before?.answers[code] ?? kept[code]) },
    }));
  async function save(): Promise<void> {
    if (fetching) return;
    const given = questions.flatMap(({ code }) => {
      const said = answers[code];
      return said === undefined ? [] : [{ question: code, answer: said.answer, note: said.note.trim() || null }];
    });
    const result = await review({
      input: { itemId: item.id, expectedVersion: written?.over ?? item.version, answers: given },
    });
    const answer = result.data?.reviewSampleItem;
    if (answer?.__typename === "AuditRefused") {
      if (answer.reasons.some(({ code }) => code === "AUDIT_STALE"))
        setWritten((now) => now && { ...now, isOvertaken: true });
      onRefused();
    }
    if (answer?.__typename !== "SampleItemReviewed") return;
    const { version } = readFragment(ChecklistFragment, answer.item);
    const isAll = latest.current === written;
    setWritten((now) => (isAll || now === null ? null : saidSince(now, written, version)));
    // Whoever is at another case by then stays there.
    if (isHere.current && isAll && given.length === questions.length) onSaved();
  }

  return { item, answers, say, save, isSaving: fetching, error, told: data?.reviewSampleItem };
}

/** What was said while the rest was on its way, which has the version by now. */
function saidSince(now: Written, sent: Written | null, version: number): Written {
  const since = Object.entries(now.answers).filter(
    ([code, said]) => sent?.answers[code as SampleQuestionCode] !== said,
  );
  return { answers: Object.fromEntries(since), over: version, isOvertaken: false };
}

function keptAnswers(
  answers: readonly {
    readonly question: SampleQuestionCode;
    readonly answer: SampleAnswer;
    readonly note: string | null;
  }[],
): Answers {
  return Object.fromEntries(answers.map(({ question, answer, note }) => [question, { answer, note: note ?? "" }]));
}
