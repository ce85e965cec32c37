import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import { roomsOf } from "../shell/rooms.ts";
import { useViewer } from "../shell/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";

/** The first room that the viewer may enter. */
export function HomePage() {
  const { t } = useTranslation();
  const [first] = roomsOf(useViewer());
  if (first !== undefined) return <Navigate to={first.path} replace />;
  return (
    <>
      <title>{t("common.untitled")}</title>
      <EmptyState isPage title={t("shell.noRoom")} hint={t("shell.noRoomHint")} />
    </>
  );
}
