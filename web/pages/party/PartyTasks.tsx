import type { ResultOf } from "gql.tada";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import { keepListAddress, keepListNumbers, keepListTotal } from "../../ui/list-place.ts";
import { PagedRows } from "../lists/PagedRows.tsx";
import { PartyTask, PartyTaskFragment } from "./PartyTask.tsx";
import css from "./party-page.module.css";

const PartyTasksQuery = graphql(
  `
    query PartyTasks($after: String) {
      cases(filter: { open: true, needsAction: true }, orderBy: TIME_LEFT, first: 50, after: $after) {
        edges {
          node {
            id
            number
            ...PartyTask_case
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [PartyTaskFragment],
);

const tasksOf = ({ cases }: ResultOf<typeof PartyTasksQuery>) => cases;

/** What waits for the word of a shop or a bank, the least time first. */
export function usePartyTasks() {
  return usePages({ query: PartyTasksQuery, variables: {}, read: tasksOf });
}

export function PartyTasks({
  pages,
  total,
  isBank,
}: {
  readonly pages: ReturnType<typeof usePartyTasks>;
  /** With those that are not read yet; null where they could not be counted. */
  readonly total: number | null;
  readonly isBank: boolean;
}) {
  const { t } = useTranslation();
  const { nodes, hasNext } = pages;
  useEffect(
    function keepPlace() {
      if (hasNext === null) return;
      keepListAddress("/answers");
      keepListNumbers(nodes.map(({ number }) => number));
      keepListTotal(total);
    },
    [nodes, hasNext, total],
  );
  return (
    <PagedRows pages={pages} expected={4} empty={{ title: t("parties.nothing"), hint: t("parties.nothingHint") }}>
      <ol className={css.tasks}>
        {nodes.map((task, index) => (
          <li key={task.id}>
            <PartyTask case={task} isFirst={index === 0} isBank={isBank} />
          </li>
        ))}
      </ol>
    </PagedRows>
  );
}
