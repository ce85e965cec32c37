import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { turnText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import css from "./policy-spine.module.css";

export const PolicySpineFragment = graphql(`
  fragment PolicySpine_policy on Policy {
    id
    name
    draft { id state versionName }
    versions { id name state effectiveFrom effectiveUntil changeNote decisionCount content { timeZone } }
  }
`);

/** What was withdrawn never began. */
const begins = {
  IN_FORCE: "policies.since",
  SCHEDULED: "policies.fromDay",
  RETIRED: "policies.since",
  WITHDRAWN: "policies.wasToBegin",
} as const;

const marks = { IN_FORCE: css.inForce, SCHEDULED: css.scheduled, RETIRED: "", WITHDRAWN: css.withdrawn } as const;

/** All versions of a policy, what is being written at the top: the history as one line down the page. */
export function PolicySpine({
  policy: of,
  chosen,
  now,
}: {
  readonly policy: FragmentOf<typeof PolicySpineFragment>;
  /** The id of the version that is shown; null for the draft. */
  readonly chosen: string | null;
  readonly now: Date;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const policy = readFragment(PolicySpineFragment, of);
  const base = `/policies/${policy.name}`;
  return (
    <nav aria-label={t("policies.versions")}>
      <ol className={css.spine}>
        {policy.draft !== null && (
          <li>
            <Link to={`${base}?version=draft`} aria-current={chosen === null ? "page" : undefined}>
              <span className={`${css.mark} ${css.draft}`} />
              <span>
                <span className={css.name}>{policy.draft.versionName}</span>{" "}
                {t(`policies.draftState.${policy.draft.state}`)}
              </span>
            </Link>
          </li>
        )}
        {policy.versions.map((version) => {
          // By the clocks that the version itself goes by, as its own page says it.
          const turn = (at: string) => turnText(at, language, now, version.content?.timeZone);
          return (
            <li key={version.id}>
              <Link to={`${base}?version=${version.name}`} aria-current={chosen === version.id ? "page" : undefined}>
                <span className={`${css.mark} ${marks[version.state]}`} />
                <span>
                  <span className={css.name}>{version.name}</span> {t(`policies.versionState.${version.state}`)}
                </span>
                <span className={css.meta}>
                  {version.effectiveUntil === null || version.state === "WITHDRAWN"
                    ? t(begins[version.state], {
                        from: turn(version.effectiveFrom),
                      })
                    : t("policies.fromTo", { from: turn(version.effectiveFrom), to: turn(version.effectiveUntil) })}
                </span>
                {version.decisionCount !== null && (
                  <span className={css.meta}>{t("policies.decisions", { count: version.decisionCount })}</span>
                )}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
