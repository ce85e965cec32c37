import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { useOneKey } from "../graphql/one-key.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import { Button } from "../ui/Button.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { Modal } from "../ui/Modal.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PlannedCases, StayedCases } from "./ReassignLists.tsx";
import css from "./reassign.module.css";
import { ReassignCasesMutation, ReassignmentPlanQuery } from "./reassign-operations.ts";

/** As many as one plan spreads over. */
const MOST_TAKERS = 20;

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Somebody who could take over, with what speaks for and against it. */
export interface Taker extends Person {
  readonly open: number;
  readonly away: boolean;
}

/** First who takes over, then what would happen to each case, then it happens; what moved meanwhile stays where it is. */
export function Reassign({
  from,
  people,
  onClose,
  onDone,
}: {
  readonly from: Person | null;
  readonly people: readonly Taker[];
  readonly onClose: () => void;
  /** When it is left and some cases have changed hands, or may have. */
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const key = useOneKey();
  const [{ data, error: unplanned, fetching: planning, stale }, again] = useAnswer({
    query: ReassignmentPlanQuery,
    variables: { input: { fromId: from?.id ?? null, toIds: [...asked] } },
    pause: asked.length === 0,
    requestPolicy: "network-only",
  });
  const [{ data: given, error, fetching }, give] = useMutation(ReassignCasesMutation);
  const plan = data?.reassignmentPlan ?? [];
  const allowed = plan.filter(({ reasons }) => reasons.length === 0);
  const done = given?.assignCases.done ?? null;
  // Of what was not answered some may be done.
  const leave = done === null && error === undefined ? onClose : onDone;
  const stayed = given?.assignCases.rows.filter(({ result }) => result.__typename !== "CaseActionDone") ?? [];

  async function confirm(): Promise<void> {
    const cases = allowed.map(({ case: of, to }) => ({
      caseId: of.id,
      expectedVersion: of.version,
      assigneeId: to.id,
    }));
    await give({ input: { idempotencyKey: key.of(cases), cases } });
  }

  return (
    <Modal
      label={from === null ? t("supervisor.giveUnassigned") : t("supervisor.giveOf", { name: from.name })}
      heading
      onClose={leave}
    >
      <div className={css.reassign} aria-live="polite">
        {error !== undefined && <FailureNotice failure={failureOf(error)} isWrite unsure={t("bulk.failed")} />}
        {done !== null ? (
          <>
            <Notice
              kind={stayed.length === 0 ? "done" : "changed"}
              title={
                stayed.length === 0
                  ? t("supervisor.resultAll", { count: done })
                  : t("supervisor.result", { done, left: stayed.length })
              }
            />
            {stayed.length > 0 && <StayedCases rows={stayed} plan={plan} />}
            <div className={css.foot}>
              <Button look="primary" onClick={onDone}>
                {t("common.close")}
              </Button>
            </div>
          </>
        ) : (
          <>
            <fieldset className={css.people}>
              <legend>{t("supervisor.takers")}</legend>
              <p className={css.hint}>{t("supervisor.takersHint")}</p>
              {chosen.length >= MOST_TAKERS && (
                <p className={css.hint}>{t("supervisor.mostTakers", { count: MOST_TAKERS })}</p>
              )}
              {people.map((person) => (
                <div key={person.id} className={css.person}>
                  <label>
                    <input
                      type="checkbox"
                      aria-describedby={`taker-${person.id}`}
                      checked={chosen.includes(person.id)}
                      disabled={chosen.length >= MOST_TAKERS && !chosen.includes(person.id)}
                      onChange={({ target }) => {
                        setAsked([]);
                        setChosen(target.checked ? [...chosen, person.id] : chosen.filter((id) => id !== person.id));
                      }}
                    />
                    {person.name}
                  </label>
                  <small id={`taker-${person.id}`}>
                    {t(person.away ? "supervisor.takerAway" : "supervisor.takerHas", { count: person.open })}
                  </small>
                </div>
              ))}
            </fieldset>
            {unplanned !== undefined && (
              <FailureNotice failure={failureOf(unplanned)} onRetry={() => again({ requestPolicy: "network-only" })} />
            )}
            {data !== undefined && plan.length === 0 && <p>{t("supervisor.noWork")}</p>}
            {plan.length > 0 && <PlannedCases plan={plan} />}
            <div className={css.foot}>
              <Button onClick={leave}>{t("common.cancel")}</Button>
              {allowed.length === 0 ? (
                <Button
                  look="primary"
                  busy={planning}
                  disabled={chosen.length === 0 || asked.length > 0}
                  onClick={() => setAsked(chosen)}
                >
                  {t("supervisor.preview")}
                </Button>
              ) : (
                <Button
                  look="primary"
                  busy={fetching || stale}
                  // The second press of a double press on the preview is no word on what it shows.
                  onClick={({ detail }) => void (detail < 2 && confirm())}
                >
                  {t("supervisor.confirm", { count: allowed.length })}
                </Button>
              )}
            </div>
          </>
        )}
      </div>
    </Modal>
  );
}
