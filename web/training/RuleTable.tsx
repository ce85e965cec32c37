import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { dayText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Button } from "../ui/Button.tsx";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import css from "./record-row.module.css";

export const RuleTableFragment = graphql(`
  fragment RuleTable_rule on TrainingRule {
    id
    kind
    role
    merchantId
    institutionId
    joinedFrom
    dueInDays
    daysAhead
    version
    course {
      id
      code
      title
    }
  }
`);
export type Rule = ResultOf<typeof RuleTableFragment>;

/** Every rule that holds as a sentence in columns: which course, to whom, when, and by when it is due. */
export function RuleTable({
  rules,
  onChange,
  onEnd,
}: {
  readonly rules: readonly FragmentOf<typeof RuleTableFragment>[];
  /** Null where the reader only looks. */
  readonly onChange: ((rule: Rule) => void) | null;
  readonly onEnd: ((rule: Rule) => void) | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const inOrder = rules.map((of) => readFragment(RuleTableFragment, of)).sort(byCourse);
  return (
    <ScrollBox label={t("training.rules.title")}>
      <table className={css.table}>
        <thead>
          <tr>
            {(["course", "kind", "whom", "due"] as const).map((name) => (
              <th key={name} scope="col">
                {t(`training.rules.${name}`)}
              </th>
            ))}
            {onChange !== null && (
              <th scope="col">
                <span className="quiet">{t("training.rules.act")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {inOrder.map((rule) => {
            const { id, kind, role, merchantId, institutionId, joinedFrom, dueInDays, daysAhead, course } = rule;
            return (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/learn/${course.code}`}>{course.title}</Link>
                </th>
                <td>
                  {t(`training.rules.kindName.${kind}`)}
                  {kind === "EXPIRY" && <small>{t("training.rules.ahead", { count: daysAhead ?? 0 })}</small>}
                </td>
                <td data-name={t("training.rules.whom")}>
                  {role === null ? t("training.matrix.everyRole") : t(`role.${role}`)}
                  {merchantId !== null && <small>{t("training.rules.oneMerchant")}</small>}
                  {institutionId !== null && <small>{t("training.rules.oneBank")}</small>}
                  {joinedFrom !== null && (
                    <small>{t("training.rules.joined", { day: dayText(joinedFrom, language, now) })}</small>
                  )}
                </td>
                <td data-name={t("training.rules.due")}>
                  {kind === "EXPIRY"
                    ? t("training.rules.dueWithRecord")
                    : t("training.rules.dueIn", { count: dueInDays })}
                </td>
                {onChange !== null && onEnd !== null && (
                  <td>
                    <div className={css.acts}>
                      <Button
                        size="small"
                        aria-label={t("training.rules.changeOf", { course: course.title })}
                        onClick={() => onChange(rule)}
                      >
                        {t("training.rules.change")}
                      </Button>
                      <Button
                        size="small"
                        aria-label={t("training.rules.endOf", { course: course.title })}
                        onClick={() => onEnd(rule)}
                      >
                        {t("training.rules.end")}
                      </Button>
                    </div>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** What is said of one course stands together. */
function byCourse(left: Rule, right: Rule): number {
  return left.course.code.localeCompare(right.course.code) || right.kind.localeCompare(left.kind);
}
