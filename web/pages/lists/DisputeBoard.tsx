import type { ResultOf } from "gql.tada";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { CaseCell, CaseCellFragment } from "../../cases/CaseCell.tsx";
import { CaseTime, CaseTimeFragment } from "../../clocks/CaseTime.tsx";
import { DisputeCard, DisputeCardFragment } from "../../disputes/DisputeCard.tsx";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import type { CardNetwork, DisputeState } from "../../graphql/words.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { Button } from "../../ui/Button.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import css from "./lists.module.css";

const DisputeColumnQuery = graphql(
  `
    query DisputeColumn($filter: DisputeFilter, $after: String) {
      disputes(filter: $filter, orderBy: DEADLINE, first: 20, after: $after) {
        edges {
          node {
            id
            case {
              id
              ...CaseTime_case
              ...CaseCell_case
            }
            ...DisputeCard_dispute
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CaseCellFragment, CaseTimeFragment, DisputeCardFragment],
);
const disputesOf = ({ disputes }: ResultOf<typeof DisputeColumnQuery>) => disputes;

/** The stages of the bank's procedure, and the states that stand in each. */
const columns = {
  INQUIRY: ["INQUIRY", "INQUIRY_ANSWERED"],
  CHARGEBACK: ["NOTIFIED", "CHARGEBACK"],
  REPRESENTED: ["REPRESENTED", "ACCEPTED", "LAPSED"],
  PRE_ARBITRATION: ["PRE_ARBITRATION", "PRE_ARBITRATION_ANSWERED"],
  ARBITRATION: ["ARBITRATION"],
} as const satisfies Record<string, readonly DisputeState[]>;
type Column = keyof typeof columns;
const names = Object.keys(columns).filter((name): name is Column => Object.hasOwn(columns, name));

interface Networks {
  readonly networks?: CardNetwork[];
}

/** Open disputes by stage, in each the answer that is due first on top. */
export function DisputeBoard({ filters, networks }: { readonly filters: ReactNode; readonly networks: Networks }) {
  const { t } = useTranslation();
  // Drawn once all of it is there: on a phone, where one column stands below the other, each would push the next ones on.
  const [read, setRead] = useState<ReadonlySet<Column>>(new Set());
  const onRead = useCallback((name: Column) => setRead((before) => new Set([...before, name])), []);
  const isRead = names.every((name) => read.has(name));
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("lists.disputes") })}</title>
      <h1>{t("lists.disputes")}</h1>
      <div className={css.filters}>{filters}</div>
      {!isRead && <Skeleton rows={6} label={t("common.loading")} />}
      <div className={css.board} hidden={!isRead}>
        {names.map((name) => (
          <BoardColumn key={name} name={name} networks={networks} onRead={onRead} />
        ))}
      </div>
    </div>
  );
}

function BoardColumn({
  name,
  networks,
  onRead,
}: {
  readonly name: Column;
  readonly networks: Networks;
  readonly onRead: (name: Column) => void;
}) {
  const { t } = useTranslation();
  const filter = { ...networks, open: true, states: [...columns[name]] };
  const { nodes, hasNext, loading, error, more, retry } = usePages({
    query: DisputeColumnQuery,
    variables: { filter },
    read: disputesOf,
  });
  const isRead = hasNext !== null || error !== null;
  useEffect(
    function say() {
      if (isRead) onRead(name);
    },
    [isRead, name, onRead],
  );
  return (
    <section className={css.column} aria-label={t(`lists.column.${name}`)}>
      <h2>{t(`lists.column.${name}`)}</h2>
      {hasNext === null && error === null && <Skeleton rows={2} label={t("common.loading")} />}
      {hasNext !== null && error === null && nodes.length === 0 && !loading && (
        <p className={css.none}>{t("lists.noneHere")}</p>
      )}
      {nodes.map((dispute) => (
        <DisputeCard
          key={dispute.id}
          dispute={dispute}
          column={name}
          matter={<CaseCell case={dispute.case} />}
          clock={<CaseTime case={dispute.case} />}
        />
      ))}
      {error !== null && <FailureView failure={failureOf(error)} onRetry={retry} />}
      {hasNext === true && error === null && (
        <Button size="small" busy={loading} onClick={more}>
          {t("lists.more")}
        </Button>
      )}
    </section>
  );
}
