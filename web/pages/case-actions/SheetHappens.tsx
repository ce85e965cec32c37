import { useTranslation } from "react-i18next";
import { RulingEffect } from "../../disputes/RulingEffect.tsx";
import { AskedAnew } from "../../ui/AskedAnew.tsx";
import css from "./action-sheet.module.css";
import type { SheetCase } from "./action-sheet-case.ts";
import type { SheetAction } from "./forms.ts";
import { MoneyBeforeAfter } from "./MoneyBeforeAfter.tsx";
import { OutlookAgreements } from "./OutlookAgreements.tsx";
import { OutlookNotices } from "./OutlookNotices.tsx";
import { OutlookSteps } from "./OutlookSteps.tsx";
import { RefundFee } from "./RefundFee.tsx";
import type { Sheet } from "./use-sheet.ts";

/** What an action will do, before it is taken: to the case, to the money, and who is asked and told. */
export function SheetHappens({
  found,
  sheet,
  action,
  words,
  isTheirs,
}: {
  readonly found: SheetCase;
  readonly sheet: Sheet;
  readonly action: SheetAction;
  /** What it does in general, where the server has nothing closer to say. */
  readonly words: string;
  /** The case is given to whoever has it, which changes nothing. */
  readonly isTheirs: boolean;
}) {
  const { t } = useTranslation();
  const { shown, way, isPast, told, toldOf, amount, chosen } = sheet;
  const isTold = way?.isWhole === true;
  const isGivenUp = action === "ASSIGN" && (chosen["assignee"] ?? "") === "";
  return (
    <>
      <AskedAnew isPast={isPast} className={css.part}>
        <h3>{t("sheet.happens")}</h3>
        {!isTold && <p>{isTheirs ? t("sheet.alreadyTheirs") : isGivenUp ? t("sheet.unassigns") : words}</p>}
        {way !== null && !isTold && <p>{t(way.text)}</p>}
        {shown !== null && isTold && (
          <OutlookSteps
            outlook={shown}
            amount={toldOf}
            tellsCustomer={told !== null && told.words !== ""}
            isGrant={action === "GRANT_APPROVAL"}
          />
        )}
        {shown !== null && !isTold && (
          <p>
            {t(shown.goesTo === found.state ? "outlook.stays" : "outlook.goesTo", {
              state: t(`caseState.${shown.goesTo}`),
            })}
          </p>
        )}
        {shown !== null && shown.limit !== null && <p className={css.why}>{shown.limit}</p>}
      </AskedAnew>
      {action === "RECORD_BANK_RULING" && found.dispute !== null && (
        <div className={css.part}>
          <RulingEffect
            dispute={found.dispute}
            left={found.refundable}
            ruling={found.dispute.openRulings.find((one) => one === chosen["ruling"]) ?? null}
            amount={amount}
          />
        </div>
      )}
      {shown !== null && (
        <AskedAnew isPast={isPast} className={css.outlook}>
          {!isTold && <OutlookAgreements outlook={shown} />}
          {shown.money !== null && <MoneyBeforeAfter money={shown.money} />}
          {shown.fee !== null && <RefundFee fee={shown.fee} />}
          <OutlookNotices outlook={shown} words={told?.words ?? ""} />
        </AskedAnew>
      )}
    </>
  );
}
