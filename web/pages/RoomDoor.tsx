import { useTranslation } from "react-i18next";
import { Outlet, useLocation } from "react-router";
import { FailureView } from "../shell/FailureView.tsx";
import { isInRoom, opensTo, rooms } from "../shell/rooms.ts";
import { useViewer } from "../shell/viewer.ts";
import page from "./list-page.module.css";

/** Rooms by who may see them. To whoever came by an address it is said, rather than that there is nothing in them. */
export function RoomDoor() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { pathname } = useLocation();
  const room = rooms.find((each) => isInRoom(each, pathname));
  if (room === undefined || opensTo(room, permissions)) return <Outlet />;
  return (
    <div className={page.page}>
      <title>{t("common.title", { page: t(`room.${room.name}`) })}</title>
      <h1>{t(`room.${room.name}`)}</h1>
      <FailureView failure={{ kind: "forbidden" }} onRetry={() => undefined} />
    </div>
  );
}
