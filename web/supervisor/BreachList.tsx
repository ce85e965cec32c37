import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import type { ClockOwner } from "../graphql/words.ts";
import { momentText } from "../i18n/times.ts";
import { useEitherText } from "../i18n/use-either-text.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { BreachWhy, BreachWhyFragment } from "./BreachWhy.tsx";
import css from "./breach-list.module.css";
import { useSpan } from "./use-span.ts";

export const BreachListFragment = graphql(
  `
    fragment BreachList_breach on ClockBreach {
      id
      title
      rule
      clock {
        id
        owner
      }
      at
      dueAt
      metAt
      nextKind
      nextAt
      assignee {
        id
        name
      }
      approvers {
        id
        name
      }
      case {
        id
        number
      }
      ...BreachWhy_breach
    }
  `,
  [BreachWhyFragment],
);

/** Whoever had to act: to agree to a refund is not for whoever has the case, and any one of those who were asked could. */
function useWaitedFor() {
  const { t } = useTranslation();
  const either = useEitherText();
  return (rule: string, owner: ClockOwner, approvers: readonly { readonly name: string }[]) => {
    if (rule !== "approval") return t(`clockOwner.${owner}`);
    if (approvers.length === 0) return t("supervisor.approver");
    return t("supervisor.approvers", { names: either(approvers.map(({ name }) => name)) });
  };
}

/** Which clock ran out, who had the case then, how late it got, what happened next, and on asking why. */
export function BreachList({
  breaches,
  proofOf,
}: {
  readonly breaches: readonly FragmentOf<typeof BreachListFragment>[];
  /** What shows why it was due when it was, by the breach's id. */
  readonly proofOf: (id: string) => ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const span = useSpan();
  const waitedFor = useWaitedFor();
  return (
    <ul className={css.list}>
      {readFragment(BreachListFragment, breaches).map((one) => {
        const until = one.metAt === null ? now : new Date(one.metAt);
        return (
          <li key={one.id}>
            <p className={css.title}>
              {one.title}{" "}
              {one.case !== null && (
                <Link className="whole" to={`/cases/${one.case.number}`}>
                  {one.case.number}
                </Link>
              )}
            </p>
            <p className={css.late}>
              {one.dueAt !== null &&
                t("supervisor.lateBy", { span: span(until.getTime() - new Date(one.dueAt).getTime()) })}
              {one.metAt === null && <span className={css.still}>{t("supervisor.stillLate")}</span>}
            </p>
            <p className={css.fact}>
              {one.clock !== null && (
                <span>{t("supervisor.waitedFor", { who: waitedFor(one.rule, one.clock.owner, one.approvers) })}</span>
              )}
              <span>
                {one.assignee === null ? t("supervisor.hadNobody") : t("supervisor.hadIt", { name: one.assignee.name })}
              </span>
            </p>
            <p className={css.fact}>
              {one.nextKind === null || one.nextAt === null
                ? t("supervisor.nothingNext")
                : t("supervisor.nextWas", {
                    what: t(`event.${one.nextKind}`),
                    when: momentText(one.nextAt, language, now),
                  })}
            </p>
            <details className={css.why}>
              <summary>{t("supervisor.why")}</summary>
              <BreachWhy breach={one} proof={proofOf(one.id)} />
            </details>
          </li>
        );
      })}
    </ul>
  );
}
