import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate, useNavigationType } from "react-router";
import { useShortcuts } from "../ui/shortcuts/use-shortcuts.ts";
import { caseNumberIn } from "./case-address.ts";
import { NotLeft } from "./NotLeft.tsx";
import { rememberCase } from "./palette/recent-cases.ts";
import { TypedAhead } from "./palette/TypedAhead.tsx";
import { roomsOf } from "./rooms.ts";
import type { SignInAnswer } from "./sign-in.ts";
import { useShellCommands } from "./use-shell-commands.ts";
import { useViewer } from "./viewer.ts";

const Palette = lazy(async () => ({ default: (await import("./palette/Palette.tsx")).Palette }));
const ShortcutSheet = lazy(async () => ({ default: (await import("./ShortcutSheet.tsx")).ShortcutSheet }));

export type Float = "palette" | "shortcuts";

/** The shortcuts that work everywhere, and what they open: the palette, and the sheet that lists them all. */
export function ShellKeys({
  float,
  onFloat,
}: {
  readonly float: Float | null;
  readonly onFloat: (float: Float | null) => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { key, pathname } = useLocation();
  const isBack = useNavigationType() === "POP";
  const viewer = useViewer();
  const [ahead, setAhead] = useState("");
  const [notLeft, setNotLeft] = useState<SignInAnswer | null>(null);
  const commands = useShellCommands({ openShortcuts: () => onFloat("shortcuts"), onNotLeft: setNotLeft });
  const close = useCallback(() => onFloat(null), [onFloat]);
  const isSearching = float === "palette";
  useEffect(() => {
    if (!isSearching) setAhead("");
  }, [isSearching]);
  // Going to another page, back included, leaves what floats; a page that tidies its own address does not.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page, and each step back.
  useEffect(() => onFloat(null), [pathname, isBack ? key : null, onFloat]);
  const number = caseNumberIn(pathname);
  useEffect(() => {
    if (number !== null) rememberCase(viewer.id, number);
  }, [viewer.id, number]);

  useShortcuts({
    title: t("shortcuts.rooms"),
    layer: "everywhere",
    shortcuts: roomsOf(viewer).map((room) => ({
      keys: `g ${room.key}`,
      label: t(`room.${room.name}`),
      run: () => void navigate(room.path),
    })),
  });
  useShortcuts({
    title: t("shortcuts.everywhere"),
    layer: "everywhere",
    shortcuts: [
      { keys: ["/", "mod+k"], label: t("shortcuts.search"), run: () => onFloat("palette") },
      { keys: "?", label: t("shortcuts.open"), run: () => onFloat("shortcuts") },
    ],
  });
  return (
    <Suspense fallback={isSearching && <TypedAhead onType={setAhead} onClose={close} />}>
      {isSearching && <Palette commands={commands} typed={ahead} onClose={close} />}
      {float === "shortcuts" && <ShortcutSheet onClose={close} />}
      {notLeft !== null && <NotLeft why={notLeft} onClose={() => setNotLeft(null)} onAgain={setNotLeft} />}
    </Suspense>
  );
}
