import { useEffect, useState } from "react";
import { Note } from "../parts/Note.tsx";
import { TouchButton } from "../parts/TouchButton.tsx";
import { useUpload } from "../parts/use-upload.ts";
import { forgetPhoto, keptPhoto } from "../scan/kept-photo.ts";
import { PhotoShown } from "../scan/PhotoShown.tsx";
import { useReader } from "../texts/reader.ts";
import css from "./done.module.css";

interface Props {
  readonly caseId: string;
  readonly token: string;
  readonly mostBytes: number;
}

/** The photo that was taken to find the payment is proof as well: sent with one press, or left. */
export function KeptProof(target: Props) {
  const { t } = useReader();
  const [photo, setPhoto] = useState<File | null>(null);
  const { upload, send } = useUpload({ ...target, onSent: () => void forgetPhoto() });
  useEffect(() => {
    void keptPhoto().then(setPhoto);
  }, []);
  if (photo === null) return null;
  const isGoing = upload.kind === "sending" || upload.kind === "paused";
  return (
    <div className={css.proof}>
      <PhotoShown photo={photo} label={t.scan.photoOf} className={css.photo} />
      {upload.kind !== "sent" && (
        <TouchButton look="filled" busy={isGoing} onClick={() => void send(photo, "CARD_SLIP")}>
          {t.done.sendPhoto}
        </TouchButton>
      )}
      <p className={css.help} role="status">
        {upload.kind === "sending" && t.upload.sending(upload.name, Math.floor(upload.share * 100))}
        {upload.kind === "paused" && t.upload.paused(upload.name, Math.floor(upload.share * 100))}
        {upload.kind === "sent" && t.upload.sent(upload.name)}
      </p>
      {upload.kind === "refused" && <Note tone="problem">{upload.message}</Note>}
    </div>
  );
}
