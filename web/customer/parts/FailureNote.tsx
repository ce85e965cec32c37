import type { Answer } from "../customer-client.ts";
import { useReader } from "../texts/reader.ts";
import { Note } from "./Note.tsx";

export type Failed = Exclude<Answer<never>, { readonly kind: "answered" }>;

/** Nobody could be reached, or something broke: in both cases nothing was decided. */
export function FailureNote({ failure }: { readonly failure: Failed }) {
  const { t } = useReader();
  return (
    <Note tone="problem">
      <p>{failure.kind === "unreached" ? t.unreached : t.broken(failure.reference)}</p>
    </Note>
  );
}
