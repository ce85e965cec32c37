import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import css from "./finding.module.css";

export const FindingLinesFragment = graphql(`
  fragment FindingLines_item on SampleItem {
    findings {
      id
      severity
      state
      what
      dueOn
      overdue
      owner {
        id
        name
      }
    }
  }
`);

/** What was found with this case. */
export function FindingLines({ item: of }: { readonly item: FragmentOf<typeof FindingLinesFragment> }) {
  const { t } = useTranslation();
  const { findings } = readFragment(FindingLinesFragment, of);
  if (findings.length === 0) return null;
  return (
    <div>
      <h3>{t("findings.title")}</h3>
      <ul className={css.lines}>
        {findings.map((finding) => (
          <li key={finding.id}>
            <span className={css.chip} data-severity={finding.severity}>
              {t(`findings.severities.${finding.severity}`)}
            </span>
            <span>{finding.what}</span>
            <small>
              {finding.owner?.name} · {t("findings.due", { on: finding.dueOn })} ·{" "}
              {finding.overdue ? t("findings.overdue") : t(`findings.states.${finding.state}`)}
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
}
