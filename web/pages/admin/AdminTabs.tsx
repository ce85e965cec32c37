import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useViewer } from "../../shell/viewer.ts";
import { currentInSight } from "../../ui/current-in-sight.ts";
import css from "../room-tabs.module.css";
import { adminTabsOf } from "./admin-tabs.ts";

/** The head of every page of the administrator's room; its one filled button stands at the end. */
export function AdminTabs({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const tabs = adminTabsOf(viewer);
  return (
    <div className={css.head}>
      {/* Everybody has keys of their own, and comes here to no other page. */}
      <h1>{t(tabs.length === 0 ? "adminTab.apiKeys" : "room.admin")}</h1>
      {tabs.length > 0 && (
        <nav ref={currentInSight} className={css.tabs} aria-label={t("room.admin")}>
          {tabs.map(({ name, path }) => (
            <NavLink key={name} to={path}>
              {t(`adminTab.${name}`)}
            </NavLink>
          ))}
        </nav>
      )}
      {children !== undefined && <div className={css.end}>{children}</div>}
    </div>
  );
}
