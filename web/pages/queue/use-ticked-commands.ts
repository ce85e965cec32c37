import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { alsoCalled } from "../../shell/palette/also-called.ts";
import { usePageCommands } from "../../shell/palette/page-commands.ts";
import { useViewer } from "../../shell/viewer.ts";
import { type BulkAction, bulkNeeds } from "./bulk/bulk-actions.ts";

type Texts = TFunction<"console">;

/** What the bar under the list does with the cases that are ticked, the palette does too. */
export function useTickedCommands(count: number, onChoose: (action: BulkAction) => void): void {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  // The note is not written yet.
  const nameOf = (action: BulkAction, text: Texts) =>
    action === "ADD_NOTE" ? text("bulk.noteOn", { count }) : text(`bulk.run.${action}`, { count });
  const commands = () =>
    bulkNeeds
      .filter(({ needs }) => permissions.includes(needs))
      .map(({ action }) => ({
        name: nameOf(action, t),
        also: (text: Texts) => `${nameOf(action, text)} ${alsoCalled(action, text)}`,
        icon: "arrow" as const,
        run: () => onChoose(action),
      }));
  usePageCommands(count === 0 ? null : { title: t("bulk.selected", { count }), commands: commands() });
}
