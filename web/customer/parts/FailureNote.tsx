import type { Answer } from "../customer-client.ts";
import { useReader } from "../texts/reader.ts";
import { Note } from "./Note.tsx";

export type Failed = Exclude<Answer<never>, { readonly kind: "answered" }>;

interface Props {
  readonly failure: Failed;
  /** It was sent under a key: it may have arrived, and sent again it is the same. */
  readonly countsOnce?: boolean;
}

/** No answer came, or something broke. */
export function FailureNote({ failure, countsOnce = false }: Props) {
  const { t } = useReader();
  const unanswered = countsOnce ? t.unanswered : t.unreached;
  return (
    <Note tone="problem">
      <p>{failure.kind === "unreached" ? unanswered : t.broken(failure.reference)}</p>
    </Note>
  );
}
