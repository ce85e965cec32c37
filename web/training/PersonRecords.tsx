import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { usePages } from "../graphql/use-pages.ts";
import { Button } from "../ui/Button.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import type { ChangeWay } from "./ChangeAssignment.tsx";
import { RecordRowFragment } from "./RecordRow.tsx";
import { RecordTable } from "./RecordTable.tsx";

const PersonRecordsQuery = graphql(
  `
    query PersonRecords($staffId: ID!, $after: String) {
      trainingRecords(filter: { staffId: $staffId }, first: 50, after: $after) {
        edges {
          node {
            id
            ...RecordRow_record
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [RecordRowFragment],
);

const recordsOf = ({ trainingRecords }: ResultOf<typeof PersonRecordsQuery>) => trainingRecords;

/** What one person was given and took, the newest first. It is asked for beside the rest of its page, and drawn after it. */
export function usePersonRecords(staffId: string) {
  return usePages({ query: PersonRecordsQuery, variables: { staffId }, read: recordsOf });
}

export function PersonRecords({
  records: { nodes, hasNext, loading, error, more, retry, refresh },
  heading,
  may = [],
  onChanged = () => undefined,
}: {
  readonly records: ReturnType<typeof usePersonRecords>;
  readonly heading: string;
  readonly may?: readonly ChangeWay[];
  readonly onChanged?: () => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      {nodes.length > 0 && (
        <>
          <h2>{heading}</h2>
          <RecordTable
            records={nodes.map((node) => ({ id: node.id, row: node }))}
            withPerson={false}
            may={may}
            onChanged={() => {
              refresh();
              onChanged();
            }}
          />
        </>
      )}
      {error !== null && <FailureNotice failure={failureOf(error)} onRetry={retry} />}
      {hasNext === true && error === null && (
        <div>
          <Button busy={loading} onClick={more}>
            {t("common.loadMore")}
          </Button>
        </div>
      )}
    </>
  );
}
