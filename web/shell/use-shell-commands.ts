import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { consoleTexts } from "../i18n/console-texts.ts";
import { switchLanguage } from "../i18n/i18n.ts";
import { chooseColorScheme, useColorScheme } from "../ui/color-scheme.ts";
import type { ShellCommand } from "./palette/command.ts";
import { leave, type SignInAnswer } from "./sign-in.ts";
import { useViewer, type Viewer } from "./viewer.ts";

interface Place extends Required<Pick<ShellCommand, "also" | "icon">> {
  readonly to: string;
  readonly permission?: Viewer["permissions"][number];
}

/** What the shell itself can do, as the palette lists it. */
export function useShellCommands({
  openShortcuts,
  onNotLeft,
}: {
  readonly openShortcuts: () => void;
  /** Why the session is still there. */
  readonly onNotLeft: (why: SignInAnswer | null) => void;
}): readonly ShellCommand[] {
  const { t, i18n } = useTranslation();
  const { permissions } = useViewer();
  const navigate = useNavigate();
  const isDark = useColorScheme() === "dark";
  const places: readonly Place[] = [
    { also: (text) => text("newCase.title"), icon: "plus", to: "/cases/new", permission: "CASE_OPEN" },
    { also: (text) => text("exports.title"), icon: "document", to: "/exports", permission: "EXPORT_RUN" },
    { also: (text) => text("account.training"), icon: "cap", to: "/training/mine", permission: "TRAINING_LEARN" },
    { also: (text) => text("account.title"), icon: "person", to: "/account" },
  ];
  return [
    ...places
      .filter(({ permission }) => permission === undefined || permissions.includes(permission))
      .map(({ also, icon, to }) => ({ name: also(t), also, icon, run: () => void navigate(to) })),
    { name: t("shortcuts.open"), also: (text) => text("shortcuts.open"), icon: "menu", run: openShortcuts },
    {
      name: t("shell.switchLanguage"),
      also: (text) => `${text("palette.also.language")} ${text("shell.switchLanguage")}`,
      icon: "globe",
      run: () => void switchLanguage(i18n, consoleTexts),
    },
    {
      name: isDark ? t("shell.toLight") : t("shell.toDark"),
      also: (text) => `${text("palette.also.theme")} ${text(isDark ? "shell.toLight" : "shell.toDark")}`,
      icon: isDark ? "sun" : "moon",
      run: () => chooseColorScheme(isDark ? "light" : "dark"),
    },
    {
      name: t("shell.signOut"),
      also: (text) => text("shell.signOut"),
      icon: "leave",
      run: () => void leave().then(onNotLeft),
    },
  ];
}
