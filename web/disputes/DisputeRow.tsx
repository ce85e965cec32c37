import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import wide from "../ui/wide-only.module.css";
import { DisputeTurn, DisputeTurnFragment } from "./DisputeTurn.tsx";
import css from "./dispute-list.module.css";

export const DisputeRowFragment = graphql(
  `
    fragment DisputeRow_dispute on Dispute {
      state
      network
      reasonCode
      reasonMeaning
      reference
      amount {
        minor
        currency
      }
      ...DisputeTurn_dispute
    }
  `,
  [DisputeTurnFragment],
);

/** One dispute as a row. `matter` says whose it is. */
export function DisputeRow({
  dispute: of,
  matter,
  clock,
}: {
  readonly dispute: FragmentOf<typeof DisputeRowFragment>;
  readonly matter: ReactNode;
  readonly clock: ReactNode;
}) {
  const { t } = useTranslation();
  const found = readFragment(DisputeRowFragment, of);
  return (
    <tr>
      <td>{matter}</td>
      <td className={css.money}>
        <MoneyText amount={found.amount} look="strong" />
      </td>
      <td>{t(`disputeState.${found.state}`)}</td>
      <td className={wide.only}>
        {t(`cardNetwork.${found.network}`)} {found.reasonCode}
        {found.reasonMeaning !== null && <span className={css.meaning}>{found.reasonMeaning}</span>}
      </td>
      <td className={wide.only}>{found.reference}</td>
      <td>
        <DisputeTurn dispute={found} clock={clock} />
      </td>
    </tr>
  );
}
