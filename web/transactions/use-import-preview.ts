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

export const importKinds = ["SETTLEMENT", "BANK_DISPUTES", "REQUESTS"] as const satisfies readonly ImportKind[];

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

/** As it looks to the server; a kind of its own where there is no such answer. */
async function lookAs(
  kind: ImportKind,
  { file, chosen, language }: { readonly file: File; readonly chosen: ChosenColumns; readonly language: string },
  signal: AbortSignal,
): Promise<PreviewState | null> {
  const sent = await sendFile({
    url: `${importPaths[kind]}/preview`,
    file: file.slice(0, PREVIEW_BYTES),
    headers: importHeaders(language, file, chosen),
    onProgress: () => undefined,
    signal,
  });
  if (sent.kind === "cancelled") return null;
  if (sent.kind === "unreached") return { kind: "unreached" };
  if (sent.status === 200 && isPreview(sent.body)) return { kind: "seen", preview: sent.body };
  return { kind: "refused", message: messageOf(sent.body) };
}

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
      const seen = await lookAs(kind, { file, chosen, language }, signal);
      if (seen !== null) setState(seen);
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

/** Another kind of file as which all of it would be understood, where it is not as this one. */
export function useOtherKind(file: File, kind: ImportKind, isUnfit: boolean, language: string): ImportKind | null {
  const [other, setOther] = useState<ImportKind | null>(null);
  useEffect(
    function lookAsOthers() {
      setOther(null);
      if (!isUnfit) return undefined;
      const leaving = new AbortController();
      const look = async () => {
        for (const one of importKinds.filter((each) => each !== kind)) {
          const seen = await lookAs(one, { file, chosen: {}, language }, leaving.signal);
          if (seen === null) return;
          if (seen.kind === "seen" && seen.preview.failure === null) return setOther(one);
        }
      };
      void look();
      return () => leaving.abort();
    },
    [file, kind, isUnfit, language],
  );
  return other;
}

function isPreview(body: unknown): body is ImportPreview {
  return typeof body === "object" && body !== null && "columns" in body && Array.isArray(body.columns);
}
