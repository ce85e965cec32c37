import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { countText } from "../i18n/numbers.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Button } from "../ui/Button.tsx";
import { failureLine } from "../ui/failure-line.ts";
import { Icon } from "../ui/Icon.tsx";
import { CancelExportMutation, type ExportLineFragment } from "./export-operations.ts";
import css from "./exports.module.css";

type Run = ResultOf<typeof ExportLineFragment>;

/** How far a file is, read aloud as it changes; then the file itself. */
export function ExportProgress({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [{ fetching, error }, cancel] = useMutation(CancelExportMutation);
  const kind = t(`exportKind.${run.kind}`);
  const isUnderWay = run.state === "QUEUED" || run.state === "RUNNING";
  return (
    <div className={css.progress}>
      {isUnderWay && (
        <progress
          max={Math.max(run.rowsTotal, 1)}
          value={run.state === "QUEUED" ? undefined : run.rowsWritten}
          aria-label={kind}
        />
      )}
      <span role="status" className={run.state === "FAILED" ? css.trouble : undefined}>
        {run.state === "FAILED" && <Icon name="late" size="s" />} {useStateText(run, language)}
      </span>
      {isUnderWay && (
        <Button
          look="link"
          busy={fetching}
          aria-label={t("exports.cancelOf", { kind })}
          onClick={() => void cancel({ id: run.id })}
        >
          {t("exports.cancel")}
        </Button>
      )}
      {error !== undefined && isUnderWay && (
        <span className={css.trouble} role="alert">
          {failureLine(t, failureOf(error))}
        </span>
      )}
      {run.filePath !== null && (
        <a className={css.file} href={run.filePath} download aria-label={t("exports.downloadOf", { kind })}>
          <Icon name="importing" size="s" /> {t("exports.download")}
        </a>
      )}
    </div>
  );
}

function useStateText({ state, rowsTotal, rowsWritten, failure }: Run, language: "zh-CN" | "en"): string {
  const { t } = useTranslation();
  const written = countText(rowsWritten, language);
  switch (state) {
    case "QUEUED":
      return t("exports.queued");
    case "RUNNING":
      return t("exports.running", { written, total: countText(rowsTotal, language) });
    case "DONE":
      return t("exports.done", { count: rowsWritten, rows: written });
    case "FAILED":
      return failure ?? "";
    case "CANCELLED":
      return t("exports.cancelled");
    case "EXPIRED":
      return t("exports.expired");
  }
}
