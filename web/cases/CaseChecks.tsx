import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import type { CheckOutcome } from "../graphql/words.ts";
import { Icon, type IconName } from "../ui/Icon.tsx";
import { Part } from "../ui/Part.tsx";
import css from "./case-checks.module.css";

export const CaseChecksFragment = graphql(`
  fragment CaseChecks_case on Case {
    checks {
      kind
      outcome
      automatic
      reason
    }
  }
`);

const looks: Record<CheckOutcome, { readonly icon: IconName; readonly name: "passed" | "failed" | "open" | "aside" }> =
  {
    PASSED: { icon: "check", name: "passed" },
    FAILED: { icon: "close", name: "failed" },
    PENDING: { icon: "clock", name: "open" },
    WAIVED: { icon: "dots", name: "aside" },
    NOT_NEEDED: { icon: "dots", name: "aside" },
  };

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
        {checks.map(({ kind, outcome, automatic, reason }) => (
          <li key={kind} className={`${css[looks[outcome].name]} ${reason === null ? "" : css.reasoned}`}>
            <Icon name={looks[outcome].icon} size="s" />
            <span>{t(`checkKind.${kind}`)}</span>
            <small>{outcome === "PASSED" && automatic ? t("case.checkAuto") : t(`checkOutcome.${outcome}`)}</small>
            {reason !== null && <p>{reason}</p>}
          </li>
        ))}
      </ul>
    </Part>
  );
}
