import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { levelName } from "../../approvals/level-name.ts";
import type { CaseState } from "../../graphql/words.ts";
import { useListText } from "../../i18n/use-list-text.ts";
import css from "./action-sheet.module.css";
import { OutlookAgreementsFragment } from "./OutlookAgreements.tsx";

interface Props {
  readonly outlook: FragmentOf<typeof OutlookAgreementsFragment> & { readonly goesTo: CaseState };
  /** As the reader sees it, with its currency; null while what is typed is no amount. */
  readonly amount: string | null;
  /** Something is written that the customer reads at once, whoever must still agree. */
  readonly tellsCustomer: boolean;
  /** Agrees to what somebody else put forward. */
  readonly isGrant: boolean;
}

/** Step by step what becomes of the money and who is asked or told, in the order in which it happens. */
export function OutlookSteps({ outlook, amount, tellsCustomer, isGrant }: Props) {
  const { t } = useTranslation();
  const list = useListText();
  const { agreements } = readFragment(OutlookAgreementsFragment, outlook);
  const state = t(`caseState.${outlook.goesTo}`);
  const sum = amount ?? t("outlook.theAmount");
  const said = tellsCustomer ? [t("outlook.stepMessage")] : [];
  const asked = agreements.map(({ right, staff }) =>
    staff.length === 0
      ? t("outlook.stepAskedNobody", { level: t(`approvalLevel.${levelName(right)}`) })
      : t("outlook.stepAsked", {
          level: t(`approvalLevel.${levelName(right)}`),
          people: list(staff.map(({ name }) => name)),
          count: staff.length,
        }),
  );
  const steps =
    outlook.goesTo === "AWAITING_APPROVAL"
      ? [
          t(isGrant ? "outlook.stepStaysHeld" : "outlook.stepHeld", { amount: sum, state }),
          ...said,
          ...asked,
          t("outlook.stepThen"),
        ]
      : [t("outlook.stepSent", { amount: sum }), ...said, t("outlook.stepTold", { state })];
  return (
    <ol className={css.steps}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
