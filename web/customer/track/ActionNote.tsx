import { FailureNote } from "../parts/FailureNote.tsx";
import { Note } from "../parts/Note.tsx";
import { useReader } from "../texts/reader.ts";
import type { ActionState } from "./use-action.ts";

/** Why an action was not done; nothing while there is nothing to say. */
export function ActionNote({ state }: { readonly state: ActionState }) {
  const { t } = useReader();
  if (state.kind === "unreached" || state.kind === "broken") return <FailureNote failure={state} countsOnce />;
  if (state.kind !== "refused") return null;
  return (
    <Note tone="problem" title={t.track.refusedTitle}>
      {state.messages.map((message) => (
        <p key={message} lang={state.saidIn}>
          {message}
        </p>
      ))}
    </Note>
  );
}
