import { useTranslation } from "react-i18next";
import { dayText, momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import css from "./record-row.module.css";

interface DueChange {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
}

/** Every change of an assignment's due day: from which to which, by whom, when and why. */
export function DueChanges({ changes }: { readonly changes: readonly DueChange[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  if (changes.length === 0) return null;
  const day = (on: string | null) => (on === null ? t("training.change.noDay") : dayText(on, language, now));
  return (
    <details className={css.attempts}>
      <summary>{t("training.change.count", { count: changes.length })}</summary>
      <ol>
        {changes.map(({ id, at, by, from, to, reason }) => (
          <li key={id}>
            {t("training.change.fromTo", { from: day(from), to: day(to) })}
            <small>{t("training.change.by", { name: by, when: momentText(at, language, now) })}</small>
            <small>{t("training.reason", { reason })}</small>
          </li>
        ))}
      </ol>
    </details>
  );
}
