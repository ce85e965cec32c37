import { type FragmentOf, readFragment } from "gql.tada";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { Segments } from "../ui/Segments.tsx";
import css from "./case-timeline.module.css";
import { isMoneyEvent } from "./event-money.ts";
import { TimelineEvent, TimelineEventFragment } from "./TimelineEvent.tsx";

export const CaseTimelineFragment = graphql(
  `
    fragment CaseTimeline_case on Case {
      customer {
        name
      }
      events(last: 100) {
        edges {
          node {
            id
            sequence
            facts {
              name
              value
            }
            messages {
              thread
            }
            ...TimelineEvent_event
          }
        }
        pageInfo {
          hasPreviousPage
        }
      }
    }
  `,
  [TimelineEventFragment],
);

const views = ["all", "messages", "money", "notes"] as const;

/** One stream of what people said, did and decided, and of the money that moved; the newest at the bottom. */
export function CaseTimeline({ case: of }: { readonly case: FragmentOf<typeof CaseTimelineFragment> }) {
  const { t } = useTranslation();
  const { events, customer } = readFragment(CaseTimelineFragment, of);
  const [view, setView] = useState<(typeof views)[number]>("all");
  const nodes = events.edges.map(({ node }) => node);
  const shown = nodes.filter(({ messages, facts }) => {
    if (view === "messages") return messages.some(({ thread }) => thread !== "INTERNAL");
    if (view === "notes") return messages.some(({ thread }) => thread === "INTERNAL");
    return view === "all" || isMoneyEvent(facts);
  });

  // The newest is at the bottom, so the story is opened there, and stays there when something is added.
  const end = useRef<HTMLDivElement>(null);
  const newest = nodes.at(-1)?.id;
  useEffect(
    function showNewest() {
      if (newest !== undefined) end.current?.parentElement?.scrollTo({ top: end.current.parentElement.scrollHeight });
    },
    [newest],
  );

  return (
    <>
      <div className={css.bar}>
        <Segments
          legend={t("case.story")}
          value={view}
          onChange={setView}
          options={views.map((value) => ({ value, label: t(`case.timeline.${value}`) }))}
        />
        <span>{t("case.newestLast")}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section className={css.scroll} aria-label={t("case.story")} tabIndex={0}>
        {events.pageInfo.hasPreviousPage && <p className={css.earlier}>{t("case.earlier")}</p>}
        <ol className={css.events}>
          {shown.map((node) => (
            <TimelineEvent key={node.id} event={node} customer={customer?.name ?? t("role.CUSTOMER")} />
          ))}
        </ol>
        <div ref={end} />
      </section>
    </>
  );
}
