import { Progress, Upload } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { messageOf, sendFile } from "../graphql/send-file.ts";
import type { ImportKind } from "../graphql/words.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Segments } from "../ui/Segments.tsx";
import { useFinger } from "../ui/use-media.ts";
import { ImportPreview } from "./ImportPreview.tsx";
import css from "./import-upload.module.css";
import { type ChosenColumns, importHeaders, importKinds, importPaths } from "./use-import-preview.ts";

type State =
  | { readonly kind: "idle" }
  | {
      readonly kind: "looking";
      readonly file: File;
      /** Which columns somebody has said are which: it stays where the file was not taken. */
      readonly chosen: ChosenColumns;
      readonly trouble: Trouble | null;
    }
  | { readonly kind: "sending"; readonly share: number; readonly name: string };

/** Why a file was not taken: nobody answered, or the answer was no. */
type Trouble = { readonly kind: "unreached" } | { readonly kind: "refused"; readonly message: string | null };

/** What kind of file it is; then the file, by pressing or dropping; then a look at it before it is sent. */
export function ImportUpload({ onReceived }: { readonly onReceived: (importId: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [kind, setKind] = useState<ImportKind>("SETTLEMENT");
  const [state, setState] = useState<State>({ kind: "idle" });
  const stop = useRef<AbortController>(null);
  const isFinger = useFinger();

  async function send(file: File, chosen: ChosenColumns): Promise<void> {
    stop.current = new AbortController();
    setState({ kind: "sending", share: 0, name: file.name });
    const sent = await sendFile({
      url: importPaths[kind],
      file,
      headers: importHeaders(language, file, chosen),
      onProgress: (share) => setState({ kind: "sending", share, name: file.name }),
      signal: stop.current.signal,
    });
    const lookAgain = (trouble: Trouble | null) => setState({ kind: "looking", file, chosen, trouble });
    if (sent.kind === "cancelled") return lookAgain(null);
    if (sent.kind === "unreached") return lookAgain({ kind: "unreached" });
    const id = sent.status < 300 ? importIdOf(sent.body) : null;
    if (id === null) return lookAgain({ kind: "refused", message: messageOf(sent.body) });
    setState({ kind: "idle" });
    onReceived(id);
  }

  function setKindTo(other: ImportKind): void {
    setKind(other);
    setState((now) => (now.kind === "looking" ? { ...now, chosen: {}, trouble: null } : now));
  }

  const trouble = state.kind === "looking" ? state.trouble : null;
  return (
    <div className={css.upload}>
      <Segments
        legend={t("imports.kind")}
        value={kind}
        onChange={setKindTo}
        options={importKinds.map((value) => ({ value, label: t(`importKind.${value}`) }))}
      />
      {state.kind === "looking" ? (
        <ImportPreview
          key={`${kind} ${state.file.name} ${state.file.lastModified}`}
          file={state.file}
          kind={kind}
          begun={state.chosen}
          onOther={setKindTo}
          onSend={(chosen) => void send(state.file, chosen)}
          onDrop={() => setState({ kind: "idle" })}
        />
      ) : state.kind === "sending" ? (
        <div className={css.sending} role="status">
          <p>{t("common.separated", { first: t("imports.sending"), second: state.name })}</p>
          <Progress percent={Math.round(state.share * 100)} aria-label={t("imports.sending")} />
          <Button size="small" onClick={() => stop.current?.abort()}>
            {t("imports.cancel")}
          </Button>
        </div>
      ) : (
        <Upload.Dragger
          accept=".csv,text/csv"
          multiple={false}
          showUploadList={false}
          beforeUpload={(file) => {
            setState({ kind: "looking", file, chosen: {}, trouble: null });
            return false;
          }}
        >
          <span className={css.drop}>
            <Icon name="importing" size="l" />
            {t(isFinger ? "imports.chooseByFinger" : "imports.choose")}
            <small>{t("imports.hint")}</small>
          </span>
        </Upload.Dragger>
      )}
      {trouble?.kind === "refused" && <Notice kind="no" title={trouble.message ?? t("imports.refused")} />}
      {trouble?.kind === "unreached" && (
        <Notice kind="unreached" title={t("failure.unreachedTitle")}>
          <p>{t("imports.unreached")}</p>
        </Notice>
      )}
    </div>
  );
}

function importIdOf(body: unknown): string | null {
  return typeof body === "object" && body !== null && "id" in body && typeof body.id === "string" ? body.id : null;
}
