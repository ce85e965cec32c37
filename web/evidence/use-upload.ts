import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { messageOf, sendFile } from "../graphql/send-file.ts";
import type { ProofKind } from "../graphql/words.ts";
import { useLanguage } from "../i18n/use-language.ts";

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
  | { readonly kind: "idle" | "done" | "unreached" }
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "refused"; readonly message: string | null };

/** One file at a time: a ticket that is good for it alone, then the file itself, which the server puts on the case. */
export function useUpload(caseId: string, onAdded: () => void) {
  const client = useClient();
  const language = useLanguage();
  const [state, setState] = useState<UploadState>({ kind: "idle" });

  async function upload(file: File, kind: ProofKind): Promise<void> {
    setState({ kind: "sending", share: 0 });
    const { data, error } = await client
      .mutation(RequestUpload, { input: { caseId, kind, fileName: file.name, bytes: file.size } })
      .toPromise();
    const answer = data?.requestEvidenceUpload;
    if (answer === undefined)
      return setState(
        error?.networkError === undefined
          ? { kind: "refused", message: error?.graphQLErrors[0]?.message ?? null }
          : { kind: "unreached" },
      );
    if (answer.__typename === "CaseNotFound") return setState({ kind: "refused", message: answer.message });
    if (answer.__typename === "ActionRefused")
      return setState({ kind: "refused", message: answer.reasons.map(({ message }) => message).join(" ") });
    const sent = await sendFile({
      url: answer.url,
      file,
      headers: { "accept-language": language, "content-type": "application/octet-stream" },
      onProgress: (share) => setState({ kind: "sending", share }),
    });
    if (sent.kind !== "answered") return setState({ kind: "unreached" });
    if (sent.status >= 300) return setState({ kind: "refused", message: messageOf(sent.body) });
    setState({ kind: "done" });
    onAdded();
  }

  return { state, upload };
}
