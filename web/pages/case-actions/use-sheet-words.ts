import { useTranslation } from "react-i18next";
import { isPartyAction } from "../../cases/case-action.ts";
import type { SheetCase } from "./action-sheet-case.ts";
import type { SheetAction } from "./forms.ts";

/** What an action is called, what it does to a case in this state, and what stands on its button. */
export function useSheetWords(action: SheetAction, state: State, isParty: boolean, proposes: boolean) {
  const { t } = useTranslation();
  // What a shop or a bank opens is "agree or contest"; what it presses in the end is the answer itself.
  if (isParty && isPartyAction(action))
    return {
      title: t(`parties.action.${action}`),
      happens: t(`parties.happens.${action}`),
      press: t(`parties.send.${action}`),
    };
  const name = proposes ? t("sheet.propose") : t(`caseAction.${action}`);
  const happens = t(`happens.${action}`);
  const releases = releasing.has(action) && isHolding(state);
  return { title: name, happens: releases ? t(`released.${state}`, { happens }) : happens, press: name };
}

type State = SheetCase["state"];

/** What takes the case off the way to a refund lets go of one that has not gone out. */
const releasing: ReadonlySet<SheetAction> = new Set<SheetAction>(["ESCALATE_TO_BANK", "WITHDRAW"]);

function isHolding(state: State): state is "AWAITING_APPROVAL" | "REFUNDING" {
  return state === "AWAITING_APPROVAL" || state === "REFUNDING";
}
