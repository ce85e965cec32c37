import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { Icon } from "../ui/Icon.tsx";
import css from "./decision-trace.module.css";

export const DecisionTraceFragment = graphql(`
  fragment DecisionTrace_decision on Decision {
    straightThrough
    because
    policyChoice
    replaysTheSame
    facts
    trace {
      rowNumber
      hit
      text
    }
  }
`);

/** Why the policy says what it says: row by row down to the one that decided, and the facts it rests on. */
export function DecisionTrace({
  id,
  decision: of,
  children,
}: {
  readonly id: string;
  readonly decision: FragmentOf<typeof DecisionTraceFragment>;
  /** What can be done with it. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const decision = readFragment(DecisionTraceFragment, of);
  return (
    <div id={id} className={css.trace}>
      <p className={css.because}>{decision.because}</p>
      {decision.straightThrough && <p>{t("decision.straightThrough")}</p>}
      {decision.policyChoice !== null && <p>{decision.policyChoice}</p>}
      <p>{decision.replaysTheSame ? t("decision.replaysTheSame") : t("decision.replaysOtherwise")}</p>
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
      {children}
    </div>
  );
}
