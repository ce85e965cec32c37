import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { bytesText } from "../i18n/numbers.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { ExportAgain } from "./ExportAgain.tsx";
import { ExportLineFragment } from "./export-operations.ts";
import css from "./exports.module.css";
import { FollowedExport } from "./FollowedExport.tsx";

/** One of the viewer's exports: what, how far, and what became of it. */
export function ExportLine({
  run: of,
  onBegun,
}: {
  readonly run: FragmentOf<typeof ExportLineFragment>;
  /** The same list was asked for once more. Null: whoever looks may ask for none. */
  readonly onBegun: (() => void) | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const run = readFragment(ExportLineFragment, of);
  const kind = t(`exportKind.${run.kind}`);
  const gaveNone = run.state === "FAILED" || run.state === "CANCELLED";
  return (
    <li>
      <span className={css.name}>{kind}</span>
      <span className={css.outcome}>
        <FollowedExport run={of} />
        {gaveNone && onBegun !== null && <ExportAgain id={run.id} kind={kind} onBegun={onBegun} />}
      </span>
      <span className={css.facts}>
        {run.filePath !== null && <span>{bytesText(Number(run.bytes), language)}</span>}
        {run.filePath !== null && (
          <span>{run.downloads === 0 ? t("exports.notFetched") : t("exports.fetched", { count: run.downloads })}</span>
        )}
        {run.filePath !== null && run.expiresAt !== null && (
          <span>{t("exports.until", { at: momentText(run.expiresAt, language, now) })}</span>
        )}
        <time dateTime={run.startedAt}>{t("exports.asked", { at: momentText(run.startedAt, language, now) })}</time>
      </span>
    </li>
  );
}
