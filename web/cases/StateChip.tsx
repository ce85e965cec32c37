import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { StageChip } from "../ui/StageChip.tsx";
import { toneOfState } from "./case-state.ts";

export const StateChipFragment = graphql(`
  fragment StateChip_case on Case {
    state
    outcome
  }
`);

/** Where the case rests; a closed one says what became of the money. */
export function StateChip({ case: of }: { readonly case: FragmentOf<typeof StateChipFragment> }) {
  const { t } = useTranslation();
  const { state, outcome } = readFragment(StateChipFragment, of);
  return (
    <StageChip
      tone={toneOfState[state]}
      word={outcome === null ? t(`caseState.${state}`) : t(`caseOutcome.${outcome}`)}
    />
  );
}
