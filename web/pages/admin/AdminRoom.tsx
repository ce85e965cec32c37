import { useTranslation } from "react-i18next";
import { Outlet, useLocation } from "react-router";
import { useViewer } from "../../shell/viewer.ts";
import { ShutRoom } from "../ShutRoom.tsx";
import { mayOpen } from "./admin-tabs.ts";

/** The administrator's pages, by who may see them. To whoever came by an address it is said, rather than shown as an empty table. */
export function AdminRoom() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { pathname } = useLocation();
  if (mayOpen(viewer, pathname)) return <Outlet />;
  return <ShutRoom name={t("room.admin")} />;
}
