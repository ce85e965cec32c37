import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import css from "./breach-list.module.css";

export const BreachListFragment = graphql(`
  fragment BreachList_breach on ClockBreach {
    id
    title
    at
    dueAt
    metAt
    nextKind
    nextAt
    assignee {
      id
      name
    }
    case {
      id
      number
    }
  }
`);

const [day, hour, minute] = [86_400_000, 3_600_000, 60_000];

/** Which clock ran out, who had the case then, how late it got, and what happened next. */
export function BreachList({ breaches }: { readonly breaches: readonly FragmentOf<typeof BreachListFragment>[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const span = (ms: number) => {
    if (ms >= 2 * day) return t("supervisor.spanDays", { count: Math.floor(ms / day) });
    if (ms >= hour) return t("supervisor.spanHours", { count: Math.floor(ms / hour) });
    return t("supervisor.spanMinutes", { count: Math.max(1, Math.floor(ms / minute)) });
  };
  return (
    <ul className={css.list}>
      {readFragment(BreachListFragment, breaches).map((one) => {
        const until = one.metAt === null ? now : new Date(one.metAt);
        return (
          <li key={one.id}>
            <p className={css.title}>
              {one.title} {one.case !== null && <Link to={`/cases/${one.case.number}`}>{one.case.number}</Link>}
            </p>
            <p className={css.late}>
              {one.dueAt !== null &&
                t("supervisor.lateBy", { span: span(until.getTime() - new Date(one.dueAt).getTime()) })}
              {one.metAt === null && <span className={css.still}>{t("supervisor.stillLate")}</span>}
            </p>
            <p className={css.fact}>
              {one.assignee === null ? t("supervisor.hadNobody") : t("supervisor.hadIt", { name: one.assignee.name })}
            </p>
            <p className={css.fact}>
              {one.nextKind === null || one.nextAt === null
                ? t("supervisor.nothingNext")
                : t("supervisor.nextWas", {
                    what: t(`event.${one.nextKind}`),
                    when: momentText(one.nextAt, language, now),
                  })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
