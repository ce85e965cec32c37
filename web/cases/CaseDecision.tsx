import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { Icon } from "../ui/Icon.tsx";
import css from "./case-decision.module.css";

export const CaseDecisionFragment = graphql(`
  fragment CaseDecision_case on Case {
    decision {
      id
      outcome
      rowNumber
      straightThrough
      because
      facts
      trace {
        rowNumber
        hit
        text
      }
      policyVersion {
        version
      }
    }
  }
`);

/** What the policy says of the case in one line, opening to what it rests on, row by row. */
export function CaseDecision({ case: of }: { readonly case: FragmentOf<typeof CaseDecisionFragment> }) {
  const { t } = useTranslation();
  const { decision } = readFragment(CaseDecisionFragment, of);
  if (decision === null) return <p className={css.none}>{t("decision.none")}</p>;
  const { rowNumber, policyVersion } = decision;
  const words = { version: policyVersion.version, outcome: t(`policyOutcome.${decision.outcome}`) };
  return (
    <details className={css.decision}>
      <summary>
        {rowNumber === null ? t("decision.says", words) : t("decision.saysRow", { ...words, row: rowNumber })}
        {" · "}
        <span className={css.why}>{t("decision.why")}</span>
      </summary>
      <div className={css.trace}>
        <p className={css.because}>{decision.because}</p>
        {decision.straightThrough && <p>{t("decision.straightThrough")}</p>}
        <h3>{t("decision.trace")}</h3>
        <ol>
          {decision.trace.map((line) => (
            <li key={line.rowNumber ?? "otherwise"} className={line.hit ? css.hit : undefined}>
              <Icon name={line.hit ? "check" : "close"} size="s" />
              <span>
                <span className="quiet">{line.hit ? t("decision.hit") : t("decision.miss")}</span> {line.text}
              </span>
            </li>
          ))}
        </ol>
        <h3>{t("decision.facts")}</h3>
        <ul>
          {decision.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}
