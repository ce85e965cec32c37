import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import wide from "../ui/wide-only.module.css";

export const ReferralRowFragment = graphql(`
  fragment ReferralRow_referral on Referral {
    state
    outcome
    reference
    lodgedAt
    agency {
      name
    }
  }
`);

/** One complaint at an agency as a row. `matter` says whose it is, `clock` how long the agency or we have. */
export function ReferralRow({
  referral: of,
  matter,
  clock,
}: {
  readonly referral: FragmentOf<typeof ReferralRowFragment>;
  readonly matter: ReactNode;
  readonly clock: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { state, outcome, reference, lodgedAt, agency } = readFragment(ReferralRowFragment, of);
  return (
    <tr>
      <td>{matter}</td>
      <td className={wide.only}>{agency.name}</td>
      <td className={wide.end}>{outcome === null ? t(`referralState.${state}`) : t(`agencyOutcome.${outcome}`)}</td>
      <td className={wide.only}>{reference}</td>
      <td className={wide.only}>{momentText(lodgedAt, language, now)}</td>
      <td className={wide.whole}>{clock}</td>
    </tr>
  );
}
