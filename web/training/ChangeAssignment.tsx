import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { answered } from "../graphql/answered.ts";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import type { Permission } from "../graphql/words.ts";
import { dayText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { failureLine } from "../ui/failure-line.ts";
import { Modal } from "../ui/Modal.tsx";
import { Notice } from "../ui/Notice.tsx";
import css from "./record-row.module.css";
import type { RecordState } from "./training-words.ts";

const WithdrawMutation = graphql(`
  mutation withdrawTraining($input: WithdrawTrainingInput!) {
    withdrawTraining(input: $input) {
      __typename
      ... on TrainingRecordChanged {
        record {
          id
          state
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

const WithdrawWaiverMutation = graphql(`
  mutation withdrawWaiver($input: WithdrawTrainingInput!) {
    withdrawWaiver(input: $input) {
      __typename
      ... on TrainingRecordChanged {
        record {
          id
          state
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

const ChangeDueMutation = graphql(`
  mutation changeTrainingDueDate($input: ChangeTrainingDueDateInput!) {
    changeTrainingDueDate(input: $input) {
      __typename
      ... on TrainingRecordChanged {
        record {
          id
          dueOn
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

export interface ChangingAssignment {
  readonly id: string;
  readonly course: string;
  readonly person: string;
  readonly dueOn: string | null;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
}

/** Another due day, or the end of an assignment or of a waiver. */
export type ChangeWay = "DUE" | "WITHDRAW" | "WAIVER";

/** Which changes each right allows. */
const waysOfRight: Readonly<Partial<Record<Permission, readonly ChangeWay[]>>> = {
  TRAINING_MANAGE: ["DUE", "WITHDRAW"],
  TRAINING_WAIVE: ["WAIVER"],
};

export function waysOf(permissions: readonly Permission[]): readonly ChangeWay[] {
  return permissions.flatMap((right) => waysOfRight[right] ?? []);
}

/** What can be changed of a record, of what the viewer may: what is under way, and a waiver that holds. */
export function waysToChange(
  { open, state }: { readonly open: boolean; readonly state: RecordState },
  may: readonly ChangeWay[],
): readonly ChangeWay[] {
  return may.filter((way) => (way === "WAIVER" ? state === "WAIVED" : open));
}

/** Another due day for an assignment, its end, or that of a waiver: what follows is said before the press, and a reason is asked. */
export function ChangeAssignment({
  assignment,
  way,
  onChanged,
  onClose,
}: {
  readonly assignment: ChangingAssignment;
  readonly way: ChangeWay;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { id, course, person, opensOn, closesOn } = assignment;
  const [dueOn, setDueOn] = useState(assignment.dueOn ?? "");
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [withdrawn, withdraw] = useMutation(WithdrawMutation);
  const [waived, withdrawWaiver] = useMutation(WithdrawWaiverMutation);
  const [moved, move] = useMutation(ChangeDueMutation);
  const withdraws = way !== "DUE";
  const isSame = !withdraws && dueOn === (assignment.dueOn ?? "");
  const day = (on: string | null) => (on === null ? t("training.change.open") : dayText(on, language, now));

  const input = { recordId: id, reason };
  const sends = {
    DUE: () =>
      answered(move({ input: { ...input, dueOn: dueOn === "" ? null : dueOn } }), (data) => data.changeTrainingDueDate),
    WITHDRAW: () => answered(withdraw({ input }), (data) => data.withdrawTraining),
    WAIVER: () => answered(withdrawWaiver({ input }), (data) => data.withdrawWaiver),
  };

  async function send(): Promise<void> {
    const { answer, error } = await sends[way]();
    if (answer === undefined) return setProblem(failureLine(t, failureOf(error)));
    if ("message" in answer) return setProblem(answer.message);
    onChanged();
    onClose();
  }

  return (
    <Modal label={t(`training.change.${way}.title`, { person, course })} heading onClose={onClose}>
      <form
        className={css.change}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{t(`training.change.${way}.means`, { person })}</p>
        {!withdraws && (
          <Field
            label={t("training.change.dueOn")}
            {...((opensOn !== null || closesOn !== null) && {
              hint: t("training.change.window", { from: day(opensOn), to: day(closesOn) }),
            })}
          >
            {(control) => (
              <input
                {...control}
                type="date"
                data-first-focus
                value={dueOn}
                min={opensOn ?? undefined}
                max={closesOn ?? undefined}
                onChange={({ target }) => setDueOn(target.value)}
              />
            )}
          </Field>
        )}
        <Field label={t("training.change.reason")}>
          {(control) => (
            <textarea
              {...control}
              {...(withdraws && { "data-first-focus": true })}
              rows={3}
              required
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        {problem !== null && <Notice kind="no" title={problem} />}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button
            look="primary"
            type="submit"
            busy={withdrawn.fetching || waived.fetching || moved.fetching}
            disabled={reason.trim() === "" || isSame}
          >
            {t(`training.change.${way}.confirm`)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
