import { useTranslation } from "react-i18next";
import type { CaseAction } from "../../graphql/words.ts";
import { alsoCalled } from "./also-called.ts";
import css from "./palette.module.css";
import type { IsCalled } from "./use-called.ts";

/** What people type to do it, before they have opened the case that they mean. */
const onCases = [
  ...(["ASSIGN", "ADD_NOTE", "SEND_MESSAGE", "ATTACH_EVIDENCE", "REQUEST_INFORMATION", "SNOOZE", "WAKE"] as const),
  ...(["APPROVE_REFUND", "DECLINE_REQUEST", "MAKE_OFFER", "ESCALATE_TO_BANK", "REFER_TO_AGENCY", "CLOSE"] as const),
] as const satisfies readonly CaseAction[];

/** Where a case's action is typed and there is no case: how to come to it. */
export function NeedsCase({ isCalled }: { readonly isCalled: IsCalled }) {
  const { t } = useTranslation();
  const action =
    onCases.find((one) => isCalled((text) => text(`caseAction.${one}`))) ??
    onCases.find((one) => isCalled((text) => alsoCalled(one, text)));
  if (action === undefined) return null;
  return <p className={css.needs}>{t("palette.needsCase", { action: t(`caseAction.${action}`) })}</p>;
}
