import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import type { ProofKind } from "../graphql/words.ts";
import { bytesText, percentText } from "../i18n/numbers.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import css from "./evidence-upload.module.css";
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
  "PHOTO",
  "OTHER",
] as const satisfies readonly ProofKind[];

/** Adds a file: what it is, then the file. The limits are said before anything is sent, and how far it is while it goes. */
export function EvidenceUpload({ caseId, onAdded }: { readonly caseId: string; readonly onAdded: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [{ data }] = useQuery({ query: LimitsQuery });
  const [kind, setKind] = useState<ProofKind>("RECEIPT");
  const { state, upload } = useUpload(caseId, onAdded);
  const picker = useRef<HTMLInputElement>(null);
  const kindId = useId();
  const limits = data?.evidenceLimits;
  const isBusy = state.kind === "sending";

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
        <Button size="small" busy={isBusy} onClick={() => picker.current?.click()}>
          <Icon name="clip" size="s" />
          {isBusy ? t("evidence.sending", { share: percentText(state.share, language) }) : t("evidence.add")}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept={limits?.mediaTypes.join(",")}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = "";
            if (file !== undefined) void upload(file, kind);
          }}
        />
      </div>
      {limits !== undefined && (
        <p className={css.hint}>
          {t("evidence.limits", { size: bytesText(limits.bytes, language), count: limits.filesPerCase })}
        </p>
      )}
      {state.kind === "refused" && <Notice kind="no" title={state.message ?? t("evidence.refused")} />}
      {state.kind === "unreached" && (
        <Notice kind="unreached" title={t("failure.unreachedTitle")}>
          <p>{t("evidence.unreached")}</p>
        </Notice>
      )}
      <p className="quiet" role="status">
        {state.kind === "done" && t("evidence.added")}
      </p>
    </div>
  );
}
