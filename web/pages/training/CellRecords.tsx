import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { dayText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useNow } from "../../i18n/use-now.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { ChangeAssignment, type ChangeWay, waysToChange } from "../../training/ChangeAssignment.tsx";
import { WhyItStands } from "../../training/WhyItStands.tsx";
import { Button } from "../../ui/Button.tsx";
import css from "./cell-panel.module.css";

const CellRecordsQuery = graphql(`
  query CellRecords($filter: TrainingRecordFilter) {
    trainingRecords(filter: $filter, first: 20) {
      edges {
        node {
          id
          state
          cause
          open
          dueOn
          opensOn
          closesOn
          reason
          waivedBy {
            id
            name
          }
          withdrawalReason
          withdrawnAt
          withdrawnBy {
            id
            name
          }
        }
      }
    }
  }
`);

interface CellOf {
  readonly staffId: string;
  readonly person: string;
  readonly courseId: string;
  readonly course: string;
}

/** What a cell rests on that can be taken back: an assignment under way, or a waiver that holds, with why it was given. */
export function CellRecords({
  chosen,
  may,
  onChanged,
}: {
  readonly chosen: CellOf;
  readonly may: readonly ChangeWay[];
  readonly onChanged: (said: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { staffId, courseId, person, course } = chosen;
  const [change, setChange] = useState<{ readonly id: string; readonly way: ChangeWay } | null>(null);
  const [{ data, error }, again] = useQuery({
    query: CellRecordsQuery,
    variables: { filter: { staffId, courseId, states: ["ASSIGNED", "STARTED", "FAILED", "WAIVED"] } },
    requestPolicy: "cache-and-network",
  });
  if (error !== undefined && data === undefined)
    return <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const records = data?.trainingRecords.edges.map(({ node }) => node) ?? [];
  return records.map((record) => {
    const ways = waysToChange(record, may);
    if (ways.length === 0) return null;
    const way = change?.id === record.id ? change.way : null;
    const why = t("common.separated", {
      first: t(`training.state.${record.state}`),
      second: t(`training.cause.${record.cause}`),
    });
    return (
      <div key={record.id} className={css.record}>
        <p>
          {record.open && why}
          {record.open && record.dueOn !== null && (
            <> · {t("training.due", { day: dayText(record.dueOn, language, now) })}</>
          )}
          <WhyItStands record={record} />
        </p>
        <div className={css.buttons}>
          {ways.map((each) => (
            <Button key={each} size="small" onClick={() => setChange({ id: record.id, way: each })}>
              {t(`training.change.${each}.open`)}
            </Button>
          ))}
        </div>
        {way !== null && (
          <ChangeAssignment
            key={way}
            assignment={{ ...record, person, course }}
            way={way}
            onChanged={() => onChanged(t(`training.matrix.changed.${way}`, { person, course }))}
            onClose={() => setChange(null)}
          />
        )}
      </div>
    );
  });
}
