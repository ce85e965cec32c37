import { type ReactNode, useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { useQuery } from "urql";
import { countText } from "../i18n/numbers.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Icon } from "../ui/Icon.tsx";
import css from "./rail.module.css";
import { RailCountsQuery, railCounts } from "./rail-counts.ts";
import { isInRoom, type Room, roomsOf } from "./rooms.ts";
import { useViewer } from "./viewer.ts";

/** For whom what needs their action is counted: who works cases, and who answers for a shop or a bank. */
const counted = ["CASE_WORK", "NOTICE_ANSWER"] as const;

/** The rooms that the viewer may enter; `folded` leaves the icons, whose words are still read aloud and shown on hover. */
export function Rail({
  folded,
  brand,
  foot,
  onLeave,
}: {
  readonly folded: boolean;
  readonly brand?: ReactNode;
  readonly foot?: ReactNode;
  readonly onLeave?: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const viewer = useViewer();
  const { pathname } = useLocation();
  const countOf = useRailCounts(counted.some((one) => viewer.permissions.includes(one)));
  const own = roomsOf(viewer);
  return (
    <nav className={`${css.rail} ${folded ? css.folded : ""}`} aria-label={t("shell.main")}>
      {brand}
      {own.map((room, at) => {
        const name = t(`room.${room.name}`);
        const count = countOf(room);
        return (
          <Link
            key={room.path}
            to={room.path}
            className={at > 0 && own[at - 1]?.group !== room.group ? css.apart : undefined}
            title={folded ? name : undefined}
            aria-current={isInRoom(room, pathname) ? "page" : undefined}
            onClick={onLeave}
          >
            <Icon name={room.icon} />
            <span className={folded ? "quiet" : css.name}>{name}</span>
            {count !== null && count > 0 && (
              <>
                <span className={css.count} aria-hidden="true">
                  {folded ? "" : countText(count, language)}
                </span>
                <span className="quiet">{t("shell.waiting", { count })}</span>
              </>
            )}
          </Link>
        );
      })}
      {foot}
    </nav>
  );
}

/** Counted on entering and with every minute; a page that lives of the same count asks more often, and this one hears it. */
function useRailCounts(works: boolean): (room: Room) => number | null {
  const [{ data }, again] = useQuery({
    query: RailCountsQuery,
    variables: { works },
    requestPolicy: "cache-and-network",
  });
  const minute = useNow().getTime();
  const count = useEffectEvent(() => {
    if (!document.hidden) again({ requestPolicy: "network-only" });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each minute.
  useEffect(() => count(), [minute]);
  return ({ count: name }) => (name === undefined || data === undefined ? null : railCounts[name](data));
}
