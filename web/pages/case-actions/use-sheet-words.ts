import { useTranslation } from "react-i18next";
import { isPartyAction } from "../../cases/case-action.ts";
import type { SheetAction } from "./forms.ts";

/** What an action is called, what it does, and what stands on its button. */
export function useSheetWords(action: SheetAction, isParty: boolean, proposes: boolean) {
  const { t } = useTranslation();
  // What a shop or a bank opens is "agree or contest"; what it presses in the end is the answer itself.
  if (isParty && isPartyAction(action))
    return {
      title: t(`parties.action.${action}`),
      happens: t(`parties.happens.${action}`),
      press: t(`parties.send.${action}`),
    };
  const name = proposes ? t("sheet.propose") : t(`caseAction.${action}`);
  return { title: name, happens: t(`happens.${action}`), press: name };
}
