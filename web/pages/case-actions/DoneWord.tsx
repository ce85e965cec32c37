import { useTranslation } from "react-i18next";
import { isPartyAction } from "../../cases/case-action.ts";
import type { CaseAction, CaseState } from "../../graphql/words.ts";
import { focusWhenDrawn } from "../../ui/focus-when-drawn.ts";
import { Icon } from "../../ui/Icon.tsx";
import css from "../case-page.module.css";

interface Props {
  readonly action: CaseAction;
  /** Where the case rests now: a refund that others must grant is not done. */
  readonly state: CaseState;
  readonly isParty: boolean;
}

/** What was just done, in the words of whoever did it; it takes the focus, since the button that led to it may be gone. */
export function DoneWord({ action, state, isParty }: Props) {
  const { t } = useTranslation();
  const waits = state === "AWAITING_APPROVAL";
  function words(): string {
    if (isParty && isPartyAction(action)) return t(`parties.done.${action}`);
    if (waits && action === "APPROVE_REFUND") return t("sheet.proposed");
    if (waits && action === "GRANT_APPROVAL") return t("sheet.agreedFirst");
    return t("sheet.done", { action: t(`caseAction.${action}`) });
  }
  return (
    <p className={css.done} role="status" tabIndex={-1} ref={focusWhenDrawn}>
      <Icon name="check" />
      {words()}
    </p>
  );
}
