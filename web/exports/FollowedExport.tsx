import { type FragmentOf, readFragment } from "gql.tada";
import { useState } from "react";
import { useClient } from "urql";
import { useLive } from "../graphql/use-live.ts";
import { ExportProgress } from "./ExportProgress.tsx";
import { ExportChangedSubscription, ExportLineFragment, ExportsQuery } from "./export-operations.ts";

/** An export that is followed while its file is written. */
export function FollowedExport({ run: of }: { readonly run: FragmentOf<typeof ExportLineFragment> }) {
  const asked = readFragment(ExportLineFragment, of);
  const [heard, setHeard] = useState<FragmentOf<typeof ExportLineFragment> | null>(null);
  const told = readFragment(ExportLineFragment, heard);
  // What was heard last counts, unless what holds this one knows that it has ended since.
  const run = told !== null && isUnderWay(asked.state) ? told : asked;
  const client = useClient();
  /** The line tells what changes: what has ended while nobody listened would be waited for for ever. */
  async function lookAgain(): Promise<void> {
    const { data, error } = await client.query(ExportsQuery, {}, { requestPolicy: "network-only" }).toPromise();
    const now = error === undefined ? data?.exports.find(({ id }) => id === asked.id) : undefined;
    if (now !== undefined) setHeard(now);
  }
  useLive({
    query: ExportChangedSubscription,
    variables: { id: asked.id },
    isOn: isUnderWay(run.state),
    onChange: ({ exportChanged }) => setHeard(exportChanged),
    onReturn: () => void lookAgain(),
  });
  return <ExportProgress run={run} />;
}

function isUnderWay(state: string): boolean {
  return state === "QUEUED" || state === "RUNNING";
}
