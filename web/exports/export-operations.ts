import { graphql } from "../graphql/graphql.ts";

export const ExportLineFragment = graphql(`
  fragment ExportLine_run on ExportRun {
    id
    kind
    state
    rowsTotal
    rowsWritten
    bytes
    failure
    filePath
    startedAt
    expiresAt
    downloads
  }
`);

export const StartExportMutation = graphql(
  `
    mutation StartExport($input: StartExportInput!) {
      startExport(input: $input) {
        __typename
        ... on ExportRun {
          id
          ...ExportLine_run
        }
        ... on Problem {
          message
        }
      }
    }
  `,
  [ExportLineFragment],
);

export const ExportAgainMutation = graphql(
  `
    mutation ExportAgain($input: ExportAgainInput!) {
      exportAgain(input: $input) {
        __typename
        ... on ExportRun {
          id
          ...ExportLine_run
        }
        ... on Problem {
          message
        }
      }
    }
  `,
  [ExportLineFragment],
);

export const CancelExportMutation = graphql(
  `
    mutation CancelExport($id: ID!) {
      cancelExport(id: $id) {
        __typename
        ... on ExportRun {
          id
          ...ExportLine_run
        }
        ... on Problem {
          message
        }
      }
    }
  `,
  [ExportLineFragment],
);

export const ExportChangedSubscription = graphql(
  `
    subscription ExportChanged($id: ID!) {
      exportChanged(id: $id) {
        id
        ...ExportLine_run
      }
    }
  `,
  [ExportLineFragment],
);

/** How all of them stand, for whoever has not listened for a while. */
export const ExportsQuery = graphql(
  `
    query FollowedExports {
      exports {
        id
        ...ExportLine_run
      }
    }
  `,
  [ExportLineFragment],
);
