import { type FragmentOf, readFragment } from "gql.tada";
import { Fragment, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearchParams } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { dayOf, dayText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Button } from "../ui/Button.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { Segments } from "../ui/Segments.tsx";
import { StillItem } from "../ui/TimelineItem.tsx";
import css from "./case-timeline.module.css";
import { type StillDays, stillDays } from "./still-days.ts";
import { StoryEventsFragment, useEarlierEvents } from "./story-events.ts";
import { isInView, readView, storyViews } from "./story-views.ts";
import { TimelineEvent } from "./TimelineEvent.tsx";
import { useNewestInSight } from "./use-newest-in-sight.ts";

export const CaseTimelineFragment = graphql(
  `
    fragment CaseTimeline_case on Case {
      id
      customer {
        id
        name
      }
      clocks {
        id
        proof {
          days {
            day
            why
            name
          }
        }
      }
      events(last: 100) {
        ...StoryEvents_connection
      }
    }
  `,
  [StoryEventsFragment],
);

/** One stream of what people said, did and decided, and of the money that moved; the newest at the bottom. */
export function CaseTimeline({
  case: of,
  isDesk,
}: {
  readonly case: FragmentOf<typeof CaseTimelineFragment>;
  /** Notes are the desk's own. */
  readonly isDesk: boolean;
}) {
  const { t } = useTranslation();
  const { id, events, customer, clocks } = readFragment(CaseTimelineFragment, of);
  const [search, setSearch] = useSearchParams();
  const { hash } = useLocation();
  const view = readView(search.get("show"));
  const story = useEarlierEvents(id, readFragment(StoryEventsFragment, events));
  const { nodes, hasEarlier, isLoading, lost, loadEarlier } = story;
  const shown = nodes.filter((node) => isInView(view, node));
  const still = stillDays(clocks.flatMap(({ proof }) => (proof === null ? [] : [proof])));

  const scroll = useRef<HTMLElement>(null);
  const { hasMore, goToNewest, onScroll } = useNewestInSight(scroll, nodes.at(-1)?.id, hash.startsWith("#e-"));
  const isThere = nodes.some(({ sequence }) => `#e-${sequence}` === hash);
  useEffect(
    function showLinked() {
      if (!hash.startsWith("#e-")) return;
      if (!isThere) return loadEarlier();
      const linked = document.getElementById(hash.slice(1));
      linked?.scrollIntoView({ block: "center" });
      linked?.focus({ preventScroll: true });
    },
    [hash, isThere, loadEarlier],
  );

  return (
    <>
      <div className={css.bar}>
        <Segments
          legend={t("case.story")}
          value={view}
          onChange={(next) => setSearch(withView(search, next), { replace: true })}
          options={storyViews
            .filter((value) => isDesk || value !== "notes")
            .map((value) => ({
              value,
              label: value === "checks" ? t("story.checks") : t(`case.timeline.${value}`),
              count: nodes.filter((node) => isInView(value, node)).length,
            }))}
        />
        <span>{t("case.newestLast")}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section ref={scroll} className={css.scroll} aria-label={t("case.story")} tabIndex={0} onScroll={onScroll}>
        {hasEarlier && (
          <p className={css.earlier}>
            <Button size="small" busy={isLoading} onClick={loadEarlier}>
              {t("story.earlier")}
            </Button>
          </p>
        )}
        {lost !== null && !isLoading && <FailureNotice failure={lost} onRetry={loadEarlier} />}
        <ol className={css.events}>
          {shown.map((node, index) => (
            <Fragment key={node.id}>
              {still
                .filter(({ last }) => isBetween(last, shown[index - 1]?.at, node.at))
                .map((days) => (
                  <Still key={days.first} days={days} />
                ))}
              <TimelineEvent event={node} customer={customer?.name ?? t("role.CUSTOMER")} />
            </Fragment>
          ))}
        </ol>
      </section>
      {/* It stands there before it says anything, or nobody hears it. */}
      <div className={css.more} role="status">
        {hasMore && (
          <Button size="small" onClick={goToNewest}>
            {t("story.newBelow")}
          </Button>
        )}
      </div>
    </>
  );
}

function Still({ days: { first, last, name } }: { readonly days: StillDays }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const said = { first: dayText(first, language, now), last: dayText(last, language, now), name };
  const days = first === last ? t("story.oneDay", { day: said.first, name }) : t("story.days", said);
  return <StillItem>{t("story.stoodStill", { days })}</StillItem>;
}

function isBetween(day: string, before: string | undefined, after: string): boolean {
  return before !== undefined && day >= dayOf(before) && day < dayOf(after);
}

function withView(search: URLSearchParams, view: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (view === "all") next.delete("show");
  else next.set("show", view);
  return next;
}
