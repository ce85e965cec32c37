import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation, useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { newKey } from "../graphql/new-key.ts";
import { Button } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";
import { Notice } from "../ui/Notice.tsx";
import css from "./reassign.module.css";

const ReassignmentPlanQuery = graphql(`
  query ReassignmentPlan($input: ReassignmentPlanInput!) {
    reassignmentPlan(input: $input) {
      case {
        id
        number
        version
      }
      to {
        id
        name
      }
      reasons {
        code
        message
      }
    }
  }
`);

const ReassignCasesMutation = graphql(`
  mutation ReassignCases($input: AssignCasesInput!) {
    assignCases(input: $input) {
      done
    }
  }
`);

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** First who takes over, then what would happen to each case, then it happens; what moved meanwhile stays where it is. */
export function Reassign({
  from,
  people,
  onClose,
  onDone,
}: {
  readonly from: Person | null;
  readonly people: readonly Person[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [key] = useState(newKey);
  const [{ data }] = useQuery({
    query: ReassignmentPlanQuery,
    variables: { input: { fromId: from?.id ?? null, toIds: [...asked] } },
    pause: asked.length === 0,
    requestPolicy: "network-only",
  });
  const [{ data: given, error, fetching }, give] = useMutation(ReassignCasesMutation);
  const plan = asked.length === 0 ? [] : (data?.reassignmentPlan ?? []);
  const allowed = plan.filter(({ reasons }) => reasons.length === 0);
  const done = given?.assignCases.done ?? null;
  const left = allowed.length - (done ?? 0);
  const name = from?.name ?? t("supervisor.nobody");

  async function confirm(): Promise<void> {
    const cases = allowed.map(({ case: of, to }) => ({
      caseId: of.id,
      expectedVersion: of.version,
      assigneeId: to.id,
    }));
    await give({ input: { idempotencyKey: key, cases } });
  }

  return (
    <Modal label={t("supervisor.giveOf", { name })} heading onClose={done === null ? onClose : onDone}>
      <div className={css.reassign} aria-live="polite">
        {error !== undefined && (
          <Notice kind="unreached" title={t("failure.unreachedTitle")}>
            <p>{t("failure.unreachedWrite")}</p>
          </Notice>
        )}
        {done !== null ? (
          <>
            <Notice
              kind={left === 0 ? "done" : "changed"}
              title={left === 0 ? t("supervisor.resultAll", { count: done }) : t("supervisor.result", { done, left })}
            />
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
              {people.map((person) => (
                <label key={person.id}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(person.id)}
                    onChange={({ target }) => {
                      setAsked([]);
                      setChosen(target.checked ? [...chosen, person.id] : chosen.filter((id) => id !== person.id));
                    }}
                  />
                  {person.name}
                </label>
              ))}
            </fieldset>
            {asked.length > 0 && data !== undefined && plan.length === 0 && <p>{t("supervisor.noWork")}</p>}
            {plan.length > 0 && (
              <ul className={css.plan} aria-label={t("supervisor.previewList")}>
                {plan.map(({ case: of, to, reasons }) => (
                  <li key={of.id}>
                    <span>{of.number}</span>
                    <span>
                      {reasons.length === 0 ? t("supervisor.goesTo", { name: to.name }) : t("supervisor.leftOut")}
                      {reasons.map(({ code, message }) => (
                        <span key={code} className={css.why}>
                          {message}
                        </span>
                      ))}
                    </span>
                  </li>
                ))}
              </ul>
            )}
            <div className={css.foot}>
              <Button onClick={onClose}>{t("common.cancel")}</Button>
              {allowed.length === 0 ? (
                <Button look="primary" disabled={chosen.length === 0} onClick={() => setAsked(chosen)}>
                  {t("supervisor.preview")}
                </Button>
              ) : (
                <Button look="primary" busy={fetching} onClick={() => void confirm()}>
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
