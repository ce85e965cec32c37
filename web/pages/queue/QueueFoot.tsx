import { useTranslation } from "react-i18next";
import { timeText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useViewer } from "../../shell/viewer.ts";
import { Button } from "../../ui/Button.tsx";
import { useSingleKeys } from "../../ui/shortcuts/use-shortcuts.ts";
import css from "../queue-page.module.css";
import { bulkNeeds } from "./bulk/bulk-actions.ts";

/** The keys worth knowing, what was done last and how to take it back, and how much is shown. */
export function QueueFoot({
  count,
  hasNext,
  readAt,
  said,
  onUndo,
}: {
  readonly count: number;
  /** Null until the first page is there: how much there is, nobody knows yet. */
  readonly hasNext: boolean | null;
  /** When the list was last read, in milliseconds. */
  readonly readAt: number | null;
  readonly said: string;
  readonly onUndo: (() => void) | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hasKeys = useSingleKeys();
  const { permissions } = useViewer();
  const hints = [
    { key: "x", text: t("queue.keys.select"), isFor: bulkNeeds.some(({ needs }) => permissions.includes(needs)) },
    { key: "a", text: t("bulk.action.ASSIGN"), isFor: permissions.includes("CASE_ASSIGN") },
    { key: "r", text: t("queue.keys.reply"), isFor: permissions.includes("CASE_MESSAGE") },
    { key: "n", text: t("bulk.action.ADD_NOTE"), isFor: permissions.includes("CASE_NOTE") },
    { key: "?", text: t("queue.keys.all"), isFor: true },
  ].filter(({ isFor }) => isFor);
  return (
    <div className={css.foot}>
      <span className={css.said} role="status">
        {said}
      </span>
      {onUndo !== null && (
        <Button size="small" onClick={onUndo}>
          {t("bulk.undo")}
        </Button>
      )}
      {said === "" && hasKeys && (
        <span className={css.keys} aria-hidden="true">
          <kbd>j</kbd>
          <kbd>k</kbd> {t("queue.keys.move")}
          <span>
            <kbd>Enter</kbd> {t("queue.keys.openShort")}
          </span>
          {hints.map(({ key, text }) => (
            <span key={key}>
              <kbd>{key}</kbd> {text}
            </span>
          ))}
        </span>
      )}
      <span className={css.shown}>
        {hasNext !== null && <span>{t(hasNext ? "queue.shown" : "queue.allShown", { count })}</span>}
        {readAt !== null && <span>{t("queue.updated", { time: timeText(new Date(readAt), language) })}</span>}
      </span>
    </div>
  );
}
