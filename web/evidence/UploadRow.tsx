import { useTranslation } from "react-i18next";
import { bytesText, percentText } from "../i18n/numbers.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Button } from "../ui/Button.tsx";
import css from "./evidence-upload.module.css";
import type { FileLimits } from "./file-fault.ts";
import type { Upload, UploadState } from "./use-upload.ts";

const mayTryAgain: ReadonlySet<UploadState["kind"]> = new Set(["unreached", "cancelled", "refused"]);
const isUnderway: ReadonlySet<UploadState["kind"]> = new Set(["waiting", "sending", "paused"]);

/** One file on its way: how far it is, or why it did not come, and what can be done about it. */
export function UploadRow({
  upload,
  limits,
  onCancel,
  onAgain,
  onDismiss,
}: {
  readonly upload: Upload;
  readonly limits: FileLimits | undefined;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
  readonly onDismiss: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { state, file } = upload;
  const words =
    state.kind === "sending"
      ? t("evidence.sending", { share: percentText(state.share, language) })
      : state.kind === "paused"
        ? t("upload.paused", { share: percentText(state.share, language) })
        : state.kind === "refused"
          ? (state.message ?? t("evidence.refused"))
          : state.kind === "there"
            ? t("upload.there", { name: state.name })
            : t(`upload.${state.kind}`, { size: bytesText(limits?.bytes ?? file.size, language) });
  return (
    <li className={css.row}>
      <span className={css.name}>{file.name}</span>
      {(state.kind === "sending" || state.kind === "paused") && <progress value={state.share} aria-label={file.name} />}
      <p role="status">{words}</p>
      <span className={css.doings}>
        {isUnderway.has(state.kind) && (
          <Button size="small" look="link" aria-label={t("upload.cancelOf", { name: file.name })} onClick={onCancel}>
            {t("upload.cancel")}
          </Button>
        )}
        {mayTryAgain.has(state.kind) && (
          <Button size="small" look="link" aria-label={t("upload.againOf", { name: file.name })} onClick={onAgain}>
            {t("upload.again")}
          </Button>
        )}
        {!isUnderway.has(state.kind) && (
          <Button size="small" look="link" aria-label={t("upload.dismissOf", { name: file.name })} onClick={onDismiss}>
            {t("upload.dismiss")}
          </Button>
        )}
      </span>
    </li>
  );
}
