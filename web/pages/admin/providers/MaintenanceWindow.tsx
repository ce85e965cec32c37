import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { dayOf, exactText, momentText, timeText } from "../../../i18n/times.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useNow } from "../../../i18n/use-now.ts";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { MaintenanceAnswer, MaintenanceAnswerFragment } from "./MaintenanceAnswer.tsx";
import css from "./providers.module.css";

export const MaintenanceWindowFragment = graphql(`
  fragment MaintenanceWindow_window on ProviderMaintenance {
    id
    startsAt
    endsAt
    reason
    state
    version
    history {
      id
      kind
      at
      by {
        id
        name
      }
    }
  }
`);

const StopMaintenanceMutation = graphql(
  `
    mutation StopMaintenance($input: StopProviderMaintenanceInput!) {
      answer: stopProviderMaintenance(input: $input) {
        __typename
        ... on ProviderMaintenanceKept {
          maintenance {
            ...MaintenanceWindow_window
          }
        }
        ...MaintenanceAnswer_problem
      }
    }
  `,
  [MaintenanceWindowFragment, MaintenanceAnswerFragment],
);

/** One window: when, why, where it stands, who did what, and the way to stop it. */
export function MaintenanceWindow({
  window,
  onStopped,
}: {
  readonly window: FragmentOf<typeof MaintenanceWindowFragment>;
  readonly onStopped: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { id, startsAt, endsAt, reason, state, version, history } = readFragment(MaintenanceWindowFragment, window);
  const [{ data, error, fetching }, stop] = useMutation(StopMaintenanceMutation);
  const answer = data?.answer;

  async function send(): Promise<void> {
    await stop({ input: { windowId: id, expectedVersion: version } });
    onStopped();
  }

  // A night's window is one day's: its day is said once.
  const isOneDay = dayOf(startsAt) === dayOf(endsAt);
  const ends = isOneDay ? timeText(endsAt, language) : momentText(endsAt, language, now);
  return (
    <li className={css.window}>
      <div className={css.told}>
        <p className={css.when}>
          <span className={css.state} data-state={state}>
            {t(`providers.stateOf.${state}`)}
          </span>
          <strong>{t("providers.fromTo", { from: momentText(startsAt, language, now), to: ends })}</strong>
        </p>
        <p>{reason}</p>
        {history.map(({ id: line, kind, at, by }) => (
          <p key={line} className={css.quiet}>
            {t("common.separated", {
              first: t(`providers.event.${kind}`),
              second: by === null ? exactText(at) : t("common.separated", { first: by.name, second: exactText(at) }),
            })}
          </p>
        ))}
        {answer !== undefined && answer.__typename !== "ProviderMaintenanceKept" && (
          <MaintenanceAnswer problem={answer} />
        )}
        {error !== undefined && <FailureView failure={failureOf(error)} isWrite onRetry={() => void send()} />}
      </div>
      {(state === "PLANNED" || state === "RUNNING") && (
        <Button busy={fetching} onClick={() => void send()}>
          {t(`providers.stop.${state}`)}
        </Button>
      )}
    </li>
  );
}
