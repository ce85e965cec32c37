import { useTranslation } from "react-i18next";
import { Outlet, useLocation } from "react-router";
import { FailureView } from "../../shell/FailureView.tsx";
import { useViewer } from "../../shell/viewer.ts";
import page from "../list-page.module.css";
import { mayOpen } from "./admin-tabs.ts";

/** The administrator's pages, by who may see them. To whoever came by an address it is said, rather than shown as an empty table. */
export function AdminRoom() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { pathname } = useLocation();
  if (mayOpen(viewer, pathname)) return <Outlet />;
  return (
    <div className={page.page}>
      <title>{t("common.title", { page: t("room.admin") })}</title>
      <h1>{t("room.admin")}</h1>
      <FailureView failure={{ kind: "forbidden" }} onRetry={() => undefined} />
    </div>
  );
}
