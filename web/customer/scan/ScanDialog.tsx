import { type ReactNode, useEffect, useRef } from "react";
import { TouchButton } from "../parts/TouchButton.tsx";
import { useReader } from "../texts/reader.ts";
import type { SlipCode } from "./read-code.ts";
import css from "./scan-dialog.module.css";
import { useCamera } from "./use-camera.ts";

interface Props {
  readonly onFound: (code: SlipCode) => void;
  readonly onClose: () => void;
  /** The way on where the camera gives nothing. */
  readonly photo: ReactNode;
}

/** The camera over the whole page; without one, why, and what to do instead. */
export function ScanDialog({ onFound, onClose, photo }: Props) {
  const { t } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  const { video, state } = useCamera((code) => {
    onFound(code);
    // Closed rather than only taken away: so the keyboard is back where it was.
    dialog.current?.close();
  });
  useEffect(() => dialog.current?.showModal(), []);
  const sees = state === "OPENING" || state === "LOOKING" || state === "OTHER_CODE";
  return (
    <dialog
      ref={dialog}
      className={`${css.dialog} ${sees ? css.whole : ""}`}
      aria-labelledby="scan-title"
      onClose={onClose}
    >
      <h2 id="scan-title" className={css.title}>
        {sees ? t.scan.title : t.scan.without}
      </h2>
      <div className={css.view} hidden={!sees}>
        <video ref={video} className={css.video} muted playsInline aria-label={t.scan.view} />
        <span className={css.frame} aria-hidden="true" />
      </div>
      <p className={css.words} role="status">
        {t.scan.states[state]}
      </p>
      <div className={css.ways}>
        {photo}
        <TouchButton look="quiet" onClick={() => dialog.current?.close()}>
          {t.scan.type}
        </TouchButton>
      </div>
    </dialog>
  );
}
