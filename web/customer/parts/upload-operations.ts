import { graphql } from "../../graphql/graphql.ts";

export const RequestUploadMutation = graphql(`
  mutation CustomerRequestUpload($input: RequestEvidenceUploadInput!) {
    requestEvidenceUpload(input: $input) {
      __typename
      ... on EvidenceUpload {
        url
        limits {
          bytes
        }
      }
      ... on ActionRefused {
        message
        reasons {
          message
        }
      }
      ... on CaseNotFound {
        message
      }
    }
  }
`);
