import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { dayText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Attempts } from "./Attempts.tsx";
import css from "./record-row.module.css";

export const RecordRowFragment = graphql(`
  fragment RecordRow_record on TrainingRecord {
    id
    state
    cause
    overdue
    dueOn
    validFrom
    validUntil
    score
    attempts {
      id
      number
      startedAt
      submittedAt
      score
      passed
      courseVersion
    }
    certificateUrl
    reason
    outsideNumber
    importedBy {
      fileName
      by
    }
    staff {
      id
      name
      role
    }
    course {
      id
      title
    }
  }
`);

/** One record as a row; without its person where the page is about one. */
export function RecordRow({
  record: of,
  withPerson,
}: {
  readonly record: FragmentOf<typeof RecordRowFragment>;
  readonly withPerson: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const record = readFragment(RecordRowFragment, of);
  const day = (on: string | null) => (on === null ? "–" : dayText(on, language, now));
  const holds = record.state === "PASSED" || record.state === "WAIVED" || record.state === "EXPIRED";
  return (
    <tr>
      {withPerson && (
        <th scope="row">
          <Link to={`/training/people/${record.staff.id}`}>{record.staff.name}</Link>
          <small>{t(`role.${record.staff.role}`)}</small>
        </th>
      )}
      <td>{record.course.title}</td>
      <td className={record.overdue || record.state === "EXPIRED" || record.state === "MISSED" ? css.late : undefined}>
        {t(record.overdue ? "training.standing.OVERDUE" : `training.state.${record.state}`)}
        {record.reason !== null && <small>{t("training.reason", { reason: record.reason })}</small>}
      </td>
      <td data-name={t("training.records.cause")}>
        {t(`training.cause.${record.cause}`)}
        {record.importedBy !== null && (
          <small>{t("training.outside.from", { by: record.importedBy.by, file: record.importedBy.fileName })}</small>
        )}
      </td>
      <td data-name={t("training.records.due")}>{day(record.dueOn)}</td>
      <td data-name={t("training.records.valid")}>
        {holds ? (record.validUntil === null ? t("training.forGood") : day(record.validUntil)) : "–"}
      </td>
      <td data-name={t("training.records.result")}>
        {record.score === null ? "–" : t("training.score", { score: record.score })}
        <Attempts attempts={record.attempts} />
        {record.outsideNumber !== null && (
          <small>{t("training.outside.number", { number: record.outsideNumber })}</small>
        )}
        {record.certificateUrl !== null && (
          <small>
            <a href={record.certificateUrl}>{t("training.certificate")}</a>
          </small>
        )}
      </td>
    </tr>
  );
}
