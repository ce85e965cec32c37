import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { countText } from "../i18n/numbers.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { currentInSight } from "../ui/current-in-sight.ts";
import css from "./queue-tabs.module.css";

export interface QueueTab {
  readonly key: string;
  readonly name: string;
  /** What stands in the address after the question mark. */
  readonly address: string;
  /** Null where counting says nothing. */
  readonly count: number | "counting" | null;
  /** Counted so far and no further. */
  readonly most?: number;
}

/** The views with how much waits in each. */
export function QueueTabs({
  tabs,
  current,
  children,
}: {
  readonly tabs: readonly QueueTab[];
  readonly current: string | null;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const row = useRef<HTMLElement>(null);
  const isCounted = tabs.every(({ count }) => count !== "counting");
  // biome-ignore lint/correctness/useExhaustiveDependencies: with its count a tab is wider, and may reach beyond the row.
  useLayoutEffect(() => currentInSight(row.current), [current, isCounted]);
  return (
    <nav ref={row} className={css.tabs} aria-label={t("queue.views")}>
      {tabs.map(({ key, name, address, count, most }) => (
        <Link key={key} to={`?${address}`} aria-current={key === current ? "page" : undefined}>
          {name}
          {count !== null && (
            <span className={css.count}>
              {count !== "counting" &&
                (most !== undefined && count >= most
                  ? t("queue.atLeast", { number: countText(most - 1, language) })
                  : countText(count, language))}
            </span>
          )}
        </Link>
      ))}
      {children}
    </nav>
  );
}
