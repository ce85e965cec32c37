import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { useViewer } from "../../shell/viewer.ts";
import { PersonRecords, usePersonRecords } from "../../training/PersonRecords.tsx";
import { StandingCard, StandingCardFragment } from "../../training/StandingCard.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { TrainingTabs } from "./TrainingTabs.tsx";
import css from "./training-page.module.css";

const MyTrainingQuery = graphql(
  `
    query MyTraining {
      courseStandings {
        course {
          id
        }
        ...StandingCard_standing
      }
    }
  `,
  [StandingCardFragment],
);

/** Each person's own: what is due, what holds until when, and what they have taken. */
export function MyTrainingPage() {
  const { t } = useTranslation();
  const { id } = useViewer();
  const [{ data, error }, again] = useQuery({ query: MyTrainingQuery, requestPolicy: "cache-and-network" });
  const records = usePersonRecords(id);
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("training.tabs.mine") })}</title>
      <TrainingTabs />
      <div className={css.body}>
        {error !== undefined && data === undefined && (
          <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {data === undefined && error === undefined && <Skeleton rows={6} label={t("common.loading")} />}
        {data !== undefined && data.courseStandings.length === 0 && (
          <EmptyState title={t("training.nothing")} hint={t("training.nothingHint")} />
        )}
        {data !== undefined && data.courseStandings.length > 0 && (
          <>
            <h2>{t("training.tabs.mine")}</h2>
            <ul className={css.cards}>
              {data.courseStandings.map((standing) => (
                <StandingCard key={standing.course.id} standing={standing} isOwn />
              ))}
            </ul>
          </>
        )}
        {data !== undefined && <PersonRecords records={records} heading={t("training.history")} />}
      </div>
    </div>
  );
}
