import type { TadaDocumentNode } from "gql.tada";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { useClient } from "urql";
import { useSession } from "./session.ts";

interface Live<Data, Variables> {
  readonly query: TadaDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly onChange: (data: Data) => void;
  /** The page is looked at again after a while in the background, or the line is back that was cut: something may have been missed. */
  readonly onReturn: () => void;
  /** False: this viewer is told nothing of it, so no line is opened. */
  readonly isOn?: boolean;
}

/**
 * Follows a subscription while the page is looked at. A hidden tab lets its line go, since a browser has only six to one
 * server, and looks again when it is back.
 */
export function useLive<Data, Variables extends Record<string, unknown>>({
  query,
  variables,
  onChange,
  onReturn,
  isOn = true,
}: Live<Data, Variables>): void {
  const client = useClient();
  const isSeen = useSyncExternalStore(followVisibility, () => document.visibilityState === "visible");
  const changed = useEffectEvent(onChange);
  const returned = useEffectEvent(onReturn);
  const { turn } = useSession();
  const asked = JSON.stringify(variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a session that was taken up again has a line of its own.
  useEffect(
    function follow() {
      if (!isOn) return;
      if (!isSeen) return () => returned();
      const line = client
        .subscription<Data>(query, JSON.parse(asked), { onBack: () => returned() })
        .subscribe(({ data }) => data !== undefined && changed(data));
      return () => line.unsubscribe();
    },
    [client, query, asked, isSeen, isOn, turn],
  );
}

function followVisibility(tell: () => void): () => void {
  document.addEventListener("visibilitychange", tell);
  return () => document.removeEventListener("visibilitychange", tell);
}
