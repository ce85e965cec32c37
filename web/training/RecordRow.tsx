import { type FragmentOf, readFragment } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { dayText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Button } from "../ui/Button.tsx";
import { Attempts } from "./Attempts.tsx";
import { ChangeAssignment, type ChangeWay, waysToChange } from "./ChangeAssignment.tsx";
import { DueChanges } from "./DueChanges.tsx";
import css from "./record-row.module.css";
import { WhyItStands } from "./WhyItStands.tsx";

export const RecordRowFragment = graphql(`
  fragment RecordRow_record on TrainingRecord {
    id
    state
    cause
    open
    overdue
    dueOn
    opensOn
    closesOn
    dueChanges {
      id
      at
      by
      from
      to
      reason
    }
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
    withdrawalReason
    withdrawnAt
    waivedBy {
      id
      name
    }
    withdrawnBy {
      id
      name
    }
    outsideNumber
    importedBy {
      fileName
      by
    }
    staff {
      id
      name
      role
      state
    }
    course {
      id
      title
    }
  }
`);

const late = ["EXPIRED", "MISSED"];
const unfinished = ["ASSIGNED", "STARTED", "MISSED"];

/** One record as a row; without its person where the page is about one. */
export function RecordRow({
  record: of,
  withPerson,
  may,
  onChanged,
}: {
  readonly record: FragmentOf<typeof RecordRowFragment>;
  readonly withPerson: boolean;
  /** Which changes the viewer may make; none: they stand in no column. */
  readonly may: readonly ChangeWay[];
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const record = readFragment(RecordRowFragment, of);
  const [way, setWay] = useState<ChangeWay | null>(null);
  const assignment = { ...record, person: record.staff.name, course: record.course.title };
  const day = (on: string | null) => (on === null ? "–" : dayText(on, language, now));
  // Whoever has left is not chased for what they never came to.
  const isOver = record.staff.state === "LEFT" && unfinished.includes(record.state);
  const ways = waysToChange(record, may);
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
      <td className={!isOver && (record.overdue || late.includes(record.state)) ? css.late : undefined}>
        {t(
          isOver
            ? "training.personLeft"
            : record.overdue
              ? "training.standing.OVERDUE"
              : `training.state.${record.state}`,
        )}
        <WhyItStands record={record} />
      </td>
      <td data-name={t("training.records.cause")}>
        {t(`training.cause.${record.cause}`)}
        {record.importedBy !== null && (
          <small>{t("training.outside.from", { by: record.importedBy.by, file: record.importedBy.fileName })}</small>
        )}
      </td>
      <td data-name={t("training.records.due")} className={css.day}>
        {day(record.dueOn)}
        <DueChanges changes={record.dueChanges} />
      </td>
      <td data-name={t("training.records.valid")} className={css.day}>
        {holds ? (record.validUntil === null ? t("training.forGood") : day(record.validUntil)) : "–"}
      </td>
      <td data-name={t("training.records.result")}>
        {record.score === null ? "–" : t("training.score", { score: record.score })}
        <Attempts attempts={record.attempts} isOpen={record.open} />
        {record.outsideNumber !== null && (
          <small>{t("training.outside.number", { number: record.outsideNumber })}</small>
        )}
        {record.certificateUrl !== null && (
          <small>
            <a href={record.certificateUrl}>{t("training.certificate")}</a>
          </small>
        )}
      </td>
      {may.length > 0 && (
        <td>
          {ways.length > 0 && (
            <div className={css.acts}>
              {ways.map((way) => (
                <Button
                  key={way}
                  size="small"
                  aria-label={t(`training.change.${way}.title`, assignment)}
                  onClick={() => setWay(way)}
                >
                  {t(`training.change.${way}.open`)}
                </Button>
              ))}
            </div>
          )}
          {way !== null && (
            <ChangeAssignment assignment={assignment} way={way} onChanged={onChanged} onClose={() => setWay(null)} />
          )}
        </td>
      )}
    </tr>
  );
}
