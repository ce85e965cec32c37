import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import { type Room, roomsOf } from "../shell/rooms.ts";
import { useViewer, type Viewer } from "../shell/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";

/** Where the day begins, by role; whoever may not enter there begins in the first room that they may. */
const homes: Partial<Record<Viewer["role"], Room["name"]>> = {
  SUPERVISOR: "supervisor",
  COMPLIANCE_OFFICER: "policies",
  TRAINER: "training",
  ADMINISTRATOR: "admin",
};

export function HomePage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const open = roomsOf(viewer);
  const first = open.find(({ name }) => name === homes[viewer.role]) ?? open[0];
  if (first !== undefined) return <Navigate to={first.path} replace />;
  return (
    <>
      <title>{t("common.untitled")}</title>
      <EmptyState isPage title={t("shell.noRoom")} hint={t("shell.noRoomHint")} />
    </>
  );
}
