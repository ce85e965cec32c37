import { useTranslation } from "react-i18next";
import { ActorMark } from "../ui/ActorMark.tsx";
import css from "./case-presence.module.css";
import type { Present } from "./use-presence.ts";

/** Who else of the desk has the case open: writing, viewing and idle told apart by word and look. */
export function CasePresence({ others }: { readonly others: readonly Present[] }) {
  const { t } = useTranslation();
  return (
    <ul className={css.people} aria-label={t("threads.whoIsHere")} aria-live="polite">
      {others.map(({ staff, state }) => (
        <li key={staff.id} className={css[state]}>
          <ActorMark kind="colleague" name={staff.name} size="header" />
          <span>{t(`threads.present.${state}`, { name: staff.name })}</span>
        </li>
      ))}
    </ul>
  );
}
