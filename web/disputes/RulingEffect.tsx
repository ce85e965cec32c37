import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import type { BankRuling } from "../graphql/words.ts";
import { type Amount, amountText } from "../ui/amount.ts";
import { Facts } from "../ui/Facts.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import css from "./ruling-effect.module.css";

export const RulingEffectFragment = graphql(`
  fragment RulingEffect_dispute on Dispute {
    amount {
      minor
      currency
    }
    chargedBack {
      minor
      currency
    }
  }
`);

type Ends = "gets" | "pays" | "keeps" | "none" | "nothing";

/** Who ends up with the money. What the bank does with what it has taken by then follows from the same table on the server. */
const ends: Readonly<Record<BankRuling, { readonly customer: Ends; readonly shop: Ends }>> = {
  CHARGEBACK_UPHELD: { customer: "gets", shop: "pays" },
  MERCHANT_MUST_REFUND: { customer: "gets", shop: "pays" },
  MERCHANT_UPHELD: { customer: "none", shop: "keeps" },
  RETURNED_UNRESOLVED: { customer: "nothing", shop: "keeps" },
};

interface RulingEffectProps {
  readonly dispute: FragmentOf<typeof RulingEffectFragment>;
  /** What of the payment could still go back; null where no payment is known. */
  readonly left: Amount | null;
  /** What is being chosen; null so far. */
  readonly ruling: BankRuling | null;
  /** What is being ruled; the disputed amount where nothing else is said. */
  readonly amount: Amount | null;
}

/** A ruling in money, before it is given: what stands as provisional credit, and where it goes. */
export function RulingEffect({ dispute: of, left, ruling, amount: named }: RulingEffectProps) {
  const { t } = useTranslation();
  const { amount: disputed, chargedBack } = readFragment(RulingEffectFragment, of);
  const isTaken = chargedBack.minor !== "0";
  const amount = amountText(named ?? disputed);
  // What was credited provisionally is theirs already.
  const customer = ruling === null ? null : isTaken && ruling === "CHARGEBACK_UPHELD" ? "keeps" : ends[ruling].customer;
  // What neither the bank has nor the payment still holds has gone back by a refund, or is about to.
  const twice =
    ruling === "CHARGEBACK_UPHELD" && left !== null
      ? BigInt((named ?? disputed).minor) - BigInt(chargedBack.minor) - BigInt(left.minor)
      : 0n;
  return (
    <section className={css.effect} aria-label={t("ruling.title")}>
      <h3>{t("ruling.title")}</h3>
      <p>{isTaken ? t("ruling.provisionalText") : t("ruling.notTaken")}</p>
      <Facts
        facts={[
          isTaken && [t("ruling.provisional"), <MoneyText key="taken" amount={chargedBack} look="held" />],
          customer !== null && [t("ruling.customerGets"), t(`ruling.${customer}`, { amount })],
          ruling !== null && [t("ruling.shopBears"), t(`ruling.${ends[ruling].shop}`, { amount })],
        ]}
      />
      <p aria-live="polite">{ruling === null ? t("ruling.choose") : t(`ruling.effect.${ruling}`)}</p>
      {twice > 0n && (
        <p role="alert">
          <strong>
            {t("ruling.twice", { amount: amountText({ minor: String(twice), currency: disputed.currency }) })}
          </strong>
        </p>
      )}
    </section>
  );
}
