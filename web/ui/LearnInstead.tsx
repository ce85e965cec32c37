import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useListText } from "../i18n/use-list-text.ts";
import css from "./learn-instead.module.css";

/** A reason as far as training goes: the course that is missing, and colleagues who have learned it. */
export interface ToLearn {
  readonly course: { readonly id: string; readonly code: string; readonly title: string } | null;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

/** Where a record is missing: the way to the course, and who could do it meanwhile. */
export function LearnInstead({ reasons }: { readonly reasons: readonly ToLearn[] }) {
  const { t } = useTranslation();
  const listed = useListText();
  return reasons.map(({ course, colleagues }) => {
    if (course === null) return null;
    const names = listed(colleagues.map(({ name }) => name));
    return (
      <span key={course.id} className={css.way}>
        <Link to={`/learn/${course.code}`}>{t("training.gate.learn", { course: course.title })}</Link>
        <span>{names === "" ? t("training.gate.nobody") : t("training.gate.others", { names })}</span>
      </span>
    );
  });
}
