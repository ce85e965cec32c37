import { type FragmentOf, readFragment } from "gql.tada";
import { useState } from "react";
import { useLive } from "../graphql/use-live.ts";
import { ExportProgress } from "./ExportProgress.tsx";
import { ExportChangedSubscription, ExportLineFragment } from "./export-operations.ts";

/** An export that is followed while its file is written. */
export function FollowedExport({ run: of }: { readonly run: FragmentOf<typeof ExportLineFragment> }) {
  const asked = readFragment(ExportLineFragment, of);
  const [heard, setHeard] = useState<FragmentOf<typeof ExportLineFragment> | null>(null);
  const told = readFragment(ExportLineFragment, heard);
  // What was heard last counts, unless what holds this one knows that it has ended since.
  const run = told !== null && isUnderWay(asked.state) ? told : asked;
  useLive({
    query: ExportChangedSubscription,
    variables: { id: asked.id },
    isOn: isUnderWay(run.state),
    onChange: ({ exportChanged }) => setHeard(exportChanged),
    onReturn: () => undefined,
  });
  return <ExportProgress run={run} />;
}

function isUnderWay(state: string): boolean {
  return state === "QUEUED" || state === "RUNNING";
}
