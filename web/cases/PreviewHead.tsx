import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { merchantName } from "../i18n/merchant-name.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import css from "./preview-head.module.css";
import { StateChip, StateChipFragment } from "./StateChip.tsx";

export const PreviewHeadFragment = graphql(
  `
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
      ...StateChip_case
    }
  `,
  [StateChipFragment],
);

/** Who wants how much back, and why; then how long there is. */
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
  return (
    <div className={css.head}>
      <div className={css.line}>
        <b>
          {found.customer === null ? reason : t("common.separated", { first: found.customer.name, second: reason })}
        </b>
        <MoneyText amount={found.amount} look="strong" />
      </div>
      <div className={css.line}>
        <span>{merchantName(found.merchant, language)}</span>
        <StateChip case={found} />
      </div>
      {clock}
    </div>
  );
}
