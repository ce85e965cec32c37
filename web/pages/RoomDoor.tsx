import { useTranslation } from "react-i18next";
import { Outlet, useLocation } from "react-router";
import { isInRoom, opensTo, rooms } from "../shell/rooms.ts";
import { useViewer } from "../shell/viewer.ts";
import { ShutRoom } from "./ShutRoom.tsx";

/** Rooms by who may see them. To whoever came by an address it is said, rather than that there is nothing in them. */
export function RoomDoor() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { pathname } = useLocation();
  const room = rooms.find((each) => isInRoom(each, pathname));
  if (room === undefined || opensTo(room, permissions)) return <Outlet />;
  return <ShutRoom name={t(`room.${room.name}`)} />;
}
