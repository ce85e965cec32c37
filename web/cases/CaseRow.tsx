import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { nameIn } from "../i18n/name-in.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { ActorMark } from "../ui/ActorMark.tsx";
import { Icon } from "../ui/Icon.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import css from "./case-row.module.css";
import { LastEvent, LastEventFragment } from "./LastEvent.tsx";
import { StateChip, StateChipFragment } from "./StateChip.tsx";

export const CaseRowFragment = graphql(
  `
    fragment CaseRow_case on Case {
      number
      reason
      amount {
        minor
        currency
      }
      merchant {
        id
        name
        nameZh
      }
      customer {
        id
        name
      }
      assignee {
        id
        name
      }
      lastEvents: events(last: 1) {
        edges {
          node {
            id
            ...LastEvent_event
          }
        }
      }
      ...StateChip_case
    }
  `,
  [LastEventFragment, StateChipFragment],
);

/** Two lines: the facts, then the last thing that happened in its own words. `clock` is the one that binds. */
export function CaseRow({
  case: of,
  clock,
  isDesk,
}: {
  readonly case: FragmentOf<typeof CaseRowFragment>;
  readonly clock: ReactNode;
  /** Who of the desk works on it is told nobody else. */
  readonly isDesk: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = readFragment(CaseRowFragment, of);
  const [last] = found.lastEvents.edges;
  const customer = found.customer?.name ?? t(`caseOrigin.BANK`);
  const shop = nameIn(language, found.merchant);
  return (
    <span className={css.row}>
      <span className={css.facts}>
        <span className={css.line} title={t("common.separated", { first: customer, second: shop })}>
          <span className={css.number}>{found.number}</span>
          <b className={css.name}>{customer}</b>
          <span className={css.shop}>{shop}</span>
        </span>
        {last !== undefined && <LastEvent event={last.node} customer={customer} />}
      </span>
      <span className={css.claim}>
        <MoneyText amount={found.amount} look="strong" />
        <span className={css.reason} title={t(`caseReason.${found.reason}`)}>
          {t(`caseReason.${found.reason}`)}
        </span>
      </span>
      <span className={css.state}>
        <StateChip case={found} />
      </span>
      <span className={css.clock}>{clock}</span>
      <span className={css.assignee}>
        {!isDesk ? null : found.assignee === null ? (
          <span className={css.nobody} title={t("queue.unassigned")}>
            <Icon name="person" size="s" />
            <span className="quiet">{t("queue.unassigned")}</span>
          </span>
        ) : (
          <span title={t("queue.assignedTo", { name: found.assignee.name })}>
            <ActorMark kind="colleague" name={found.assignee.name} size="header" />
            <span className="quiet">{t("queue.assignedTo", { name: found.assignee.name })}</span>
          </span>
        )}
      </span>
    </span>
  );
}
