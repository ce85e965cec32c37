import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { countText } from "../i18n/numbers.ts";
import { useLanguage } from "../i18n/use-language.ts";
import type { QueueView } from "./queue-address.ts";
import css from "./queue-tabs.module.css";

export interface QueueTab {
  readonly view: QueueView;
  /** Null while it is being counted, and where counting says nothing. */
  readonly count: number | null;
}

/** The views with how much waits in each. */
export function QueueTabs({ tabs, current }: { readonly tabs: readonly QueueTab[]; readonly current: QueueView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <nav className={css.tabs} aria-label={t("queue.views")}>
      {tabs.map(({ view, count }) => (
        <Link key={view} to={`?view=${view}`} aria-current={view === current ? "page" : undefined}>
          {t(`queue.view.${view}`)}
          {count !== null && <span className={css.count}>{countText(count, language)}</span>}
        </Link>
      ))}
    </nav>
  );
}
