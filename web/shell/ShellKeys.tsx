import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useShortcuts } from "../ui/shortcuts/use-shortcuts.ts";
import { roomsOf } from "./rooms.ts";
import { ShortcutSheet } from "./ShortcutSheet.tsx";
import { useViewer } from "./viewer.ts";

/** The shortcuts that work everywhere, and the sheet that lists them all. */
export function ShellKeys() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { key } = useLocation();
  const viewer = useViewer();
  const [isSheetOpen, setSheetOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere, back included, leaves the sheet.
  useEffect(() => setSheetOpen(false), [key]);
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
    shortcuts: [{ keys: "?", label: t("shortcuts.open"), run: () => setSheetOpen(true) }],
  });
  return isSheetOpen && <ShortcutSheet onClose={() => setSheetOpen(false)} />;
}
