import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Facts } from "../ui/Facts.tsx";
import { Part } from "../ui/Part.tsx";
import { StageChip } from "../ui/StageChip.tsx";

export const ReferralPartFragment = graphql(`
  fragment ReferralPart_case on Case {
    referral {
      id
      state
      outcome
      reference
      lodgedAt
      endedAt
      agency {
        name
        channel
        address
      }
    }
  }
`);

/** The complaint at the agency, once there is one. */
export function ReferralPart({ case: of }: { readonly case: FragmentOf<typeof ReferralPartFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { referral } = readFragment(ReferralPartFragment, of);
  if (referral === null) return null;
  const { agency, reference, endedAt, outcome } = referral;
  return (
    <Part
      title={t("referral.title")}
      aside={<StageChip tone="protection" word={t(`referralState.${referral.state}`)} />}
    >
      <Facts
        facts={[
          [t("referral.agency"), agency.name],
          [t("referral.channel"), agency.channel],
          [t("referral.lodged"), momentText(referral.lodgedAt, language, now)],
          reference !== null && [t("referral.reference"), reference],
          outcome !== null && [t("referral.outcome"), t(`agencyOutcome.${outcome}`)],
          endedAt !== null && [t("referral.ended"), momentText(endedAt, language, now)],
        ]}
      />
    </Part>
  );
}
