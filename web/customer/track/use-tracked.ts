import { useCallback, useEffect, useRef, useState } from "react";
import { ask } from "../customer-client.ts";
import type { Failed } from "../parts/FailureNote.tsx";
import { useReader } from "../texts/reader.ts";
import { type Tracked, TrackedCaseQuery } from "./track-operations.ts";

/** What is known of the case behind the link. What was read once stays on the screen while nobody can be reached. */
export interface Tracking {
  readonly tracked: Tracked | null;
  /** No such link, or one that has expired: nobody is told which. */
  readonly missing: boolean;
  readonly failure: Failed | null;
  readonly readAt: Date | null;
}

const quietlyAgainMs = 20_000;
const nothingYet: Tracking = { tracked: null, missing: false, failure: null, readAt: null };

/** Reads the case, and again every 20 seconds while somebody looks. */
export function useTracked(token: string) {
  const { language } = useReader();
  const [tracking, setTracking] = useState(nothingYet);
  const asked = useRef(0);
  const sending = useRef(0);
  const refresh = useCallback(async (): Promise<Tracked | null> => {
    const turn = ++asked.current;
    const answer = await ask({ language, token }, TrackedCaseQuery, { token });
    // Of two answers on their way the one that was asked for last counts.
    if (turn !== asked.current) return null;
    if (answer.kind !== "answered") {
      setTracking((before) => ({ ...before, failure: answer }));
      return null;
    }
    const tracked = answer.data.trackedCase;
    setTracking({ tracked, missing: tracked === null, failure: null, readAt: new Date() });
    return tracked;
  }, [language, token]);

  /** While something is sent nothing else is drawn: its form would go, with the words in it, before it was answered. */
  const hold = useCallback(async function hold<T>(work: () => Promise<T>): Promise<T> {
    asked.current += 1;
    sending.current += 1;
    try {
      return await work();
    } finally {
      sending.current -= 1;
    }
  }, []);

  useEffect(() => {
    void refresh();
    const look = () => {
      if (document.visibilityState === "visible" && sending.current === 0) void refresh();
    };
    const timer = setInterval(look, quietlyAgainMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [refresh]);
  return { ...tracking, refresh, hold };
}
