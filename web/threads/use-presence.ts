import type { ResultOf } from "gql.tada";
import { useEffect, useEffectEvent, useState } from "react";
import { useClient } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { newKey } from "../graphql/new-key.ts";
import { useLive } from "../graphql/use-live.ts";
import type { MessageThread, PresenceState } from "../graphql/words.ts";

const ReportPresence = graphql(`
  mutation reportPresence($caseId: ID!, $page: UUID!, $state: PresenceState, $thread: MessageThread) {
    reportPresence(caseId: $caseId, page: $page, state: $state, thread: $thread)
  }
`);

const PresenceChanged = graphql(`
  subscription PresenceChanged($caseId: ID!) {
    presenceChanged(caseId: $caseId) {
      state
      thread
      since
      staff {
        id
        name
      }
    }
  }
`);

export type Present = ResultOf<typeof PresenceChanged>["presenceChanged"][number];

/** Told again this often, since whoever does not tell is taken for gone. */
const BEAT_MS = 20_000;
const IDLE_AFTER_MS = 120_000;
const nobody: readonly never[] = [];

interface Presence {
  /** To whom words are being written; null while nobody writes. */
  readonly writingTo: MessageThread | null;
  readonly isDesk: boolean;
  /** Only a look: colleagues are told of it, and listened to, while something is being written. */
  readonly isLook?: boolean;
}

/** Tells colleagues how this page has the case open, and says who else has. */
export function usePresence(
  caseId: string,
  viewerId: string,
  { writingTo, isDesk, isLook = false }: Presence,
): readonly Present[] {
  const client = useClient();
  const [page] = useState(newKey);
  const [others, setOthers] = useState<readonly Present[]>([]);
  const isIdle = useIdle();
  const state: PresenceState = isIdle ? "IDLE" : writingTo === null ? "VIEWING" : "WRITING";
  const isPart = isDesk && (!isLook || writingTo !== null);
  const tell = useEffectEvent((now: PresenceState | null) => {
    void client
      .mutation(ReportPresence, { caseId, page, state: now, thread: now === "WRITING" ? writingTo : null })
      .toPromise();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of what is done is told at once.
  useEffect(
    function beat() {
      if (!isPart) return;
      tell(state);
      const timer = setInterval(() => tell(state), BEAT_MS);
      return () => clearInterval(timer);
    },
    [state, writingTo, caseId, isPart],
  );
  useEffect(
    function leave() {
      if (isPart) return () => tell(null);
    },
    [isPart],
  );
  useLive({
    query: PresenceChanged,
    variables: { caseId },
    onChange: ({ presenceChanged }) => setOthers(presenceChanged.filter(({ staff }) => staff.id !== viewerId)),
    onReturn: () => setOthers([]),
    isOn: isPart,
  });
  return isPart ? others : nobody;
}

/** Whether nobody has touched the page for a while, or looks at another. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(function watch() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const touch = () => {
      clearTimeout(timer);
      setIdle(document.hidden);
      timer = setTimeout(() => setIdle(true), IDLE_AFTER_MS);
    };
    const events = ["pointermove", "keydown", "visibilitychange"] as const;
    for (const event of events) document.addEventListener(event, touch, { passive: true });
    touch();
    return () => {
      clearTimeout(timer);
      for (const event of events) document.removeEventListener(event, touch);
    };
  }, []);
  return isIdle;
}
