import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { TimelineEvent, TimelineEventFragment } from "../../cases/TimelineEvent.tsx";
import { graphql } from "../../graphql/graphql.ts";
import css from "./what-changed.module.css";

export const WhatChangedFragment = graphql(
  `
    fragment WhatChanged_case on Case {
      state
      customer {
        id
        name
      }
      events(last: 100) {
        edges {
          node {
            id
            sequence
            actor {
              id
            }
            ...TimelineEvent_event
          }
        }
      }
    }
  `,
  [TimelineEventFragment],
);

type Changed = FragmentOf<typeof WhatChangedFragment>;

/** The place of the last event that the page shows. */
export function latestSequence(of: Changed): number {
  return readFragment(WhatChangedFragment, of).events.edges.at(-1)?.node.sequence ?? 0;
}

/** What others have done to the case since then; what one did oneself is no news. */
export function newsSince(of: Changed, sequence: number, viewerId: string | null) {
  return readFragment(WhatChangedFragment, of)
    .events.edges.map(({ node }) => node)
    .filter((node) => node.sequence > sequence && (viewerId === null || node.actor?.id !== viewerId));
}

/** The events that somebody has not seen who began to write before them, and where the case rests now. */
export function WhatChanged({
  case: of,
  since,
  viewerId = null,
}: {
  readonly case: Changed;
  readonly since: number;
  readonly viewerId?: string | null;
}) {
  const { t } = useTranslation();
  const { state, customer } = readFragment(WhatChangedFragment, of);
  return (
    <>
      <ol className={css.news}>
        {newsSince(of, since, viewerId).map((node) => (
          <TimelineEvent key={node.id} event={node} customer={customer?.name ?? t("role.CUSTOMER")} />
        ))}
      </ol>
      <p>{t("sheet.staleNow", { state: t(`caseState.${state}`) })}</p>
    </>
  );
}
