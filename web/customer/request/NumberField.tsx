import { useState } from "react";
import { Icon } from "../../ui/Icon.tsx";
import { TextField } from "../parts/TextField.tsx";
import { PhotoShown } from "../scan/PhotoShown.tsx";
import { PhotoWay } from "../scan/PhotoWay.tsx";
import { ScanDialog } from "../scan/ScanDialog.tsx";
import ways from "../scan/scan-ways.module.css";
import { useSlipPhoto } from "../scan/use-slip-photo.ts";
import { useReader } from "../texts/reader.ts";
import type { Draft } from "./draft.ts";
import css from "./number-field.module.css";

interface Props {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly error: string | null;
}

/** The number on the slip: typed, or read off its code by the camera or from a photo. */
export function NumberField({ draft, change, error }: Props) {
  const { t } = useReader();
  const [scanning, setScanning] = useState(false);
  const { photo, reading, take, found } = useSlipPhoto((code) => change({ terminal: "", ...code }));
  const photoTaken = (taken: File) => {
    setScanning(false);
    void take(taken);
  };
  return (
    <>
      <TextField
        {...{ label: t.slip.number, help: t.slip.numberHelp, value: draft.number, error }}
        {...{ autoComplete: "off", maxLength: 64 }}
        onChange={(number) => change({ number, terminal: "" })}
        after={
          <>
            <button type="button" className={ways.way} aria-label={t.scan.camera} onClick={() => setScanning(true)}>
              <Icon name="scan" size="l" />
            </button>
            <PhotoWay className={ways.way} label={t.scan.photo} onPhoto={photoTaken}>
              <Icon name="camera" size="l" />
            </PhotoWay>
          </>
        }
      />
      <p className={css.read} role="status">
        {reading === "READ" && <Icon name="check" />}
        {t.scan.reading[reading]}
      </p>
      {draft.terminal !== "" && <p className={css.read}>{t.scan.terminal(draft.terminal)}</p>}
      {photo !== null && (
        <details className={css.photo} open={reading === "NONE"}>
          <summary>{t.scan.shown}</summary>
          <PhotoShown photo={photo} label={t.scan.photoOf} className={css.picture} />
        </details>
      )}
      {scanning && (
        <ScanDialog
          onFound={found}
          onClose={() => setScanning(false)}
          photo={
            <PhotoWay className={ways.wide} label={t.scan.photo} onPhoto={photoTaken}>
              <Icon name="camera" />
              {t.scan.photo}
            </PhotoWay>
          }
        />
      )}
    </>
  );
}
