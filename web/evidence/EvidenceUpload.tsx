import { type InputHTMLAttributes, type RefObject, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import type { ProofKind } from "../graphql/words.ts";
import { bytesText } from "../i18n/numbers.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useFinger } from "../ui/use-media.ts";
import css from "./evidence-upload.module.css";
import { UploadRow } from "./UploadRow.tsx";
import { useIncomingFiles } from "./use-incoming-files.ts";
import { useUpload } from "./use-upload.ts";

const LimitsQuery = graphql(`
  query EvidenceLimits {
    evidenceLimits {
      bytes
      filesPerCase
      mediaTypes
    }
  }
`);

const kinds = [
  "RECEIPT",
  "CARD_SLIP",
  "INVOICE",
  "STATEMENT",
  "CHAT",
  "DELIVERY_PROOF",
  "PAYMENT_PROOF",
  "PHOTO",
  "OTHER",
] as const satisfies readonly ProofKind[];

/**
 * Adds files: chosen, photographed, dropped anywhere on the page or pasted, as what the list says they are. The limits are
 * said before anything is sent, and how far each is while it goes.
 */
export function EvidenceUpload({ caseId, onAdded }: { readonly caseId: string; readonly onAdded: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [{ data }] = useQuery({ query: LimitsQuery });
  const limits = data?.evidenceLimits;
  const [kind, setKind] = useState<ProofKind>("RECEIPT");
  const { uploads, add, again, cancel, dismiss } = useUpload(caseId, limits, onAdded);
  const isOver = useIncomingFiles((files) => add(files, kind));
  const isFinger = useFinger();
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const kindId = useId();

  return (
    <div className={css.upload}>
      <div className={css.line}>
        <label htmlFor={kindId} className="quiet">
          {t("evidence.kind")}
        </label>
        <select
          id={kindId}
          value={kind}
          onChange={({ target }) => setKind(kinds.find((known) => known === target.value) ?? "OTHER")}
        >
          {kinds.map((value) => (
            <option key={value} value={value}>
              {t(`proofKind.${value}`)}
            </option>
          ))}
        </select>
        <Button id="add-evidence" size="small" onClick={() => picker.current?.click()}>
          <Icon name="clip" size="s" />
          {t("evidence.add")}
        </Button>
        <span className={css.camera}>
          <Button size="small" onClick={() => camera.current?.click()}>
            <Icon name="camera" size="s" />
            {t("upload.photo")}
          </Button>
        </span>
        <FileInput at={picker} accept={limits?.mediaTypes.join(",")} multiple onFiles={(files) => add(files, kind)} />
        <FileInput at={camera} accept="image/*" capture="environment" onFiles={(files) => add(files, kind)} />
      </div>
      {limits !== undefined && (
        <p className={css.hint}>
          {t("evidence.limits", { size: bytesText(limits.bytes, language), count: limits.filesPerCase })}{" "}
          {t(isFinger ? "upload.waysByFinger" : "upload.ways")}
        </p>
      )}
      {uploads.length > 0 && (
        <ul className={css.rows}>
          {uploads.map((upload) => (
            <UploadRow
              key={upload.id}
              upload={upload}
              limits={limits}
              onCancel={() => cancel(upload)}
              onAgain={() => again(upload)}
              onDismiss={() => dismiss(upload)}
            />
          ))}
        </ul>
      )}
      {isOver && <p className={css.over}>{t("upload.drop", { kind: t(`proofKind.${kind}`) })}</p>}
    </div>
  );
}

function FileInput({
  at,
  onFiles,
  ...rest
}: Pick<InputHTMLAttributes<HTMLInputElement>, "multiple" | "capture"> & {
  readonly accept: string | undefined;
  readonly at: RefObject<HTMLInputElement | null>;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  return (
    <input
      {...rest}
      ref={at}
      type="file"
      hidden
      onChange={({ target }) => {
        const files = Array.from(target.files ?? []);
        target.value = "";
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
