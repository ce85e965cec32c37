import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Icon } from "../ui/Icon.tsx";
import { Part } from "../ui/Part.tsx";
import css from "./case-checks.module.css";
import { checkLooks } from "./check-looks.ts";

export const CaseChecksFragment = graphql(`
  fragment CaseChecks_case on Case {
    checks {
      kind
      outcome
      automatic
      reason
      at
      by {
        id
        name
      }
      windowDay {
        day
        of
      }
    }
  }
`);

type Check = ResultOf<typeof CaseChecksFragment>["checks"][number];

/** What must be known before money moves, and how each stands. */
export function CaseChecks({ case: of }: { readonly case: FragmentOf<typeof CaseChecksFragment> }) {
  const { t } = useTranslation();
  const { checks } = readFragment(CaseChecksFragment, of);
  const open = checks.filter(({ outcome }) => outcome === "PENDING" || outcome === "FAILED").length;
  return (
    <Part
      title={t("case.checks")}
      aside={checks.length > 0 && t("case.checksSum", { satisfied: checks.length - open, open })}
    >
      <ul className={css.checks}>
        {checks.map((check) => (
          <CheckLine key={check.kind} check={check} />
        ))}
      </ul>
    </Part>
  );
}

/** How it stands; below it who settled that and when, and for the window on which day. */
function CheckLine({ check }: { readonly check: Check }) {
  const { t } = useTranslation();
  const { kind, outcome, reason, windowDay } = check;
  const settledBy = useSettledBy(check);
  return (
    <li className={`${css[checkLooks[outcome].name]} ${reason === null ? "" : css.reasoned}`}>
      <Icon name={checkLooks[outcome].icon} size="s" />
      <span>{t(`checkKind.${kind}`)}</span>
      <small>{t(`checkOutcome.${outcome}`)}</small>
      {windowDay !== null && <p>{t("case.windowDay", { ...windowDay })}</p>}
      {settledBy !== null && <p>{settledBy}</p>}
      {reason !== null && <p className={css.reason}>{reason}</p>}
    </li>
  );
}

/** Null while nobody and nothing has settled it. */
function useSettledBy({ outcome, automatic, at, by }: Check): string | null {
  const { t } = useTranslation();
  const [language, now] = [useLanguage(), useNow()];
  if (at === null || outcome === "PENDING") return null;
  const moment = momentText(at, language, now);
  if (automatic) return t("case.checkBy.auto", { at: moment });
  return by === null
    ? t("case.checkBy.someone", { at: moment })
    : t("case.checkBy.person", { name: by.name, at: moment });
}
