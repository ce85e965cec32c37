import { useTranslation } from "react-i18next";
import { alsoCalled } from "../../shell/palette/also-called.ts";
import { usePageCommands } from "../../shell/palette/page-commands.ts";
import { useViewer } from "../../shell/viewer.ts";
import { type BulkAction, bulkNeeds } from "./bulk/bulk-actions.ts";

/** What the bar under the list does with the cases that are ticked, the palette does too. */
export function useTickedCommands(count: number, onChoose: (action: BulkAction) => void): void {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const commands = () =>
    bulkNeeds
      .filter(({ needs }) => permissions.includes(needs))
      .map(({ action }) => ({
        name: t(`bulk.run.${action}`, { count }),
        also: alsoCalled(action, t),
        icon: "arrow" as const,
        run: () => onChoose(action),
      }));
  usePageCommands(count === 0 ? null : { title: t("bulk.selected", { count }), commands: commands() });
}
