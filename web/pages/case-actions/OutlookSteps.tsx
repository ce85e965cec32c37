import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { levelName } from "../../approvals/level-name.ts";
import { graphql } from "../../graphql/graphql.ts";
import { dayText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useListText } from "../../i18n/use-list-text.ts";
import { useNow } from "../../i18n/use-now.ts";
import css from "./action-sheet.module.css";
import { OutlookAgreementsFragment } from "./OutlookAgreements.tsx";

export const OutlookStepsFragment = graphql(
  `
    fragment OutlookSteps_outlook on ActionOutlook {
      goesTo
      arrivesOn
      card {
        network
        last4
      }
      policy {
        version
        rowNumber
      }
      ...OutlookAgreements_outlook
    }
  `,
  [OutlookAgreementsFragment],
);

interface Props {
  readonly outlook: FragmentOf<typeof OutlookStepsFragment>;
  /** As the reader sees it, with its currency; null while what is typed is no amount. */
  readonly amount: string | null;
  /** Something is written that the customer reads at once, whoever must still agree. */
  readonly tellsCustomer: boolean;
  /** Agrees to what somebody else put forward. */
  readonly isGrant: boolean;
}

/** Step by step what becomes of the money and who is asked or told, in the order in which it happens. */
export function OutlookSteps({ outlook: of, amount, tellsCustomer, isGrant }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const list = useListText();
  const outlook = readFragment(OutlookStepsFragment, of);
  const { arrivesOn, policy } = outlook;
  const { agreements } = readFragment(OutlookAgreementsFragment, outlook);
  const state = t(`caseState.${outlook.goesTo}`);
  const card =
    outlook.card === null
      ? t("outlook.theCard")
      : t("outlook.card", { network: t(`cardNetwork.${outlook.card.network}`), digits: outlook.card.last4 });
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
          t("outlook.stepThen", { card }),
        ]
      : [
          t("outlook.stepSent", { amount: sum, card }),
          ...(arrivesOn === null ? [] : [t("outlook.stepArrives", { day: dayText(arrivesOn, language, now) })]),
          ...said,
          t("outlook.stepTold", { state }),
        ];
  return (
    <>
      {policy !== null && (
        <p className={css.why}>
          {policy.rowNumber === null
            ? t("outlook.perPolicy", { version: policy.version })
            : t("outlook.perPolicyRow", { version: policy.version, row: policy.rowNumber })}
        </p>
      )}
      <ol className={css.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}
