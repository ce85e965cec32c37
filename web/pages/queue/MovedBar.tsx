import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import css from "../queue-page.module.css";
import type { Moved } from "./use-queue-live.ts";

/** Says what came and went, over the rows and not among them; the list moves when its reader wants it to. */
export function MovedBar({
  moved: { arrived, left, away },
  onShow,
}: {
  readonly moved: Moved;
  readonly onShow: () => void;
}) {
  const { t } = useTranslation();
  const isQuiet = arrived.size === 0 && left.size === 0;
  return (
    <div className={css.movedPlace} role="status">
      {(!isQuiet || away) && (
        <div className={css.moved}>
          {arrived.size > 0 && <span>{t("queue.arrived", { count: arrived.size })}</span>}
          {left.size > 0 && <span>{t("queue.left", { count: left.size })}</span>}
          {isQuiet && <span>{t("queue.changedAway")}</span>}
          <Button size="small" onClick={onShow}>
            {t("queue.refresh")}
          </Button>
        </div>
      )}
    </div>
  );
}
