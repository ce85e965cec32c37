import { useTranslation } from "react-i18next";
import { ActorMark } from "../ui/ActorMark.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Brand } from "./Brand.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { SearchButton } from "./SearchButton.tsx";
import { leave } from "./sign-in.ts";
import { ThemeSwitch } from "./ThemeSwitch.tsx";
import css from "./top-bar.module.css";
import { useViewer } from "./viewer.ts";

export function TopBar({ onMenu, onSearch }: { readonly onMenu: () => void; readonly onSearch: () => void }) {
  const { t } = useTranslation();
  const viewer = useViewer();
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
      <span className={css.me}>
        <ActorMark kind="colleague" name={viewer.name} size="header" />
        <span className={css.name} title={viewer.limits.join("\n")}>
          {viewer.name} <small>{t(`role.${viewer.role}`)}</small>
        </span>
      </span>
      <Button look="ghost" title={t("shell.signOut")} aria-label={t("shell.signOut")} onClick={() => void leave()}>
        <Icon name="leave" />
      </Button>
    </header>
  );
}
