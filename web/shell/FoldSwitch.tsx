import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useShortcuts } from "../ui/shortcuts/use-shortcuts.ts";
import css from "./rail.module.css";
import { foldRail } from "./rail-fold.ts";

/** Leaves the icons of the rail, or gives the words back; remembered. */
export function FoldSwitch({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation();
  const label = folded ? t("shell.unfold") : t("shell.fold");
  useShortcuts({
    title: t("shortcuts.view"),
    layer: "everywhere",
    shortcuts: [{ keys: "[", label, run: () => foldRail(!folded) }],
  });
  return (
    <Button look="ghost" className={css.fold} title={label} aria-label={label} onClick={() => foldRail(!folded)}>
      <Icon name={folded ? "unfold" : "fold"} />
    </Button>
  );
}
