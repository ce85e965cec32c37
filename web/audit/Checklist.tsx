import type { FragmentOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../graphql/failure.ts";
import type { SampleAnswer, SampleQuestionCode } from "../graphql/words.ts";
import { exactText } from "../i18n/times.ts";
import { Button } from "../ui/Button.tsx";
import { failureLine } from "../ui/failure-line.ts";
import { useShortcuts } from "../ui/shortcuts/use-shortcuts.ts";
import { ChecklistQuestion } from "./ChecklistQuestion.tsx";
import css from "./checklist.module.css";
import { type ChecklistFragment, useChecklist } from "./use-checklist.ts";

interface ChecklistProps {
  readonly item: FragmentOf<typeof ChecklistFragment>;
  readonly questions: readonly { readonly code: SampleQuestionCode; readonly text: string; readonly hint: string }[];
  /** Why the viewer does not answer; null where they may. */
  readonly closed: string | null;
  readonly onSaved: () => void;
  /** It may have changed meanwhile, and is to be read anew. */
  readonly onRefused: () => void;
}

/** What a person judges of a case, a key an answer. */
export function Checklist({ item: of, questions, closed, onSaved, onRefused }: ChecklistProps) {
  const { t } = useTranslation();
  const { item, answers, say, save, isSaving, error, told } = useChecklist(of, { questions, onSaved, onRefused });
  const [current, setCurrent] = useState(0);
  const answerBy = (answer: SampleAnswer) => {
    const code = questions[current]?.code;
    if (code === undefined) return;
    say(code, (before) => ({ answer, note: before?.note ?? "" }));
    if (answer !== "NO") setCurrent(Math.min(current + 1, questions.length - 1));
    else document.getElementById(`note-${code}`)?.focus();
  };
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
        <Button type="submit" look="primary" busy={isSaving}>
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
