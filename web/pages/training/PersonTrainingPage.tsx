import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { useViewer } from "../../shell/viewer.ts";
import { waysOf } from "../../training/ChangeAssignment.tsx";
import { PersonRecords, usePersonRecords } from "../../training/PersonRecords.tsx";
import { StandingCard, StandingCardFragment } from "../../training/StandingCard.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { TrainingTabs } from "./TrainingTabs.tsx";
import css from "./training-page.module.css";

const PersonTrainingQuery = graphql(
  `
    query PersonTraining($id: ID!) {
      node(id: $id) {
        ... on Staff {
          id
          name
          role
        }
      }
      courseStandings(staffId: $id) {
        course {
          id
        }
        ...StandingCard_standing
      }
    }
  `,
  [StandingCardFragment],
);

/** One person, for whoever watches over training. */
export function PersonTrainingPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const { permissions } = useViewer();
  const [{ data, error }, again] = useQuery({
    query: PersonTrainingQuery,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const records = usePersonRecords(id);
  const person = data?.node != null && "name" in data.node ? data.node : null;
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: person?.name ?? t("training.title") })}</title>
      <TrainingTabs />
      <div className={css.body}>
        {error !== undefined && data === undefined && (
          <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {data === undefined && error === undefined && <Skeleton rows={6} label={t("common.loading")} />}
        {person !== null && <h2>{t("common.separated", { first: person.name, second: t(`role.${person.role}`) })}</h2>}
        {data !== undefined && data.courseStandings.length === 0 && (
          <EmptyState title={t("training.matrix.nobody")} hint={t("training.matrix.nobodyHint")} />
        )}
        <ul className={css.cards}>
          {data?.courseStandings.map((standing) => (
            <StandingCard key={standing.course.id} standing={standing} isOwn={false} />
          ))}
        </ul>
        {data !== undefined && (
          <PersonRecords
            records={records}
            heading={t("training.records.title")}
            may={waysOf(permissions)}
            onChanged={() => again({ requestPolicy: "network-only" })}
          />
        )}
      </div>
    </div>
  );
}
