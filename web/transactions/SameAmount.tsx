import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import { useListText } from "../i18n/use-list-text.ts";
import { amountText } from "../ui/amount.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Part } from "../ui/Part.tsx";
import { apart } from "./apart.ts";
import css from "./same-amount.module.css";

export const SameAmountFragment = graphql(`
  fragment SameAmount_transaction on Transaction {
    processedAt
    sameAmountNearby {
      id
      processedAt
      voucherNumber
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
    }
  }
`);

type Other = ResultOf<typeof SameAmountFragment>["sameAmountNearby"][number];

const gone = ["refunded", "inFlight", "chargedBack"] as const;

/**
 * Another payment of the same amount by the same card at the same shop: how far apart, and whether its money has gone back.
 * Where the customer says that they were charged twice, that there is none is said as well.
 */
export function SameAmount({
  transaction,
  isAsked,
}: {
  readonly transaction: FragmentOf<typeof SameAmountFragment>;
  readonly isAsked: boolean;
}) {
  const { t } = useTranslation();
  const { processedAt, sameAmountNearby } = readFragment(SameAmountFragment, transaction);
  if (sameAmountNearby.length === 0 && !isAsked) return null;
  return (
    <Part title={t("sameAmount.title")}>
      {sameAmountNearby.length === 0 && <p className={css.none}>{t("sameAmount.none")}</p>}
      <ul className={css.others}>
        {sameAmountNearby.map((other) => (
          <li key={other.id}>
            <OtherPayment other={other} beside={processedAt} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function OtherPayment({ other, beside }: { readonly other: Other; readonly beside: string }) {
  const { t } = useTranslation();
  const list = useListText();
  const { unit, count, way } = apart(beside, other.processedAt);
  const back = gone.filter((part) => other[part].minor !== "0");
  return (
    <>
      <Link to={`/transactions/${other.id}`}>
        {other.voucherNumber === null
          ? exactText(other.processedAt)
          : t("sameAmount.voucherAt", { number: other.voucherNumber, at: exactText(other.processedAt) })}
      </Link>
      <MoneyText amount={other.captured} look="moved" />
      <p>
        <b>{t(`sameAmount.${unit}${way}`, { count })}</b>{" "}
        {back.length === 0
          ? t("sameAmount.nothingBack")
          : list(back.map((part) => t(`sameAmount.${part}`, { amount: amountText(other[part]) })))}
      </p>
    </>
  );
}
