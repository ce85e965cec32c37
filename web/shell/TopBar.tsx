import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Brand } from "./Brand.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { SearchButton } from "./SearchButton.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";
import css from "./top-bar.module.css";
import { ViewerMenu } from "./ViewerMenu.tsx";

export function TopBar({ onMenu, onSearch }: { readonly onMenu: () => void; readonly onSearch: () => void }) {
  const { t } = useTranslation();
  return (
    <header className={css.top}>
      <Button look="ghost" className={css.menu} aria-label={t("shell.menu")} onClick={onMenu}>
        <Icon name="menu" size="l" />
      </Button>
      <span className={css.brand}>
        <Brand />
      </span>
      <SearchButton onOpen={onSearch} />
      <span className={css.tools}>
        <LanguageSwitch />
        <ThemeSwitch />
      </span>
      <ViewerMenu />
    </header>
  );
}
