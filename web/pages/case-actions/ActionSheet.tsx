import { type FragmentOf, readFragment } from "gql.tada";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureView } from "../../shell/FailureView.tsx";
import { amountText } from "../../ui/amount.ts";
import { Button } from "../../ui/Button.tsx";
import { focusFirstWrong } from "../../ui/focus-first-wrong.ts";
import { Icon } from "../../ui/Icon.tsx";
import { isComposing } from "../../ui/is-composing.ts";
import { Notice } from "../../ui/Notice.tsx";
import css from "./action-sheet.module.css";
import { ActionSheetFragment } from "./action-sheet-case.ts";
import type { SheetAction } from "./forms.ts";
import { type MissingFields, missingFields } from "./missing-fields.ts";
import { OutcomeNotice } from "./OutcomeNotice.tsx";
import { SheetHappens } from "./SheetHappens.tsx";
import { SheetInputs } from "./SheetInputs.tsx";
import { useSendAction } from "./use-send-action.ts";
import { useSheet } from "./use-sheet.ts";
import { useSheetWords } from "./use-sheet-words.ts";
import { WhatChanged } from "./WhatChanged.tsx";

interface ActionSheetProps {
  readonly case: FragmentOf<typeof ActionSheetFragment>;
  readonly action: SheetAction;
  /** Whose own doings are no news to the sheet. */
  readonly viewerId: string;
  /** Somebody of the desk, who may see what the action would do and whom it would tell. */
  readonly isDesk: boolean;
  /** A shop or a bank, which does it itself. */
  readonly isParty?: boolean;
  /** Whom a case is given to by "Assign", unless somebody else is chosen. */
  readonly takerId?: string | null;
  readonly onClose: () => void;
  /** An answer may come late: `isOpen` is false where the sheet was put away before. */
  readonly onDone: (isOpen: boolean) => void;
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
  takerId = null,
  onClose,
  onDone,
}: ActionSheetProps) {
  const { t } = useTranslation();
  const found = readFragment(ActionSheetFragment, of);
  const { currency } = found.amount;
  const sheet = useSheet({ found, action, viewerId, isDesk, takerId });
  const { fields, values, typing, isUnsaid, pressed } = sheet;
  const words = useSheetWords(action, found.state, isParty, sheet.proposes);
  const { sending, isDone, trouble, send } = useSendAction();
  // The page may show what was done before its answer is here, or before it is put away: that is no news, nor too late for it.
  const isUnderWay = sending || isDone;
  const isStale = sheet.isStale && !isUnderWay;
  const isOpen = sheet.isOpen || isUnderWay;
  const isTheirs = sheet.isTheirs && !isUnderWay;
  // Nobody knows whether it arrived: what one did oneself is shown with the rest.
  const isLost = trouble?.__typename === "Failure";
  const [missing, setMissing] = useState<MissingFields>({});
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const returnsFocus = useRef(true);
  const isHere = useRef(false);
  // Of the page as it is when the answer comes, whose address may have changed meanwhile.
  const told = useRef(onDone);
  told.current = onDone;
  useEffect(function moveFocusIn() {
    const before = document.activeElement;
    title.current?.focus();
    isHere.current = true;
    return () => {
      isHere.current = false;
      // What is done has a word of its own, which takes the focus: the button that led here may be gone with the state.
      if (returnsFocus.current && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    // Enter in a field sends a form whose button is shut or gone.
    if (isStale || !isOpen || isTheirs || isUnsaid || isUnderWay) return;
    const form = event.currentTarget;
    const lacking = missingFields(fields, values, currency);
    setMissing(lacking);
    if (Object.keys(lacking).length > 0) return focusFirstWrong(form);
    const common = { caseId: found.id, expectedVersion: found.version, idempotencyKey: typing.hold(values) };
    if (await send((client) => sheet.form.send(client, common, values, currency))) {
      typing.drop();
      returnsFocus.current = false;
      told.current(isHere.current);
    }
  }

  /** Given up. Escape and the cross only put it away: what was typed is there again when the sheet is opened again. */
  function cancel(): void {
    typing.drop();
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
            {words.title}
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
          <SheetInputs {...{ found, sheet, isParty, missing }} />
          <SheetHappens {...{ found, sheet, action, words: words.happens, isTheirs }} />
          {sheet.failure !== null && <FailureView failure={sheet.failure} onRetry={sheet.again} />}
          {!isOpen && (
            <Notice kind="no" title={t("sheet.closed")}>
              {sheet.reasons.map(({ message }) => (
                <p key={message}>{message}</p>
              ))}
            </Notice>
          )}
          {trouble !== null && !isStale && <OutcomeNotice trouble={trouble} />}
        </div>
        {/* What the button below says was seen is in sight, wherever the sheet is scrolled to. */}
        {isStale && (
          <div className={css.changed}>
            <Notice kind="changed" title={t(isLost ? "sheet.staleLostTitle" : "sheet.staleTitle")}>
              <p>{t(isLost ? "sheet.staleLostBody" : "sheet.staleBody")}</p>
              <WhatChanged case={found} since={sheet.since} viewerId={isLost ? null : viewerId} />
            </Notice>
          </div>
        )}
        <footer className={css.foot}>
          <Button onClick={cancel}>{t("common.cancel")}</Button>
          {isStale ? (
            <Button look="primary" disabled={!isOpen} onClick={() => typing.accept(sheet.seen)}>
              {t("sheet.goOn")}
            </Button>
          ) : (
            <Button type="submit" look="primary" busy={isUnderWay || isUnsaid} disabled={!isOpen || isTheirs}>
              {pressed === null
                ? words.press
                : t("actions.withAmount", { action: words.press, amount: amountText(pressed) })}
            </Button>
          )}
        </footer>
      </form>
    </section>
  );
}
