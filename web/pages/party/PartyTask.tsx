import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { CaseClock, CaseClockFragment } from "../../clocks/CaseClock.tsx";
import { graphql } from "../../graphql/graphql.ts";
import { nameIn } from "../../i18n/name-in.ts";
import { exactText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Facts } from "../../ui/Facts.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import css from "./party-page.module.css";
import { taskOf } from "./task-of.ts";

export const PartyTaskFragment = graphql(
  `
    fragment PartyTask_case on Case {
      number
      reason
      amount {
        minor
        currency
      }
      merchant {
        id
        name
        nameZh
      }
      customer {
        id
        name
      }
      transaction {
        id
        voucherNumber
        cardLast4
        processedAt
      }
      dispute {
        id
        state
      }
      bindingClock {
        id
        consequence
        ...CaseClock_clock
      }
      availableActions {
        action
        allowed
      }
    }
  `,
  [CaseClockFragment],
);

interface PartyTaskProps {
  readonly case: FragmentOf<typeof PartyTaskFragment>;
  /** The one with the least time: its button is the filled one. */
  readonly isFirst: boolean;
  readonly isBank: boolean;
}

/** One case that waits for its shop or bank: what is asked, about which payment, by when, and what happens otherwise. */
export function PartyTask({ case: of, isFirst, isBank }: PartyTaskProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { number, reason, amount, merchant, customer, transaction, dispute, bindingClock, availableActions } =
    readFragment(PartyTaskFragment, of);
  const { task, action } = taskOf(availableActions);
  const address = `/cases/${number}`;
  return (
    <article className={css.task} aria-labelledby={`task-${number}`}>
      <div className={css.what}>
        <h3 id={`task-${number}`}>
          <MoneyText amount={amount} look="strong" /> {t(`caseReason.${reason}`)}
        </h3>
        <p>{t(`parties.todo.${task}`)}</p>
        <Facts
          facts={[
            [t("parties.number"), number],
            transaction?.voucherNumber != null && [t("parties.voucher"), transaction.voucherNumber],
            transaction != null && [t("parties.card"), t("parties.cardEnds", { last4: transaction.cardLast4 })],
            transaction != null && [t("parties.paidAt"), exactText(transaction.processedAt)],
            isBank && [t("parties.shop"), nameIn(language, merchant)],
            customer !== null && [t("parties.customer"), customer.name],
            dispute !== null && isBank && [t("parties.stage"), t(`disputeState.${dispute.state}`)],
          ]}
        />
      </div>
      <div className={css.when}>
        {bindingClock !== null && (
          <>
            <span className={css.label}>{t("parties.by")}</span>
            <CaseClock clock={bindingClock} />
            <p className={css.ifNot}>
              <span className={css.label}>{t("parties.ifNot")}</span> {bindingClock.consequence}
            </p>
          </>
        )}
        <div className={css.press}>
          <Link
            className={isFirst ? css.filled : css.quiet}
            to={action === null ? address : `${address}?action=${action}`}
          >
            {t(`parties.press.${task}`)}
          </Link>
          {action !== null && (
            <Link className={css.look} to={address}>
              {t("parties.open")} <span className="quiet">{number}</span>
            </Link>
          )}
        </div>
      </div>
    </article>
  );
}
