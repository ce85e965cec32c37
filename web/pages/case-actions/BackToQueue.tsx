import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { isInRoom, roomsOf } from "../../shell/rooms.ts";
import { useViewer } from "../../shell/viewer.ts";
import { Icon } from "../../ui/Icon.tsx";
import { readListPlace } from "../../ui/list-place.ts";
import { useShortcuts } from "../../ui/shortcuts/use-shortcuts.ts";
import css from "../case-page.module.css";

/** Back to the list that the case was opened from, as it was; its place in it, and the way to the next by key. */
export function BackToQueue({ number }: { readonly number: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const rooms = roomsOf(useViewer());
  const place = readListPlace();
  // A case that was opened by its address alone came from no list: the way leads to where the day begins.
  const { pathname } = new URL(place.address, location.origin);
  const from = rooms.find((room) => isInRoom(room, pathname)) ?? rooms[0];
  const at = place.numbers.indexOf(number);
  const go = (to: string | undefined) => (to === undefined ? null : () => void navigate(`/cases/${to}`));
  useShortcuts({
    title: t("caseKeys.title"),
    layer: "page",
    shortcuts: [
      { keys: "j", label: t("caseMenu.next"), run: at < 0 ? null : go(place.numbers[at + 1]) },
      { keys: "k", label: t("caseMenu.previous"), run: at < 0 ? null : go(place.numbers[at - 1]) },
      { keys: "r", label: t("caseKeys.write"), run: () => document.getElementById("composer")?.focus() },
    ],
  });
  return (
    <Link className={css.back} to={place.address}>
      <Icon name="back" />
      {from === undefined ? t("case.backToQueue") : t(`room.${from.name}`)}
      {at >= 0 && (
        <span>
          {place.total === null
            ? t("caseMenu.placeOfMore", { place: at + 1, read: place.numbers.length })
            : t("caseMenu.place", { place: at + 1, total: Math.max(place.total, place.numbers.length) })}
        </span>
      )}
    </Link>
  );
}
