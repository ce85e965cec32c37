import { type FragmentOf, readFragment } from "gql.tada";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isPartyAction } from "../../cases/case-action.ts";
import { RulingEffect, RulingEffectFragment } from "../../disputes/RulingEffect.tsx";
import { graphql } from "../../graphql/graphql.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { amountText, readAmount, typedAmount } from "../../ui/amount.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { isComposing } from "../../ui/is-composing.ts";
import { Notice } from "../../ui/Notice.tsx";
import { ActionFields } from "./ActionFields.tsx";
import { shownFields } from "./action-form.ts";
import css from "./action-sheet.module.css";
import { customerField, withSuggestion } from "./customer-words.ts";
import { useActionDraft } from "./draft.ts";
import { actionForms, type SheetAction } from "./forms.ts";
import { MoneyBeforeAfter } from "./MoneyBeforeAfter.tsx";
import { type MissingFields, missingFields } from "./missing-fields.ts";
import { moneyWay } from "./money-way.ts";
import { OutcomeNotice } from "./OutcomeNotice.tsx";
import { OutlookAgreements } from "./OutlookAgreements.tsx";
import { OutlookNotices } from "./OutlookNotices.tsx";
import { OutlookSteps } from "./OutlookSteps.tsx";
import { RefundFee } from "./RefundFee.tsx";
import { SuggestedWords } from "./SuggestedWords.tsx";
import { useOutlook } from "./use-outlook.ts";
import { useSendAction } from "./use-send-action.ts";
import { latestSequence, newsSince, WhatChanged, WhatChangedFragment } from "./WhatChanged.tsx";

export const ActionSheetFragment = graphql(
  `
    fragment ActionSheet_case on Case {
      id
      number
      version
      state
      amount {
        minor
        currency
      }
      proposed {
        minor
        currency
      }
      offer {
        minor
        currency
      }
      ownWord {
        action
        isEnough
      }
      customer {
        id
        name
        locale
      }
      availableActions {
        action
        allowed
      }
      decision {
        id
        outcome
      }
      transaction {
        id
        network
      }
      dispute {
        id
        openSteps {
          step
        }
        openRulings
        ...RulingEffect_dispute
      }
      referral {
        id
        openSteps
        openOutcomes
      }
      ...WhatChanged_case
    }
  `,
  [RulingEffectFragment, WhatChangedFragment],
);

