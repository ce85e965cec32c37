import type { VariablesOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import css from "../../../calendars/calendars.module.css";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { useAnswer } from "../../../graphql/use-answer.ts";
import { FailureView } from "../../../shell/FailureView.tsx";
import { ClockShifts, ClockShiftsFragment } from "./ClockShifts.tsx";

const YearOutlookQuery = graphql(
  `
    query CalendarYearOutlook($paper: CalendarYearInput!) {
      previewCalendarYear(paper: $paper) {
        reasons
        ...ClockShifts_preview
      }
    }
  `,
  [ClockShiftsFragment],
);

/** What is still wrong with the paper as it is filled in; once nothing is, what it does to running deadlines. */
export function YearOutlook({ paper }: { readonly paper: VariablesOf<typeof YearOutlookQuery>["paper"] }) {
  const { t } = useTranslation();
  const isEmpty = paper.holidays.length === 0;
  const [{ data, error }, again] = useAnswer({
    ...{ query: YearOutlookQuery, variables: { paper }, pause: isEmpty, requestPolicy: "network-only" },
  });
  if (error !== undefined)
    return <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const preview = data?.previewCalendarYear ?? undefined;
  return (
    <div className={css.outlook} aria-live="polite">
      {isEmpty && <p>{t("calendars.paper.empty")}</p>}
      {!isEmpty && preview === undefined && <p>{t("common.loading")}</p>}
      {preview !== undefined && preview.reasons.length > 0 && (
        <>
          <p>{t("calendars.paper.notYet", { count: preview.reasons.length })}</p>
          <ul>
            {preview.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      {preview !== undefined && preview.reasons.length === 0 && <ClockShifts preview={preview} />}
    </div>
  );
}
