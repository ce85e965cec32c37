import { useCallback, useEffect, useEffectEvent, useState } from "react";
import { messageOf, sendFile } from "../graphql/send-file.ts";
import type { ImportKind } from "../graphql/words.ts";

/** What a file looks like to the server before it is taken. */
export interface ImportPreview {
  readonly header: readonly string[];
  readonly columns: readonly { readonly name: string; readonly required: boolean; readonly heading: string | null }[];
  readonly rows: readonly {
    readonly line: number;
    readonly fields: readonly string[];
    readonly problems: readonly { readonly column: string | null; readonly message: string }[];
  }[];
  readonly failure: string | null;
}

/** By column, the heading that somebody said stands for it; null: none does. */
export type ChosenColumns = Readonly<Record<string, string | null>>;

export const importPaths: Record<ImportKind, string> = {
  SETTLEMENT: "/imports/settlement",
  BANK_DISPUTES: "/imports/bank-disputes",
  REQUESTS: "/imports/requests",
};

/** As much of a file as the server looks at. */
const PREVIEW_BYTES = 64 * 1024;

export function importHeaders(language: string, file: File, chosen: ChosenColumns): Readonly<Record<string, string>> {
  return {
    "accept-language": language,
    "content-type": "text/csv",
    "x-file-name": encodeURIComponent(file.name),
    "x-columns": encodeURIComponent(JSON.stringify(chosen)),
  };
}

export type PreviewState =
  | { readonly kind: "looking" | "unreached" }
  | { readonly kind: "refused"; readonly message: string | null }
  | { readonly kind: "seen"; readonly preview: ImportPreview };

/** Looks at the beginning of a file, anew whenever its kind or its columns are said to be others. */
export function useImportPreview(
  file: File,
  kind: ImportKind,
  chosen: ChosenColumns,
  language: string,
): { readonly state: PreviewState; readonly again: () => void } {
  const [state, setState] = useState<PreviewState>({ kind: "looking" });
  const look = useCallback(
    async (signal: AbortSignal) => {
      const sent = await sendFile({
        url: `${importPaths[kind]}/preview`,
        file: file.slice(0, PREVIEW_BYTES),
        headers: importHeaders(language, file, chosen),
        onProgress: () => undefined,
        signal,
      });
      if (sent.kind === "cancelled") return;
      if (sent.kind === "unreached") return setState({ kind: "unreached" });
      if (sent.status === 200 && isPreview(sent.body)) return setState({ kind: "seen", preview: sent.body });
      setState({ kind: "refused", message: messageOf(sent.body) });
    },
    [file, kind, chosen, language],
  );
  const begin = useEffectEvent((signal: AbortSignal) => void look(signal));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another `look` is another question
  useEffect(
    function lookAtBeginning() {
      const leaving = new AbortController();
      begin(leaving.signal);
      return () => leaving.abort();
    },
    [look],
  );
  return { state, again: () => void look(new AbortController().signal) };
}

function isPreview(body: unknown): body is ImportPreview {
  return typeof body === "object" && body !== null && "columns" in body && Array.isArray(body.columns);
}
