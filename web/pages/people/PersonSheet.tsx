import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { exactText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { PersonHistory, PersonHistoryFragment } from "../../people/PersonHistory.tsx";
import css from "../../people/people.module.css";
import { StaffStateMark } from "../../people/StaffStateMark.tsx";
import { scopeName } from "../../people/scope-name.ts";
import { movesFrom, type StaffMove } from "../../people/staff-moves.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { useViewer } from "../../shell/viewer.ts";
import { Button } from "../../ui/Button.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { InvitationSent } from "./InvitationSent.tsx";
import { MoveForm } from "./MoveForm.tsx";

const PersonSheetQuery = graphql(
  `
    query PersonSheet($id: ID!) {
      node(id: $id) {
        id
        ... on Staff {
          name
          email
          role
          state
          version
          invitedUntil
          invitation {
            state
            locale
            at
            text {
              subject
              body
            }
          }
          openCaseCount
          merchant {
            id
            name
            nameZh
          }
          institution {
            id
            name
            nameZh
          }
          ...PersonHistory_staff
        }
      }
    }
  `,
  [PersonHistoryFragment],
);

/** Somebody's place at the desk: how they stand, what was done to it, and what can be done now. */
export function PersonSheet({
  id,
  onClose,
  onMoved,
}: {
  readonly id: string;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const viewer = useViewer();
  const [move, setMove] = useState<StaffMove | null>(null);
  const [{ data, error }, again] = useQuery({
    query: PersonSheetQuery,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const refresh = () => again({ requestPolicy: "network-only" });
  const person = data?.node != null && "name" in data.node ? data.node : null;
  const moves = person === null ? [] : movesFrom[person.state];
  return (
    <Modal label={person?.name ?? t("people.person")} heading onClose={onClose}>
      <div className={css.form}>
        {error !== undefined && person === null && <FailureView failure={failureOf(error)} onRetry={refresh} />}
        {error === undefined && data === undefined && <Skeleton rows={5} label={t("common.loading")} />}
        {data !== undefined && person === null && <p>{t("people.gone")}</p>}
        {person !== null && (
          <>
            <div className={css.facts}>
              <p>
                <StaffStateMark state={person.state} />
              </p>
              <p>{person.email}</p>
              <p>
                {person.merchant === null && person.institution === null
                  ? t(`role.${person.role}`)
                  : t("common.separated", {
                      first: t(`role.${person.role}`),
                      second: scopeName(person.merchant ?? person.institution, language),
                    })}
              </p>
              {person.invitedUntil !== null && (
                <p>{t("people.invitedUntil", { until: exactText(person.invitedUntil) })}</p>
              )}
              {person.state === "INVITED" && person.invitedUntil === null && <p>{t("people.invitationOver")}</p>}
              {person.state === "INVITED" && person.invitation !== null && (
                <InvitationSent invitation={person.invitation} />
              )}
              {(person.openCaseCount ?? 0) > 0 && <p>{t("people.openCases", { count: person.openCaseCount ?? 0 })}</p>}
            </div>
            {person.id === viewer.id ? (
              <p className={css.small}>{t("people.yourself")}</p>
            ) : move === null ? (
              <div className={css.moves}>
                {moves.map((one) => (
                  <Button key={one} onClick={() => setMove(one)}>
                    {t(`people.move.${one}`)}
                  </Button>
                ))}
              </div>
            ) : (
              <MoveForm
                key={move}
                move={move}
                person={person}
                onBack={() => setMove(null)}
                onMoved={() => {
                  setMove(null);
                  refresh();
                  onMoved();
                }}
                onStale={refresh}
              />
            )}
            <PersonHistory staff={person} />
          </>
        )}
      </div>
    </Modal>
  );
}
