import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { amountText } from "../ui/amount.ts";
import css from "./case-money.module.css";

export const WhyNotMoreFragment = graphql(`
  fragment WhyNotMore_transaction on Transaction {
    id
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
`);

const parts = ["refunded", "inFlight", "chargedBack"] as const;

/** How what may still go back follows from what was paid, in words: what has gone, what is held, what the bank took. */
export function WhyNotMore({ transaction }: { readonly transaction: FragmentOf<typeof WhyNotMoreFragment> }) {
  const { t } = useTranslation();
  const found = readFragment(WhyNotMoreFragment, transaction);
  const gone = parts.filter((part) => found[part].minor !== "0");
  return (
    <details className={css.why}>
      <summary>{t("whyNotMore.title")}</summary>
      <ul>
        <li>
          <Link to={`/transactions/${found.id}`}>
            {t("whyNotMore.captured", { amount: amountText(found.captured) })}
          </Link>
        </li>
        {gone.map((part) => (
          <li key={part}>{t(`whyNotMore.${part}`, { amount: amountText(found[part]) })}</li>
        ))}
        {gone.length === 0 && <li>{t("whyNotMore.nothing")}</li>}
      </ul>
    </details>
  );
}
