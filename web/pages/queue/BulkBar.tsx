import { useTranslation } from "react-i18next";
import { MOST_SELECTED, type Selection } from "../../desk/use-selection.ts";
import { useViewer } from "../../shell/viewer.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import css from "./bulk/bulk.module.css";
import { type BulkAction, bulkNeeds } from "./bulk/bulk-actions.ts";

/** What can be done to the cases that are ticked. */
export function BulkBar({
  selection,
  onChoose,
}: {
  readonly selection: Selection;
  readonly onChoose: (action: BulkAction) => void;
}) {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const count = selection.ids.size;
  if (count === 0) return null;
  return (
    <div className={css.bar} role="toolbar" aria-label={t("bulk.selected", { count })}>
      <span className={css.count} role="status">
        {count < MOST_SELECTED ? t("bulk.selected", { count }) : t("bulk.most", { count })}
      </span>
      <span className={css.doings}>
        {bulkNeeds
          .filter(({ needs }) => permissions.includes(needs))
          .map(({ action }) => (
            <Button key={action} size="small" onClick={() => onChoose(action)}>
              {t(`bulk.action.${action}`)}
            </Button>
          ))}
      </span>
      <Button
        look="ghost"
        size="small"
        className={css.clear}
        aria-label={t("bulk.clear")}
        title={t("bulk.clear")}
        onClick={selection.clear}
      >
        <Icon name="close" size="s" />
      </Button>
    </div>
  );
}