interface ActionSheetProps {
  readonly case: FragmentOf<typeof ActionSheetFragment>;
  readonly action: SheetAction;
  /** Whose own doings are no news to the sheet. */
  readonly viewerId: string;
  /** Somebody of the desk, who may see what the action would do and whom it would tell. */
  readonly isDesk: boolean;
  /** A shop or a bank, which does it itself. */
  readonly isParty?: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/**
 * One action before it is taken: what will happen, what is told to whom, the money before and after. It lies over the
 * right column only, so that the story stays in sight.
 */
export function ActionSheet({
  case: of,
  action,
  viewerId,
  isDesk,
  isParty = false,
  onClose,
  onDone,
}: ActionSheetProps) {
  const { t } = useTranslation();
  const found = readFragment(ActionSheetFragment, of);
  const form = actionForms[action];
  const seen = { version: found.version, sequence: latestSequence(found) };
  const amountField = form.fields.find(({ kind }) => kind === "amount");
  const { draft, setValue, clearValue, accept, hold, drop } = useActionDraft(
    found.id,
    action,
    seen,
    amountField === undefined ? {} : { [amountField.name]: typedAmount(found.amount) },
  );
  const fields = shownFields(form.fields, draft.values, found.decision?.outcome ?? null);
  const { amount: asked, version } = found;
  const { outlook, past, isAsking, failure, again } = useOutlook({
    ...{ caseId: found.id, version, action, fields, values: draft.values, currency: asked.currency, isDesk },
  });
  // Of another choice, or of the case before it moved on, it is dimmed, and nothing can be pressed.
  const shown = outlook ?? past?.outlook ?? null;
  const isPast = past !== null;
  const told = isPast ? css.past : "";
  const way = moneyWay(action, shown?.goesTo ?? null);
  const suggestion = shown?.suggestion ?? null;
  const reads = found.customer?.locale === "EN" ? "en" : "zh";
  const toCustomer = customerField(fields);
  const values = withSuggestion(draft.values, toCustomer, suggestion, reads);
  // What is told of this very amount, and the words that would be sent, are there before it can be pressed.
  const isSuggested = toCustomer !== undefined && draft.values[toCustomer.name] === undefined;
  const isUnsaid = isAsking && (amountField !== undefined || isPast || isSuggested);
  const { sending, trouble, send } = useSendAction();
  const [missing, setMissing] = useState<MissingFields>({});
  const titleId = useId();
  // What one did oneself meanwhile, a note perhaps, is no news.
  const isStale = draft.version !== found.version && newsSince(found, draft.sequence, viewerId).length > 0;
  const amount =
    amountField === undefined ? null : readAmount(draft.values[amountField.name] ?? "", found.amount.currency);
  const isOpen = found.availableActions.some((offer) => offer.action === action && offer.allowed);
  // What is typed may be within one's limit though all that was asked for is not: the outlook knows best, once it is there.
  const proposes =
    action === "APPROVE_REFUND" &&
    (shown === null
      ? found.ownWord?.action === action && !found.ownWord.isEnough
      : shown.goesTo === "AWAITING_APPROVAL");
  // What it is about, where nothing is typed: what waits, or what was offered.
  const settled = action === "GRANT_APPROVAL" ? found.proposed : action === "ACCEPT_OFFER" ? found.offer : null;
  const pressed = amount ?? settled;
  const toldOf = isPast ? (past.amount ?? settled) : pressed;
  const own = isParty && isPartyAction(action) ? action : null;
  const name = own === null ? t(`caseAction.${action}`) : t(`parties.action.${own}`);
  // What one opens is "agree or contest"; what one presses in the end is the answer itself.
  const press = own !== null ? t(`parties.send.${own}`) : proposes ? t("sheet.propose") : name;

  const title = useRef<HTMLHeadingElement>(null);
  const isDone = useRef(false);
  useEffect(function moveFocusIn() {
    const before = document.activeElement;
    title.current?.focus();
    return () => {
      // What is done has a word of its own, which takes the focus: the button that led here may be gone with the state.
      if (!isDone.current && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    // Enter in a field sends a form whose button is shut or gone.
    if (isStale || !isOpen || isUnsaid || sending) return;
    const sheet = event.currentTarget;
    const lacking = missingFields(fields, values, found.amount.currency);
    setMissing(lacking);
    if (Object.keys(lacking).length > 0) {
      requestAnimationFrame(() => sheet.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    const common = { caseId: found.id, expectedVersion: found.version, idempotencyKey: hold(values) };
    if (await send((client) => form.send(client, common, values, found.amount.currency))) {
      drop();
      isDone.current = true;
      onDone();
    }
  }

  /** Given up. Escape and the cross only put it away: what was typed is there again when the sheet is opened again. */
  function cancel(): void {
    drop();
    onClose();
  }

  return (
    <section
      className={css.sheet}
      aria-labelledby={titleId}
      onKeyDown={(event) => event.key === "Escape" && !isComposing(event) && onClose()}
    >
      <header className={css.head}>
        <div>
          <h2 id={titleId} ref={title} tabIndex={-1}>
            {proposes ? press : name}
          </h2>
          <p>
            {found.customer === null
              ? found.number
              : t("common.separated", { first: found.number, second: found.customer.name })}
          </p>
        </div>
        <Button look="ghost" aria-label={t("common.close")} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      <form className={css.form} noValidate onSubmit={(event) => void submit(event)}>
        <div className={css.body}>
          <ActionFields
            fields={fields}
            values={values}
            isParty={isParty}
            missing={missing}
            suggestion={found.amount}
            offered={{
              paymentProofs: [found.number],
              reasonCodes: found.transaction === null ? [] : [found.transaction.network],
              disputeSteps: found.dispute?.openSteps.map(({ step }) => step) ?? [],
              rulings: found.dispute?.openRulings ?? [],
              referralSteps: found.referral?.openSteps ?? [],
              agencyOutcomes: found.referral?.openOutcomes ?? [],
            }}
            onChange={setValue}
            waiting={isSuggested && past?.isOfAnother === true ? toCustomer.name : undefined}
            below={
              toCustomer === undefined || found.customer === null
                ? {}
                : {
                    [toCustomer.name]: (
                      <SuggestedWords
                        suggestion={suggestion}
                        reads={reads}
                        value={values[toCustomer.name] ?? ""}
                        isPast={isPast}
                        onTakeBack={() => clearValue(toCustomer.name)}
                      />
                    ),
                  }
            }
          />
          <div className={`${css.part} ${told}`} aria-busy={isPast}>
            <h3>{t("sheet.happens")}</h3>
            {way?.isWhole !== true && <p>{own === null ? t(`happens.${action}`) : t(`parties.happens.${own}`)}</p>}
            {way !== null && !way.isWhole && <p>{t(way.text)}</p>}
            {shown !== null && way?.isWhole === true && (
              <OutlookSteps
                outlook={shown}
                amount={toldOf === null ? null : amountText(toldOf)}
                tellsCustomer={toCustomer !== undefined && (values[toCustomer.name] ?? "").trim() !== ""}
                isGrant={action === "GRANT_APPROVAL"}
              />
            )}
            {shown !== null && way?.isWhole !== true && (
              <p>
                {t(shown.goesTo === found.state ? "outlook.stays" : "outlook.goesTo", {
                  state: t(`caseState.${shown.goesTo}`),
                })}
              </p>
            )}
            {shown !== null && shown.limit !== null && <p className={css.why}>{shown.limit}</p>}
          </div>
          {action === "RECORD_BANK_RULING" && found.dispute !== null && (
            <div className={css.part}>
              <RulingEffect
                dispute={found.dispute}
                ruling={found.dispute.openRulings.find((one) => one === draft.values["ruling"]) ?? null}
                amount={amount}
              />
            </div>
          )}
          {shown !== null && (
            <div className={`${css.outlook} ${told}`} aria-busy={isPast}>
              {way?.isWhole !== true && <OutlookAgreements outlook={shown} />}
              {shown.money !== null && <MoneyBeforeAfter money={shown.money} />}
              {shown.fee !== null && <RefundFee fee={shown.fee} />}
              <OutlookNotices
                outlook={shown}
                words={toCustomer === undefined ? "" : (values[toCustomer.name] ?? "").trim()}
              />
            </div>
          )}
          {failure !== null && <FailureView failure={failure} onRetry={again} />}
          {isStale && (
            <Notice kind="changed" title={t("sheet.staleTitle")}>
              <p>{t("sheet.staleBody")}</p>
              <WhatChanged case={found} since={draft.sequence} viewerId={viewerId} />
            </Notice>
          )}
          {!isOpen && <Notice kind="no" title={t("sheet.closed")} />}
          {trouble !== null && !isStale && <OutcomeNotice trouble={trouble} />}
        </div>
        <footer className={css.foot}>
          <Button onClick={cancel}>{t("common.cancel")}</Button>
          {isStale ? (
            <Button look="primary" disabled={!isOpen} onClick={() => accept(seen)}>
              {t("sheet.goOn")}
            </Button>
          ) : (
            <Button type="submit" look="primary" busy={sending || isUnsaid} disabled={!isOpen}>
              {pressed === null ? press : t("actions.withAmount", { action: press, amount: amountText(pressed) })}
            </Button>
          )}
        </footer>
      </form>
    </section>
  );
}
