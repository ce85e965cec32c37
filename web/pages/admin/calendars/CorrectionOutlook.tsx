import { useTranslation } from "react-i18next";
import css from "../../../calendars/calendars.module.css";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { useAnswer } from "../../../graphql/use-answer.ts";
import { FailureView } from "../../../shell/FailureView.tsx";
import { ClockShifts, ClockShiftsFragment } from "./ClockShifts.tsx";

const CorrectionOutlookQuery = graphql(
  `
    query CorrectionOutlook($day: Day!, $working: Boolean) {
      previewCalendarDay(calendar: CN, day: $day, working: $working) {
        notPublished
        ...ClockShifts_preview
      }
    }
  `,
  [ClockShiftsFragment],
);

/** Which running deadlines a correction would move, before it is made. */
export function CorrectionOutlook({ day, working }: { readonly day: string; readonly working: boolean | null }) {
  const { t } = useTranslation();
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
          <ClockShifts preview={preview} />
        </>
      )}
    </div>
  );
}
