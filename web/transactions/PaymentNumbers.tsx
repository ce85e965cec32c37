import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { nameIn } from "../i18n/name-in.ts";
import { exactText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Facts } from "../ui/Facts.tsx";

export const PaymentNumbersFragment = graphql(`
  fragment PaymentNumbers_transaction on Transaction {
    kind
    processedAt
    settledAt
    network
    cardFirst6
    cardLast4
    entryMode
    voucherNumber
    retrievalReference
    authorizationCode
    acquirerReference
    terminalNumber
    merchant {
      id
      name
      nameZh
      number
    }
  }
`);

/** Everything by which a payment is known, to be compared with a slip. */
export function PaymentNumbers({ transaction }: { readonly transaction: FragmentOf<typeof PaymentNumbersFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const payment = readFragment(PaymentNumbersFragment, transaction);
  const { merchant, network, cardFirst6, cardLast4 } = payment;
  const column = (name: "processedAt" | "merchant" | "terminal" | "card" | "voucher" | "retrieval") =>
    t(`transactions.columns.${name}`);
  const known = (name: string, value: string | null) => value !== null && ([name, value] as const);
  return (
    <Facts
      facts={[
        [column("merchant"), nameIn(language, merchant)],
        [t("payment.merchantNumber"), merchant.number],
        known(column("terminal"), payment.terminalNumber),
        [t("payment.kind"), t(`transactionKind.${payment.kind}`)],
        [column("processedAt"), exactText(payment.processedAt)],
        known(t("payment.settledAt"), payment.settledAt === null ? null : exactText(payment.settledAt)),
        [
          column("card"),
          cardFirst6 === null
            ? t("transaction.card", { network: t(`cardNetwork.${network}`), digits: cardLast4 })
            : t("payment.card", { network: t(`cardNetwork.${network}`), first: cardFirst6, last: cardLast4 }),
        ],
        known(
          t("payment.entryMode"),
          isEntryMode(payment.entryMode) ? t(`entryMode.${payment.entryMode}`) : payment.entryMode,
        ),
        known(column("voucher"), payment.voucherNumber),
        known(column("retrieval"), payment.retrievalReference),
        known(t("payment.authorization"), payment.authorizationCode),
        [t("payment.acquirerReference"), payment.acquirerReference],
      ]}
    />
  );
}

/** The acquirer's own words, of which these are known; any other is shown as the file has it. */
const entryModes = ["chip", "contactless", "swipe", "qr", "manual", "online"] as const;

function isEntryMode(word: string | null): word is (typeof entryModes)[number] {
  return entryModes.some((known) => known === word);
}
