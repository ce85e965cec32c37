import { type FragmentOf, readFragment } from "gql.tada";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import type { SampleAnswer, SampleQuestionCode } from "../graphql/words.ts";
import { exactText } from "../i18n/times.ts";
import { Button } from "../ui/Button.tsx";
import { failureLine } from "../ui/failure-line.ts";
import { useShortcuts } from "../ui/shortcuts/use-shortcuts.ts";
import { useIsHere } from "../ui/use-is-here.ts";
import { ChecklistQuestion } from "./ChecklistQuestion.tsx";
import css from "./checklist.module.css";
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

interface ChecklistProps {
  readonly item: FragmentOf<typeof ChecklistFragment>;
  readonly questions: readonly { readonly code: SampleQuestionCode; readonly text: string; readonly hint: string }[];
  /** Why the viewer does not answer; null where they may. */
  readonly closed: string | null;
  readonly onSaved: () => void;
  /** It may have changed meanwhile, and is to be read anew. */
  readonly onRefused: () => void;
}

interface Written {
  /** Of the questions that were answered here, and of no other. */
  readonly answers: Answers;
  /** The version that they were begun over. */
  readonly over: number;
  /** It was told that there is a newer one: once that is read, whoever presses again means to write over just that. */
  readonly isOvertaken: boolean;
}

/**
 * What a person judges, a key an answer. What was typed stays until it is kept, over what is stored: a question that is not
 * answered here follows that, so that a save after somebody else's takes no answer of theirs away.
 */
export function Checklist({ item: of, questions, closed, onSaved, onRefused }: ChecklistProps) {
  const { t } = useTranslation();
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
  const [current, setCurrent] = useState(0);
  const [{ fetching, data, error }, review] = useMutation(ReviewSampleItemMutation);
  const told = data?.reviewSampleItem;

  /** Answers are begun over what is stored then: what somebody else stores meanwhile is not written over unseen. */
  const say = (code: SampleQuestionCode, make: (before: Said | undefined) => Said) =>
    setWritten((before) => ({
      ...(before ?? { over: item.version, isOvertaken: false }),
      answers: { ...before?.answers, [code]: make(before?.answers[code] ?? kept[code]) },
    }));
  const answerBy = (answer: SampleAnswer) => {
    const code = questions[current]?.code;
    if (code === undefined) return;
    say(code, (before) => ({ answer, note: before?.note ?? "" }));
    if (answer !== "NO") setCurrent(Math.min(current + 1, questions.length - 1));
    else document.getElementById(`note-${code}`)?.focus();
  };
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
  const may = closed === null;
  useShortcuts({
    title: t("samples.checklist"),
    layer: "panel",
    shortcuts: [
      { keys: "y", label: t("samples.keys.yes"), run: may ? () => answerBy("YES") : null },
      {
        keys: "n",
        label: t("samples.keys.no"),
        run: may
          ? (event) => {
              event.preventDefault();
              answerBy("NO");
            }
          : null,
      },
      { keys: "0", label: t("samples.keys.notApplicable"), run: may ? () => answerBy("NOT_APPLICABLE") : null },
      { keys: "s", label: t("samples.save"), run: may ? () => void save() : null },
    ],
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      className={css.form}
    >
      <h3>{t("samples.checklist")}</h3>
      {item.reviewedAt !== null && (
        <p className={css.hint}>
          {t("samples.reviewedBy", { name: item.reviewedBy?.name ?? "", at: exactText(item.reviewedAt) })}
        </p>
      )}
      {closed !== null && <p className={css.closed}>{closed}</p>}
      <ol className={css.questions}>
        {questions.map((question, index) => (
          <ChecklistQuestion
            key={question.code}
            question={question}
            said={answers[question.code] ?? null}
            isCurrent={may && index === current}
            disabled={!may}
            onReach={() => setCurrent(index)}
            onSay={(said) => say(question.code, () => said)}
            onLeave={() => setCurrent(Math.min(index + 1, questions.length - 1))}
          />
        ))}
      </ol>
      {may && (
        <Button type="submit" look="primary" busy={fetching}>
          {t("samples.save")}
        </Button>
      )}
      <p role="status">
        {error !== undefined
          ? failureLine(t, failureOf(error))
          : told?.__typename === "AuditRefused"
            ? told.message
            : told !== undefined && t("samples.saved")}
      </p>
    </form>
  );
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
