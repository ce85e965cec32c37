import { useTranslation } from "react-i18next";
import { consoleTexts } from "../i18n/console-texts.ts";
import { switchLanguage } from "../i18n/i18n.ts";
import { chooseColorScheme, useColorScheme } from "../ui/color-scheme.ts";
import type { ShellCommand } from "./palette/Palette.tsx";
import { leave } from "./sign-in.ts";

/** What the shell itself can do, as the palette lists it. */
export function useShellCommands({ openShortcuts }: { readonly openShortcuts: () => void }): readonly ShellCommand[] {
  const { t, i18n } = useTranslation();
  const isDark = useColorScheme() === "dark";
  return [
    { name: t("shortcuts.open"), icon: "menu", run: openShortcuts },
    { name: t("shell.switchLanguage"), icon: "globe", run: () => void switchLanguage(i18n, consoleTexts) },
    {
      name: isDark ? t("shell.toLight") : t("shell.toDark"),
      icon: isDark ? "sun" : "moon",
      run: () => chooseColorScheme(isDark ? "light" : "dark"),
    },
    { name: t("shell.signOut"), icon: "leave", run: () => void leave() },
  ];
}
