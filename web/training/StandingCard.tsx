import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { dayOf, dayText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useListText } from "../i18n/use-list-text.ts";
import { useNow } from "../i18n/use-now.ts";
import { StandingMark } from "./StandingMark.tsx";
import css from "./standing-card.module.css";

export const StandingCardFragment = graphql(`
  fragment StandingCard_standing on CourseStanding {
    standing
    validUntil
    dueOn
    course {
      id
      code
      title
      summary
      opens
      published {
        id
        minutes
      }
    }
  }
`);

/** One course as it is to one person: how they stand, until when, what it opens, and the way to it where it is theirs. */
export function StandingCard({
  standing: of,
  isOwn,
}: {
  readonly standing: FragmentOf<typeof StandingCardFragment>;
  readonly isOwn: boolean;
}) {
  const { t } = useTranslation();
  const listed = useListText();
  const language = useLanguage();
  const now = useNow();
  const { standing, validUntil, dueOn, course } = readFragment(StandingCardFragment, of);
  const day = (on: string) => dayText(on, language, now);
  const holds = standing === "VALID" || standing === "LAPSING";
  // Assigned anew while the record holds, as by a new edition of the policy: it is due all the same.
  const isOverdue = dueOn !== null && dueOn < dayOf(now);
  const hasLapsed = standing === "LAPSED" && validUntil !== null;
  const lasts =
    validUntil === null
      ? t("training.forGood")
      : t(hasLapsed ? "training.lapsedOn" : "training.until", { day: day(validUntil) });
  return (
    <li className={`${css.card} ${css[standing]}`}>
      <StandingMark standing={standing} />
      <div className={css.text}>
        <h3>{course.title}</h3>
        <p className={css.standing}>
          <b>{standing === "VALID" || hasLapsed ? lasts : t(`training.standing.${standing}`)}</b>
          {standing === "LAPSING" && <span>{lasts}</span>}
          {dueOn !== null && (
            <span>{t(isOverdue ? "training.overdueSince" : "training.due", { day: day(dueOn) })}</span>
          )}
        </p>
        <p>{course.summary}</p>
        {course.opens.length > 0 && !holds && (
          <p className={css.opens}>
            {t("training.opens", {
              actions: listed(course.opens.map((action) => t(`caseAction.${action}`))),
            })}
          </p>
        )}
      </div>
      {isOwn && (standing !== "VALID" || dueOn !== null) && course.published !== null && (
        <Link className={css.go} to={`/learn/${course.code}`}>
          {t(holds || standing === "LAPSED" ? "training.again" : "training.learn")}
        </Link>
      )}
    </li>
  );
}
