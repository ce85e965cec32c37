import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
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
  return records.map((record) =>
    waysToChange(record, may).map((way) => (
      <div key={`${record.id} ${way}`} className={css.record}>
        {way === "WAIVER" && (
          <p>
            <WhyItStands record={record} />
          </p>
        )}
        <Button size="small" onClick={() => setChange({ id: record.id, way })}>
          {t(`training.change.${way}.open`)}
        </Button>
        {change?.id === record.id && change.way === way && (
          <ChangeAssignment
            assignment={{ ...record, person, course }}
            way={way}
            onChanged={() => onChanged(t(`training.matrix.changed.${way}`, { person, course }))}
            onClose={() => setChange(null)}
          />
        )}
      </div>
    )),
  );
}
