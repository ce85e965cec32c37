import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";

export const PaymentFactsFragment = graphql(`
  fragment PaymentFacts_transaction on Transaction {
    network
    cardLast4
    voucherNumber
  }
`);

/** By which card and slip it was paid, as items of the case's line of facts. */
export function PaymentFacts({ transaction }: { readonly transaction: FragmentOf<typeof PaymentFactsFragment> }) {
  const { t } = useTranslation();
  const { network, cardLast4, voucherNumber } = readFragment(PaymentFactsFragment, transaction);
  return (
    <>
      <li>{t("transaction.card", { network: t(`cardNetwork.${network}`), digits: cardLast4 })}</li>
      {voucherNumber !== null && <li>{t("transaction.voucher", { number: voucherNumber })}</li>}
    </>
  );
}
