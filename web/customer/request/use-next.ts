import { useEffect } from "react";
import { ask } from "../customer-client.ts";
import { useReader } from "../texts/reader.ts";
import { TrackedCaseQuery } from "../track/track-operations.ts";
import type { Submitted } from "./submitted.ts";

/** What happens next is the desk's own sentence: whoever changes the language is told it anew. */
export function useNext(submitted: Submitted, onTold: (submitted: Submitted) => void): string {
  const { language } = useReader();
  const { token, next, saidIn } = submitted;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each language, whatever else is drawn anew.
  useEffect(
    function askAnew() {
      if (saidIn === language) return;
      let isGone = false;
      void ask({ language, token }, TrackedCaseQuery, { token }).then((answer) => {
        const sentence = answer.kind === "answered" ? answer.data.trackedCase?.sentence : undefined;
        if (!isGone && sentence !== undefined) onTold({ ...submitted, next: sentence, saidIn: language });
      });
      return () => {
        isGone = true;
      };
    },
    [language, saidIn, token],
  );
  return next;
}
