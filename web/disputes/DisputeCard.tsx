import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { DisputeTurn, DisputeTurnFragment } from "./DisputeTurn.tsx";
import css from "./dispute-list.module.css";

export const DisputeCardFragment = graphql(
  `
    fragment DisputeCard_dispute on Dispute {
      state
      network
      reasonCode
      reasonMeaning
      amount {
        minor
        currency
      }
      ...DisputeTurn_dispute
    }
  `,
  [DisputeTurnFragment],
);

/** One dispute on the board. It moves by what is done on its case, never by being dragged. */
export function DisputeCard({
  dispute: of,
  column,
  matter,
  clock,
}: {
  readonly dispute: FragmentOf<typeof DisputeCardFragment>;
  /** The stage under which it stands; what it is instead is said on the card. */
  readonly column: string;
  readonly matter: ReactNode;
  readonly clock: ReactNode;
}) {
  const { t } = useTranslation();
  const found = readFragment(DisputeCardFragment, of);
  return (
    <article className={css.card}>
      {matter}
      <MoneyText amount={found.amount} look="strong" />
      <span className={css.meaning}>
        {t(`cardNetwork.${found.network}`)} {found.reasonCode} {found.reasonMeaning}
      </span>
      {found.state !== column && <span>{t(`disputeState.${found.state}`)}</span>}
      <DisputeTurn dispute={found} clock={clock} />
    </article>
  );
}
