import { useTranslation } from "react-i18next";
import type { CaseAction } from "../../graphql/words.ts";
import { useShortcuts } from "../../ui/shortcuts/use-shortcuts.ts";

/** The same letters as in the queue, and `s` to put the case aside: whoever learnt them there need not reach for the mouse here. */
const letters = [
  { keys: "n", action: "ADD_NOTE" },
  { keys: "a", action: "ASSIGN" },
  { keys: "i", action: "REQUEST_INFORMATION" },
  { keys: "e", action: "CLOSE" },
  { keys: "s", action: "SNOOZE" },
] as const satisfies readonly { readonly keys: string; readonly action: CaseAction }[];

interface Offer {
  readonly action: CaseAction;
  readonly allowed: boolean;
}

/** What the viewer may do on this case, by one key each; what they may never do has none. */
export function useCaseKeys(offers: readonly Offer[], choose: (action: CaseAction) => void): void {
  const { t } = useTranslation();
  const offerOf = (action: CaseAction) => offers.find((offer) => offer.action === action);
  useShortcuts({
    title: t("caseKeys.actions"),
    layer: "page",
    shortcuts: letters
      .filter(({ action }) => offerOf(action) !== undefined)
      .map(({ keys, action }) => ({
        keys,
        label: t(`caseAction.${action}`),
        run: offerOf(action)?.allowed === true ? () => choose(action) : null,
      })),
  });
}
