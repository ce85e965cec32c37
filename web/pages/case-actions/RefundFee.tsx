import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../../graphql/graphql.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import css from "./money-before-after.module.css";

export const RefundFeeFragment = graphql(`
  fragment RefundFee_fee on RefundFee {
    borneBy
    amount {
      minor
      currency
    }
  }
`);

/** What the refund costs, and whom: known before anybody confirms it. */
export function RefundFee({ fee: of }: { readonly fee: FragmentOf<typeof RefundFeeFragment> }) {
  const { t } = useTranslation();
  const { borneBy, amount } = readFragment(RefundFeeFragment, of);
  return (
    <p className={css.fee}>
      <span>{t(`sheet.fee.${borneBy}`)}</span>
      <MoneyText amount={{ ...amount, minor: `-${amount.minor}` }} />
    </p>
  );
}
