import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import { MoneyText } from "../ui/MoneyText.tsx";

export const SaleLinesFragment = graphql(`
  fragment SaleLines_transaction on Transaction {
    kind
    processedAt
    captured {
      minor
      currency
    }
    refunded {
      minor
      currency
    }
    inFlight {
      minor
      currency
    }
    chargedBack {
      minor
      currency
    }
    paidTwice {
      minor
      currency
    }
  }
`);

/** The money of the sale, as lines of the case's money: what was paid, and what has gone or is going back over it. */
export function SaleLines({ transaction }: { readonly transaction: FragmentOf<typeof SaleLinesFragment> }) {
  const { t } = useTranslation();
  const sale = readFragment(SaleLinesFragment, transaction);
  const { kind, processedAt, captured, refunded, inFlight, chargedBack, paidTwice } = sale;
  return (
    <>
      <li>
        <span>
          {t("transaction.paid")}{" "}
          <small>
            {t("common.separated", { first: t(`transactionKind.${kind}`), second: exactText(processedAt) })}
          </small>
        </span>
        <MoneyText amount={captured} look="moved" />
      </li>
      {refunded.minor !== "0" && (
        <li>
          <span>{t("transaction.refunded")}</span>
          <MoneyText amount={refunded} look="moved" />
        </li>
      )}
      {inFlight.minor !== "0" && (
        <li>
          <span>{t("transaction.inFlight")}</span>
          <MoneyText amount={inFlight} look="held" />
        </li>
      )}
      {chargedBack.minor !== "0" && (
        <li>
          <span>{t("transaction.chargedBack")}</span>
          <MoneyText amount={chargedBack} look="moved" />
        </li>
      )}
      {paidTwice.minor !== "0" && (
        <li>
          <strong>{t("transaction.paidTwice")}</strong>
          <MoneyText amount={paidTwice} look="strong" />
        </li>
      )}
    </>
  );
}
