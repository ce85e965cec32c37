import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Facts } from "../ui/Facts.tsx";
import { Icon } from "../ui/Icon.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Part } from "../ui/Part.tsx";
import { StageChip } from "../ui/StageChip.tsx";
import css from "./dispute-part.module.css";

export const DisputePartFragment = graphql(`
  fragment DisputePart_case on Case {
    dispute {
      id
      network
      reasonCode
      reasonMeaning
      reasonText
      state
      ruling
      waitsOn
      reference
      cycle
      respondBy
      amount {
        minor
        currency
      }
      chargedBack {
        minor
        currency
      }
      neededEvidence {
        need
        text
        present
      }
    }
  }
`);

/** The matter at the bank: under which reason, how far, by when, and what must be brought. */
export function DisputePart({ case: of }: { readonly case: FragmentOf<typeof DisputePartFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { dispute } = readFragment(DisputePartFragment, of);
  if (dispute === null) return null;
  const { network, reasonCode, reasonMeaning, reasonText, reference, cycle, respondBy, waitsOn, ruling } = dispute;
  const meaning = reasonMeaning ?? reasonText;
  return (
    <Part title={t("dispute.title")} aside={<StageChip tone="bank" word={t(`disputeState.${dispute.state}`)} />}>
      <Facts
        facts={[
          [t("dispute.reason"), t("common.separated", { first: t(`cardNetwork.${network}`), second: reasonCode })],
          meaning !== null && [t("dispute.meaning"), meaning],
          [t("dispute.amount"), <MoneyText key="amount" amount={dispute.amount} />],
          dispute.chargedBack.minor !== "0" && [
            t("dispute.chargedBack"),
            <MoneyText key="back" amount={dispute.chargedBack} />,
          ],
          reference !== null && [
            t("dispute.reference"),
            cycle === 1 ? reference : t("dispute.inCycle", { reference, cycle }),
          ],
          respondBy !== null && [t("dispute.respondBy"), momentText(respondBy, language, now)],
          waitsOn !== null && [t("dispute.waitsOn"), t(`disputeSide.${waitsOn}`)],
          ruling !== null && [t("dispute.ruling"), t(`bankRuling.${ruling}`)],
        ]}
      />
      {/* Nothing can be brought to a dispute that is over, was accepted, or was not answered in time. */}
      {waitsOn !== null &&
        dispute.state !== "ACCEPTED" &&
        dispute.state !== "LAPSED" &&
        dispute.neededEvidence.length > 0 && (
          <>
            <h3 className={css.heading}>{t("dispute.evidence")}</h3>
            <ul className={css.needed}>
              {dispute.neededEvidence.map(({ text, present, need }) => (
                <li key={text} className={present ? css.present : css.gap}>
                  <Icon name={present ? "check" : "clock"} size="s" />
                  <span>{text}</span>
                  <small>{present ? t("dispute.present") : t(`evidenceNeed.${need}`)}</small>
                </li>
              ))}
            </ul>
          </>
        )}
    </Part>
  );
}
