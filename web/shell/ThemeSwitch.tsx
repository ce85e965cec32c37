import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { chooseColorScheme, useColorScheme } from "../ui/color-scheme.ts";
import { Icon } from "../ui/Icon.tsx";

export function ThemeSwitch() {
  const { t } = useTranslation();
  const isDark = useColorScheme() === "dark";
  const label = isDark ? t("shell.toLight") : t("shell.toDark");
  return (
    <Button look="ghost" title={label} aria-label={label} onClick={() => chooseColorScheme(isDark ? "light" : "dark")}>
      <Icon name={isDark ? "moon" : "sun"} />
    </Button>
  );
}
