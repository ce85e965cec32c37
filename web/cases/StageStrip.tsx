import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import type { CaseStage } from "../graphql/words.ts";
import { toneOfState } from "./case-state.ts";
import { placeOfStage } from "./stage-places.ts";
import css from "./stage-strip.module.css";

export const StageStripFragment = graphql(`
  fragment StageStrip_case on Case {
    stage
    state
    origin
    dispute {
      id
    }
    referral {
      id
    }
  }
`);

/** The four stages of a matter in their order. */
const stages = ["REQUEST", "VERIFICATION", "BANK", "CONSUMER_PROTECTION"] as const satisfies readonly CaseStage[];

/** Where the matter is, and where it has been. */
export function StageStrip({ case: of }: { readonly case: FragmentOf<typeof StageStripFragment> }) {
  const { t } = useTranslation();
  const { stage, state, origin, dispute, referral } = readFragment(StageStripFragment, of);
  const way = { stage, origin, wasAtBank: dispute !== null, wasAtAgency: referral !== null };
  return (
    <ol className={css.stages} aria-label={t("case.stages")}>
      {stages.map((name) => {
        const place = placeOfStage(name, way);
        return (
          <li
            key={name}
            className={css[place]}
            data-tone={toneOfState[state]}
            aria-current={place === "now" ? "step" : undefined}
          >
            {t(`caseStage.${name}`)}
          </li>
        );
      })}
    </ol>
  );
}
