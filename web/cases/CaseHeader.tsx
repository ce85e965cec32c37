import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { nameIn } from "../i18n/name-in.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { ActorMark } from "../ui/ActorMark.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import css from "./case-header.module.css";
import { StageStrip, StageStripFragment } from "./StageStrip.tsx";
import { StateChip, StateChipFragment } from "./StateChip.tsx";

export const CaseHeaderFragment = graphql(
  `
    fragment CaseHeader_case on Case {
      number
      reason
      amount {
        minor
        currency
      }
      customer {
        id
        name
      }
      merchant {
        id
        name
        nameZh
      }
      assignee {
        id
        name
      }
      ...StateChip_case
      ...StageStrip_case
    }
  `,
  [StateChipFragment, StageStripFragment],
);

interface CaseHeaderProps {
  readonly case: FragmentOf<typeof CaseHeaderFragment>;
  readonly back: ReactNode;
  readonly clock: ReactNode;
  /** What pays for it: card, voucher. */
  readonly payment: ReactNode;
  /** Who else has it open. */
  readonly others: ReactNode;
  readonly assign: ReactNode;
  /** Who of the desk works on it is told nobody else. */
  readonly isDesk: boolean;
}

/** What the case is, where it rests, how long is left, and whose it is. */
export function CaseHeader({ case: of, back, clock, payment, others, assign, isDesk }: CaseHeaderProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = readFragment(CaseHeaderFragment, of);
  return (
    <header className={css.header}>
      <div className={css.first}>
        {back}
        <span className={css.number}>{found.number}</span>
        <h1>{t(`caseReason.${found.reason}`)}</h1>
        <StateChip case={found} />
        {others}
        <span className={css.clock}>{clock}</span>
        <span className={css.assignee}>
          {found.assignee !== null && <ActorMark kind="colleague" name={found.assignee.name} size="header" />}
          {isDesk && <span>{found.assignee === null ? t("case.unassigned") : found.assignee.name}</span>}
          {assign}
        </span>
      </div>
      <div className={css.second}>
        <ul className={css.facts}>
          <li>
            <MoneyText amount={found.amount} look="strong" />
          </li>
          {found.customer !== null && <li>{found.customer.name}</li>}
          <li>{nameIn(language, found.merchant)}</li>
          {payment}
        </ul>
        <StageStrip case={found} />
      </div>
    </header>
  );
}
