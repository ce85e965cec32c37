import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { dayText, exactText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Facts } from "../ui/Facts.tsx";
import { ChangeFinding } from "./ChangeFinding.tsx";
import css from "./finding.module.css";
import { MoveFinding } from "./MoveFinding.tsx";

export const FindingItemFragment = graphql(`
  fragment FindingItem_finding on AuditFinding {
    id
    version
    caseNumber
    severity
    severityMeans
    what
    cause
    correction
    dueOn
    state
    overdue
    steps
    owner {
      id
      name
    }
    sample {
      id
    }
    item {
      id
      position
    }
    log {
      id
      kind
      at
      note
      to
      actor {
        id
        name
      }
    }
  }
`);

/** One finding: what was found and why, who puts it right by when, and what became of it. */
export function FindingItem({
  finding: of,
  mayChange,
}: {
  readonly finding: FragmentOf<typeof FindingItemFragment>;
  /** The viewer reviews, and so says whose it is and by when. */
  readonly mayChange: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const finding = readFragment(FindingItemFragment, of);
  const { id, version, severity, state, overdue, owner, sample, item, dueOn } = finding;
  return (
    <details className={css.item}>
      <summary className={css.line}>
        <span className={css.chip} data-severity={severity}>
          {t(`findings.severities.${severity}`)}
        </span>
        <span>{finding.what}</span>
        <span className={css.quiet}>{owner?.name}</span>
        <span className={css.quiet}>{t("findings.due", { on: dayText(dueOn, language, now) })}</span>
        <span className={css.quiet}>{finding.caseNumber}</span>
        <span className={css.chip} data-state={overdue ? "late" : state}>
          {overdue ? t("findings.overdue") : t(`findings.states.${state}`)}
        </span>
      </summary>
      <div className={css.inside}>
        <Facts
          facts={[
            [t("findings.severity"), finding.severityMeans],
            [t("findings.cause"), finding.cause],
            [t("findings.correction"), finding.correction],
          ]}
        />
        <p className={css.steps}>
          <Link to={`/cases/${finding.caseNumber}`}>{t("samples.openCase", { number: finding.caseNumber })}</Link>
          {sample !== null && item !== null && (
            <Link to={`/audit/samples/${sample.id}?case=${item.position}`}>{t("findings.ofSample")}</Link>
          )}
        </p>
        <div>
          <h3>{t("findings.history")}</h3>
          <ol>
            {finding.log.map((event, at) => (
              <li key={event.id}>
                {t("findings.happenedLine", {
                  at: exactText(event.at),
                  name: event.actor?.name ?? "",
                  what: toWords(event, stateBefore(at)),
                })}
                {event.note !== null && (
                  <>
                    {" "}
                    <q>{event.note}</q>
                  </>
                )}
              </li>
            ))}
          </ol>
        </div>
        {finding.steps.length > 0 && <MoveFinding findingId={id} version={version} steps={finding.steps} />}
        {mayChange && state !== "VERIFIED" && (
          <ChangeFinding findingId={id} version={version} terms={{ severity, ownerId: owner?.id ?? "", dueOn }} />
        )}
      </div>
    </details>
  );

  /** Where it rested before that line of its history. */
  function stateBefore(at: number): string | null {
    return finding.log.slice(0, at).findLast(({ to }) => to !== null)?.to ?? null;
  }

  function toWords({ kind, to }: (typeof finding.log)[number], before: string | null): string {
    if (before === "DONE" && to === "IN_PROGRESS") return t("findings.sentBack");
    const isState = to === "OPEN" || to === "IN_PROGRESS" || to === "DONE" || to === "VERIFIED";
    return isState ? t(`findings.states.${to}`) : t(`findings.happened.${kind}`);
  }
}
