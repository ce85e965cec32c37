import { type ChangeEvent, useId } from "react";
import { Icon } from "../../ui/Icon.tsx";
import { useReader } from "../texts/reader.ts";
import { Note } from "./Note.tsx";
import css from "./upload-files.module.css";
import { useUpload } from "./use-upload.ts";

interface Props {
  readonly caseId: string;
  readonly token: string;
  readonly mostBytes?: number;
  /** Where it is the one thing to do, the camera is filled. */
  readonly main?: boolean;
  readonly onSent?: () => void;
}

/** The desk's own limit, until a page knows it from the case. */
export const tenMegabytes = 10 * 1024 * 1024;

/** Two ways to the same end: the camera, or a file that is there. */
export function UploadFiles({
  caseId,
  token,
  mostBytes = tenMegabytes,
  main = false,
  onSent = () => undefined,
}: Props) {
  const { t } = useReader();
  const id = useId();
  const { upload, send } = useUpload({ caseId, token, mostBytes, onSent });
  const take = (kind: "PHOTO" | "RECEIPT") => (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (file !== undefined && upload.kind !== "sending" && upload.kind !== "paused") void send(file, kind);
  };
  return (
    <div className={css.upload}>
      <div className={css.ways}>
        <label className={`${css.way} ${css.camera} ${main ? css.main : ""}`} htmlFor={`${id}-photo`}>
          <input id={`${id}-photo`} type="file" accept="image/*" capture="environment" onChange={take("PHOTO")} />
          <Icon name="camera" size="l" />
          {t.upload.photo}
        </label>
        <label className={css.way} htmlFor={`${id}-file`}>
          <input id={`${id}-file`} type="file" accept="image/*,application/pdf" onChange={take("RECEIPT")} />
          {t.upload.file}
        </label>
      </div>
      <p className={css.state} role="status">
        {(upload.kind === "none" || upload.kind === "refused") && t.upload.limits}
        {upload.kind === "sending" && t.upload.sending(upload.name, Math.floor(upload.share * 100))}
        {upload.kind === "paused" && t.upload.paused(upload.name, Math.floor(upload.share * 100))}
        {upload.kind === "sent" && t.upload.sent(upload.name)}
      </p>
      {upload.kind === "refused" && <Note tone="problem">{upload.message}</Note>}
    </div>
  );
}
