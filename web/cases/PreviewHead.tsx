import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { nameIn } from "../i18n/name-in.ts";
import { exactText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Facts } from "../ui/Facts.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import css from "./preview-head.module.css";

export const PreviewHeadFragment = graphql(`
    fragment PreviewHead_case on Case {
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
      transaction {
        id
        network
        cardLast4
        voucherNumber
        terminalNumber
        processedAt
      }
    }
`);

/** Who wants how much back, and why; how long there is; and by which slip it was paid. */
export function PreviewHead({
  case: of,
  clock,
}: {
  readonly case: FragmentOf<typeof PreviewHeadFragment>;
  readonly clock: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = readFragment(PreviewHeadFragment, of);
  const reason = t(`caseReason.${found.reason}`);
  const { transaction: paid } = found;
  const shop = nameIn(language, found.merchant);
  const terminal = paid?.terminalNumber == null ? null : t("transaction.terminal", { number: paid.terminalNumber });
  const voucher = paid?.voucherNumber == null ? null : t("transaction.voucher", { number: paid.voucherNumber });
  return (
    <div className={css.head}>
      <div className={css.line}>
        <b>
          {found.customer === null ? reason : t("common.separated", { first: found.customer.name, second: reason })}
        </b>
        <MoneyText amount={found.amount} look="strong" />
      </div>
      {clock}
      <Facts
        facts={[
          [t("transaction.shop"), <Both key="shop" first={shop} second={terminal} />],
          paid !== null && [
            t("transaction.paidAt"),
            <Both key="paid" first={exactText(paid.processedAt)} second={voucher} />,
          ],
          paid !== null && [
            t("transaction.byCard"),
            t("transaction.card", { network: t(`cardNetwork.${paid.network}`), digits: paid.cardLast4 }),
          ],
        ]}
      />
    </div>
  );
}

function Both({ first, second }: { readonly first: string; readonly second: string | null }) {
  const { t } = useTranslation();
  return second === null ? first : t("common.separated", { first, second });
}
