import { useTranslation } from "react-i18next";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import css from "./record-row.module.css";

interface Attempt {
  readonly id: string;
  readonly number: number;
  readonly startedAt: string;
  readonly submittedAt: string | null;
  readonly score: number | null;
  readonly passed: boolean | null;
  readonly courseVersion: number;
}

/** Every try at the quiz as it was handed in: when, of which version, and what came of it. */
export function Attempts({
  attempts,
  isOpen,
}: {
  readonly attempts: readonly Attempt[];
  /** Whether its record can still be worked on; else what was not handed in never will be. */
  readonly isOpen: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  if (attempts.length === 0) return null;
  return (
    <details className={css.attempts}>
      <summary>{t("training.attempts", { count: attempts.length })}</summary>
      <ol>
        {attempts.map(({ id, number, startedAt, submittedAt, score, passed, courseVersion }) => (
          <li key={id} value={number}>
            {passed === null
              ? t(isOpen ? "training.attempt.underWay" : "training.attempt.notHandedIn")
              : t(passed ? "training.attempt.passed" : "training.attempt.failed", { score: score ?? 0 })}
            <small>
              {t("training.attempt.of", {
                when: momentText(submittedAt ?? startedAt, language, now),
                version: courseVersion,
              })}
            </small>
          </li>
        ))}
      </ol>
    </details>
  );
}
