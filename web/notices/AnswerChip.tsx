import { useTranslation } from "react-i18next";
import type { NoticeAnswer } from "../graphql/words.ts";
import { Icon } from "../ui/Icon.tsx";
import css from "./notice-chip.module.css";

interface AnswerChipProps {
  readonly isAwaited: boolean;
  readonly answer: NoticeAnswer | null;
}

/** Whether a notice still waits for its reader's word; nothing where it never asked. */
export function AnswerChip({ isAwaited, answer }: AnswerChipProps) {
  const { t } = useTranslation();
  if (isAwaited) {
    return (
      <span className={css.chip} data-state="SUPPRESSED">
        <Icon name="clock" />
        {t("answers.awaited")}
      </span>
    );
  }
  if (answer === null) return <span />;
  return (
    <span className={css.chip}>
      <Icon name={answer === "CONFIRMED" ? "check" : "send"} />
      {t(answer === "CONFIRMED" ? "answers.done" : "answers.queried")}
    </span>
  );
}
