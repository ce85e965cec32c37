import { useState } from "react";
import { messageOf } from "../../graphql/send-file.ts";
import { sendFileOn } from "../../graphql/send-file-on.ts";
import { bytesText } from "../../i18n/numbers.ts";
import { ask } from "../customer-client.ts";
import { useReader } from "../texts/reader.ts";
import { RequestUploadMutation } from "./upload-operations.ts";

/** What a customer sends: a picture, a file, or the slip itself. */
export type SentKind = "PHOTO" | "RECEIPT" | "CARD_SLIP";

export type Upload =
  | { readonly kind: "none" }
  | { readonly kind: "sending" | "paused"; readonly name: string; readonly share: number }
  | { readonly kind: "sent"; readonly name: string }
  | { readonly kind: "refused"; readonly message: string };

interface Target {
  readonly caseId: string;
  readonly token: string;
  readonly mostBytes: number;
  readonly onSent: () => void;
}

/** Asks for a ticket, then sends the file by it. What is too large is told before a byte leaves the phone. */
export function useUpload({ caseId, token, mostBytes, onSent }: Target) {
  const { language, t } = useReader();
  const [upload, setUpload] = useState<Upload>({ kind: "none" });
  const refuse = (message: string) => setUpload({ kind: "refused", message });

  async function send(file: File, kind: SentKind): Promise<void> {
    if (file.size > mostBytes) return refuse(t.upload.tooLarge(bytesText(mostBytes, language)));
    setUpload({ kind: "sending", name: file.name, share: 0 });
    const input = { caseId, kind, fileName: file.name, bytes: file.size };
    const asked = await ask({ language, token }, RequestUploadMutation, { input });
    if (asked.kind === "unreached") return refuse(t.upload.interrupted);
    if (asked.kind === "broken") return refuse(t.broken(asked.reference));
    const ticket = asked.data.requestEvidenceUpload;
    if (ticket.__typename === "ActionRefused") return refuse(ticket.reasons.map(({ message }) => message).join(" "));
    if (ticket.__typename === "CaseNotFound") return refuse(ticket.message);
    const sent = await sendFileOn({
      url: ticket.url,
      file,
      headers: { "accept-language": language },
      onProgress: (share) => setUpload({ kind: "sending", name: file.name, share }),
      onPaused: (share) => setUpload({ kind: "paused", name: file.name, share }),
    });
    if (sent.kind !== "answered") return refuse(t.upload.interrupted);
    if (sent.status >= 300) return refuse(messageOf(sent.body) ?? t.upload.interrupted);
    setUpload({ kind: "sent", name: file.name });
    onSent();
  }
  return { upload, send };
}
