import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { messageOf } from "../graphql/send-file.ts";
import { sendFileOn } from "../graphql/send-file-on.ts";
import type { ProofKind } from "../graphql/words.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { harmlessFailureLine } from "../ui/failure-line.ts";
import { type FileLimits, fileFault } from "./file-fault.ts";

const RequestUpload = graphql(`
  mutation requestEvidenceUpload($input: RequestEvidenceUploadInput!) {
    requestEvidenceUpload(input: $input) {
      __typename
      ... on EvidenceUpload {
        url
      }
      ... on ActionRefused {
        reasons {
          message
        }
      }
      ... on CaseNotFound {
        message
      }
    }
  }
`);

export type UploadState =
  | { readonly kind: "waiting" | "done" | "unreached" | "cancelled" | "tooLarge" | "typeNotTaken" | "empty" }
  | { readonly kind: "sending" | "paused"; readonly share: number }
  | { readonly kind: "there"; readonly name: string }
  | { readonly kind: "refused"; readonly message: string | null };

export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly proof: ProofKind;
  readonly state: UploadState;
}

/** Several files one after the other, each by a ticket of its own; each can be stopped, and sent again where it did not arrive. */
export function useUpload(caseId: string, limits: FileLimits | undefined, onAdded: () => void) {
  const client = useClient();
  const language = useLanguage();
  const { t } = useTranslation();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const stops = useRef(new Map<number, AbortController>());
  const count = useRef(0);
  const change = (id: number, state: UploadState) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, state } : upload)));

  async function send(upload: Upload, signal: AbortSignal): Promise<UploadState> {
    if (signal.aborted) return { kind: "cancelled" };
    change(upload.id, { kind: "sending", share: 0 });
    const { file, proof: kind } = upload;
    const input = { caseId, kind, fileName: file.name, bytes: file.size };
    const { data, error } = await client.mutation(RequestUpload, { input }).toPromise();
    const answer = data?.requestEvidenceUpload;
    if (signal.aborted) return { kind: "cancelled" };
    if (answer === undefined) {
      const failure = failureOf(error);
      return failure.kind === "unreached"
        ? { kind: "unreached" }
        : { kind: "refused", message: harmlessFailureLine(t, failure) };
    }
    if (answer.__typename === "CaseNotFound") return { kind: "refused", message: answer.message };
    if (answer.__typename === "ActionRefused")
      return { kind: "refused", message: answer.reasons.map(({ message }) => message).join(" ") };
    const sent = await sendFileOn({
      url: answer.url,
      file,
      headers: { "accept-language": language, "content-type": "application/octet-stream" },
      onProgress: (share) => change(upload.id, { kind: "sending", share }),
      onPaused: (share) => change(upload.id, { kind: "paused", share }),
      signal,
    });
    if (sent.kind !== "answered") return { kind: sent.kind };
    if (sent.status >= 300) return { kind: "refused", message: messageOf(sent.body) };
    const name = nameItHad(sent.body);
    return name === null ? { kind: "done" } : { kind: "there", name };
  }

  function enqueue(upload: Upload): void {
    const stop = new AbortController();
    stops.current.set(upload.id, stop);
    queue.current = queue.current.then(async () => {
      const state = await send(upload, stop.signal);
      stops.current.delete(upload.id);
      change(upload.id, state);
      if (state.kind === "done" || state.kind === "there") onAdded();
    });
  }

  function add(files: readonly File[], proof: ProofKind): void {
    const added = files.map((file): Upload => {
      const fault = fileFault(file, limits);
      return { id: ++count.current, file, proof, state: { kind: fault ?? "waiting" } };
    });
    // What went well says so once, until the next files come.
    setUploads((all) => [...all.filter(({ state }) => state.kind !== "done"), ...added]);
    for (const upload of added) if (upload.state.kind === "waiting") enqueue(upload);
  }

  function again(upload: Upload): void {
    change(upload.id, { kind: "waiting" });
    enqueue(upload);
  }

  return {
    uploads,
    add,
    again,
    cancel: ({ id }: Upload) => {
      stops.current.get(id)?.abort();
      change(id, { kind: "cancelled" });
    },
    dismiss: ({ id }: Upload) => setUploads((all) => all.filter((upload) => upload.id !== id)),
  };
}

/** Under which name the case has the same file already; null where it had not. */
function nameItHad(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("alreadyAttached" in body) || !("fileName" in body)) return null;
  return body.alreadyAttached === true && typeof body.fileName === "string" ? body.fileName : null;
}
