import { lazy, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ProofKind, Role } from "../graphql/words.ts";
import { bytesText } from "../i18n/numbers.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Button } from "../ui/Button.tsx";
import { Facts } from "../ui/Facts.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import css from "./evidence-preview.module.css";
import { ViewFrame } from "./ViewFrame.tsx";

// What draws PDF is large, and needed by few who open a case.
const PdfPages = lazy(async () => ({ default: (await import("./PdfPages.tsx")).PdfPages }));

interface EvidenceFacts {
  readonly kind: ProofKind;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedAt: string;
  readonly uploadedBy: Role;
  readonly previewUrl: string;
  readonly url: string;
}

/** One file large, with what proves that it is the file that was sent. */
export function EvidencePreview({ file, onClose }: { readonly file: EvidenceFacts; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(function open() {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className={css.preview} aria-label={file.fileName} onClose={onClose}>
      <header className={css.head}>
        <h2>{file.fileName}</h2>
        <a href={file.url} download={file.fileName}>
          {t("evidence.download")}
        </a>
        <Button look="ghost" aria-label={t("common.close")} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </Button>
      </header>
      <div className={css.picture}>
        {file.mediaType.startsWith("image/") ? (
          <ViewFrame label={file.fileName}>
            <img src={file.previewUrl} alt={t("evidence.pictureOf", { name: file.fileName })} draggable={false} />
          </ViewFrame>
        ) : (
          <Suspense fallback={<Skeleton rows={6} label={t("common.loading")} />}>
            <PdfPages url={file.previewUrl} name={file.fileName} />
          </Suspense>
        )}
      </div>
      <div className={css.facts}>
        <Facts
          facts={[
            [t("evidence.kind"), t(`proofKind.${file.kind}`)],
            [t("evidence.size"), bytesText(file.bytes, language)],
            [
              t("evidence.by"),
              t("common.separated", {
                first: t(`role.${file.uploadedBy}`),
                second: momentText(file.uploadedAt, language, now),
              }),
            ],
            [t("evidence.hash"), <code key="hash">{file.sha256}</code>],
          ]}
        />
      </div>
    </dialog>
  );
}
