import { useTranslation } from "react-i18next";
import { Icon } from "../ui/Icon.tsx";
import { KeyCaps } from "../ui/shortcuts/KeyCaps.tsx";
import { useSingleKeys } from "../ui/shortcuts/use-shortcuts.ts";
import { whatIsSought } from "./palette/what-is-sought.ts";
import css from "./search-button.module.css";
import { useViewer } from "./viewer.ts";

/** Looks like the box that it opens; on the phone the glass alone. */
export function SearchButton({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const singleKeys = useSingleKeys();
  return (
    <button
      type="button"
      className={css.search}
      aria-keyshortcuts={singleKeys ? "/ Control+K Meta+K" : "Control+K Meta+K"}
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      <Icon name="search" />
      <span className="quiet">{t("palette.open")}</span>
      <span className={css.hint}>{t(`palette.hint.${whatIsSought(useViewer())}`)}</span>
      <span className={css.key} aria-hidden="true">
        <KeyCaps keys={singleKeys ? "/" : "mod+k"} />
      </span>
    </button>
  );
}
