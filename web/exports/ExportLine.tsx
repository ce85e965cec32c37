import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { bytesText } from "../i18n/numbers.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { ExportLineFragment } from "./export-operations.ts";
import css from "./exports.module.css";
import { FollowedExport } from "./FollowedExport.tsx";

/** One of the viewer's exports: what, how far, and what became of it. */
export function ExportLine({ run: of }: { readonly run: FragmentOf<typeof ExportLineFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const run = readFragment(ExportLineFragment, of);
  return (
    <li>
      <span className={css.name}>{t(`exportKind.${run.kind}`)}</span>
      <FollowedExport run={of} />
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
