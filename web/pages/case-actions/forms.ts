import type { CaseAction } from "../../graphql/words.ts";
import type { ActionForm } from "./action-form.ts";
import { agencyForms } from "./agency-forms.ts";
import { bankForms } from "./bank-forms.ts";
import { decideForms } from "./decide-forms.ts";
import { deskForms } from "./desk-forms.ts";
import { negotiateForms } from "./negotiate-forms.ts";
import { verifyForms } from "./verify-forms.ts";

/** Actions that no sheet is for: nobody's hand does them, or they have their own place on the page. */
export type WithoutSheet =
  | "AUTO_APPROVE"
  | "RECORD_REFUND_PROGRESS"
  | "SETTLE_REFUND"
  | "FAIL_REFUND"
  | "EXPIRE"
  | "EXPIRE_APPROVAL"
  | "REJECT_CHECK_WAIVER"
  | "EXPIRE_CHECK_WAIVER"
  | "FIND_PAYMENT"
  | "RECORD_CLOCK_BREACH"
  | "JOIN_DISPUTE"
  | "ADOPT_DISPUTE"
  | "ADD_NOTE"
  | "SEND_MESSAGE"
  | "ATTACH_EVIDENCE"
  | "SNOOZE"
  | "WAKE";

export type SheetAction = Exclude<CaseAction, WithoutSheet>;

/** Every action that a person takes in a sheet. An action that the schema gains does not compile until it has its form. */
export const actionForms: Record<SheetAction, ActionForm> = {
  ...verifyForms,
  ...decideForms,
  ...negotiateForms,
  ...deskForms,
  ...bankForms,
  ...agencyForms,
};

export function isSheetAction(action: string | null): action is SheetAction {
  return action !== null && action in actionForms;
}
