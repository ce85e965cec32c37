import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { useClient } from "urql";
import { type Failure, failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useOneKey } from "../graphql/one-key.ts";
import type { ApprovalVerdict } from "../graphql/words.ts";

const DecideApprovalsMutation = graphql(`
  mutation DecideApprovals($input: DecideApprovalsInput!) {
    decideApprovals(input: $input) {
      id
      result {
        __typename
        ... on ApprovalDecided {
          request {
            id
            version
            state
          }
        }
        ... on ApprovalRefused {
          reasons {
            code
            message
            course {
              id
              code
              title
            }
            colleagues {
              id
              name
            }
          }
        }
        ... on Problem {
          message
        }
      }
    }
  }
`);

export type DecidedRow = ResultOf<typeof DecideApprovalsMutation>["decideApprovals"][number];

export interface Chosen {
  readonly id: string;
  readonly version: number;
}

/** Sends one batch; sent again after a lost answer it says the same under the same keys. */
export function useDecide(verdict: ApprovalVerdict) {
  const client = useClient();
  const key = useOneKey();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [rows, setRows] = useState<readonly DecidedRow[] | null>(null);

  /** True when it was answered. */
  async function send(allowed: readonly Chosen[], note: string): Promise<boolean> {
    setSending(true);
    setFailure(null);
    const items = allowed.map(({ id, version }) => ({
      id,
      expectedVersion: version,
      idempotencyKey: key.of([id, verdict, note]),
    }));
    const { data, error } = await client
      .mutation(DecideApprovalsMutation, { input: { items, verdict, note } })
      .toPromise();
    setSending(false);
    if (data === undefined || error !== undefined) setFailure(failureOf(error));
    else setRows(data.decideApprovals);
    return data !== undefined && error === undefined;
  }

  return { sending, failure, rows, send };
}
