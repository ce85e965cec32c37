import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import type { CaseStage } from "../graphql/words.ts";
import { toneOfState } from "./case-state.ts";
import css from "./stage-strip.module.css";

export const StageStripFragment = graphql(`
  fragment StageStrip_case on Case {
    stage
    state
  }
`);

/** The four stages of a matter in their order. */
const order: Record<CaseStage, number> = { REQUEST: 0, VERIFICATION: 1, BANK: 2, CONSUMER_PROTECTION: 3 };
const stages = ["REQUEST", "VERIFICATION", "BANK", "CONSUMER_PROTECTION"] as const satisfies readonly CaseStage[];

/** How far the matter has gone. */
export function StageStrip({ case: of }: { readonly case: FragmentOf<typeof StageStripFragment> }) {
  const { t } = useTranslation();
  const { stage, state } = readFragment(StageStripFragment, of);
  return (
    <ol className={css.stages} aria-label={t("case.stages")}>
      {stages.map((name) => {
        const isNow = name === stage;
        const place = isNow ? css.now : order[name] < order[stage] ? css.done : css.ahead;
        return (
          <li key={name} className={place} data-tone={toneOfState[state]} aria-current={isNow ? "step" : undefined}>
            {t(`caseStage.${name}`)}
          </li>
        );
      })}
    </ol>
  );
}
