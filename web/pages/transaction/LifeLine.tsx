import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RefundState } from "../../graphql/words.ts";
import { momentText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useNow } from "../../i18n/use-now.ts";
import { type MoneyLook, MoneyText } from "../../ui/MoneyText.tsx";
import { CashItem, FactItem } from "../../ui/TimelineItem.tsx";
import type { LifeMoment } from "./life.ts";
import css from "./transaction-page.module.css";

/** One moment of a payment's life: money on a line of its own, the rest in a sentence that leads to its case. */
export function LifeLine({ moment }: { readonly moment: LifeMoment }) {
  const { t } = useTranslation();
  const when = { at: moment.at, atText: momentText(moment.at, useLanguage(), useNow()) };
  const toCase = (number: string) => (
    <Link to={`/cases/${number}`} className={css.number}>
      {number}
    </Link>
  );
  switch (moment.kind) {
    case "charged":
      return (
        <CashItem {...when} money={<MoneyText amount={moment.amount} look="moved" />}>
          {t("payment.charged")}
        </CashItem>
      );
    case "settled":
      return (
        <FactItem {...when} actor="system" name="">
          {t("payment.settled")}
        </FactItem>
      );
    case "caseOpened":
      return (
        <FactItem {...when} actor="system" name="">
          {t("payment.caseOpened", { reason: t(`caseReason.${moment.of.reason}`) })} {toCase(moment.of.number)}
        </FactItem>
      );
    case "caseClosed":
      return (
        <FactItem {...when} actor="system" name="">
          {moment.of.outcome === null
            ? t("payment.caseClosed")
            : t("payment.caseClosedAs", { outcome: t(`caseOutcome.${moment.of.outcome}`) })}{" "}
          {toCase(moment.of.number)}
        </FactItem>
      );
    case "refundBegun":
      return (
        <CashItem {...when} money={<MoneyText amount={moment.refund.amount} look={lookOf(moment.refund.state)} />}>
          {t("payment.refundBegun", { state: t(`refundState.${moment.refund.state}`) })} {toCase(moment.of.number)}
        </CashItem>
      );
    case "refundSettled":
      return (
        <CashItem {...when} money={<MoneyText amount={moment.refund.amount} look="moved" />}>
          {t("payment.refundSettled")} {toCase(moment.of.number)}
        </CashItem>
      );
    case "refundReturned":
      return (
        <CashItem {...when} money={<MoneyText amount={moment.refund.amount} look="returned" />}>
          {t("payment.refundReturned")} {toCase(moment.of.number)}
        </CashItem>
      );
    case "disputeOpened":
      return (
        <CashItem {...when} money={<MoneyText amount={moment.dispute.amount} />}>
          {t("payment.disputeOpened")} {toCase(moment.of.number)}
        </CashItem>
      );
    case "disputeClosed":
      return (
        <CashItem {...when} money={<MoneyText amount={moment.dispute.chargedBack} look="moved" />}>
          {t("payment.disputeClosed", { state: t(`disputeState.${moment.dispute.state}`) })} {toCase(moment.of.number)}
        </CashItem>
      );
    case "referralLodged":
      return (
        <FactItem {...when} actor="agency" name={moment.referral.agency.name}>
          {t("payment.referralLodged", { agency: moment.referral.agency.name })} {toCase(moment.of.number)}
        </FactItem>
      );
    case "referralEnded":
      return (
        <FactItem {...when} actor="agency" name={moment.referral.agency.name}>
          {moment.referral.outcome === null
            ? t("payment.referralEnded", { agency: moment.referral.agency.name })
            : t("payment.referralEndedAs", {
                agency: moment.referral.agency.name,
                outcome: t(`agencyOutcome.${moment.referral.outcome}`),
              })}{" "}
          {toCase(moment.of.number)}
        </FactItem>
      );
  }
}

/** Money is set aside until it has gone, and struck through where it came back or never went. */
function lookOf(state: RefundState): MoneyLook {
  if (state === "RETURNED" || state === "CANCELLED" || state === "FAILED") return "returned";
  return state === "SETTLED" ? "plain" : "held";
}
