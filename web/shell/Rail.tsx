import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { Icon } from "../ui/Icon.tsx";
import css from "./rail.module.css";
import { roomsOf } from "./rooms.ts";
import { useViewer } from "./viewer.ts";

/** The rooms that the viewer may enter; `folded` leaves the icons, whose words are still read aloud and shown on hover. */
export function Rail({ folded, onLeave }: { readonly folded: boolean; readonly onLeave?: () => void }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  return (
    <nav className={`${css.rail} ${folded ? css.folded : ""}`} aria-label={t("shell.main")}>
      {roomsOf(viewer).map(({ path, label, icon }) => (
        <NavLink key={path} to={path} title={folded ? t(label) : undefined} onClick={onLeave}>
          <Icon name={icon} />
          <span className={folded ? "quiet" : undefined}>{t(label)}</span>
        </NavLink>
      ))}
    </nav>
  );
}
