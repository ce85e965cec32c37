import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { Icon } from "../ui/Icon.tsx";
import css from "./rail.module.css";
import { roomsOf } from "./rooms.ts";
import { useViewer } from "./viewer.ts";

/** The rooms that the viewer may enter; `folded` leaves the icons, whose words are still read aloud and shown on hover. */
export function Rail({
  folded,
  brand,
  onLeave,
}: {
  readonly folded: boolean;
  readonly brand?: ReactNode;
  readonly onLeave?: () => void;
}) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { pathname } = useLocation();
  // A case is opened from the queue, and belongs to it.
  const isIn = (path: string) => pathname.startsWith(path) || (path === "/queue" && pathname.startsWith("/cases/"));
  return (
    <nav className={`${css.rail} ${folded ? css.folded : ""}`} aria-label={t("shell.main")}>
      {brand}
      {roomsOf(viewer).map(({ path, label, icon }) => (
        <Link
          key={path}
          to={path}
          title={folded ? t(label) : undefined}
          aria-current={isIn(path) ? "page" : undefined}
          onClick={onLeave}
        >
          <Icon name={icon} />
          <span className={folded ? "quiet" : undefined}>{t(label)}</span>
        </Link>
      ))}
    </nav>
  );
}
