import { useTranslation } from "react-i18next";
import css from "../../../calendars/calendars.module.css";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { useAnswer } from "../../../graphql/use-answer.ts";
import { momentText } from "../../../i18n/times.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useNow } from "../../../i18n/use-now.ts";
import { FailureView } from "../../../shell/FailureView.tsx";

const CorrectionOutlookQuery = graphql(`
  query CorrectionOutlook($day: Day!, $working: Boolean) {
    previewCalendarDay(calendar: CN, day: $day, working: $working) {
      notPublished
      later
      kept
      examples {
        caseNumber
        title
        from
        to
      }
    }
  }
`);

/** Which running deadlines a correction would move, before it is made. */
export function CorrectionOutlook({ day, working }: { readonly day: string; readonly working: boolean | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const [{ data, error }, again] = useAnswer({
    query: CorrectionOutlookQuery,
    variables: { day, working },
    requestPolicy: "network-only",
  });
  if (error !== undefined)
    return <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const preview = data?.previewCalendarDay ?? undefined;
  return (
    <div className={css.outlook} aria-live="polite">
      {preview === undefined && <p>{t("common.loading")}</p>}
      {preview !== undefined && (
        <>
          {preview.notPublished !== null && <p>{t("calendars.waits", { year: preview.notPublished })}</p>}
          <p>{preview.later === 0 ? t("calendars.movesNone") : t("calendars.moves", { count: preview.later })}</p>
          {preview.kept > 0 && <p>{t("calendars.keeps", { count: preview.kept })}</p>}
          {preview.examples.length > 0 && (
            <ul>
              {preview.examples.map(({ caseNumber, title, from, to }) => (
                <li key={`${caseNumber} ${title}`}>
                  <strong>{caseNumber}</strong>{" "}
                  {from === null
                    ? t("calendars.shiftNew", { title, to: momentText(to, language, now) })
                    : t("calendars.shift", {
                        ...{ title, from: momentText(from, language, now), to: momentText(to, language, now) },
                      })}
                </li>
              ))}
            </ul>
          )}
          {preview.later > preview.examples.length && <p>{t("calendars.more", { count: preview.examples.length })}</p>}
        </>
      )}
    </div>
  );
}
