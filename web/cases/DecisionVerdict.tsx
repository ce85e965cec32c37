import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import css from "./decision-trace.module.css";

export const DecisionVerdictFragment = graphql(`
  fragment DecisionVerdict_decision on Decision {
    outcome
    rowNumber
    policyVersion {
      id
      name
      title
    }
  }
`);

interface DecisionVerdictProps {
  readonly decision: FragmentOf<typeof DecisionVerdictFragment>;
  readonly isOpen: boolean;
  /** The trace that the button opens. */
  readonly traceId: string;
  readonly onToggle: () => void;
}

/** What the policy says of the case, in one line, with the way to its reasons. */
export function DecisionVerdict({ decision, isOpen, traceId, onToggle }: DecisionVerdictProps) {
  const { t } = useTranslation();
  const { outcome, rowNumber, policyVersion } = readFragment(DecisionVerdictFragment, decision);
  const words = {
    policy: policyVersion.title,
    version: policyVersion.name,
    outcome: t(`policyOutcome.${outcome}`),
  };
  return (
    <>
      {rowNumber === null ? t("decision.says", words) : t("decision.saysRow", { ...words, row: rowNumber })}{" "}
      <span className={css.why}>
        ·{" "}
        <Button look="link" size="small" aria-expanded={isOpen} aria-controls={traceId} onClick={onToggle}>
          {t("decision.why")}
        </Button>
      </span>
    </>
  );
}
