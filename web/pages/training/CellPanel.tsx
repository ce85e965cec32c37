import type { TFunction } from "i18next";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMutation } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import type { CaseAction } from "../../graphql/words.ts";
import { dayOf, dayText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useListText } from "../../i18n/use-list-text.ts";
import { useNow } from "../../i18n/use-now.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { useViewer } from "../../shell/viewer.ts";
import { waysOf } from "../../training/ChangeAssignment.tsx";
import { type Cell, holdsNow } from "../../training/training-words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { focusWhenDrawn } from "../../ui/focus-when-drawn.ts";
import { isComposing } from "../../ui/is-composing.ts";
import { Notice } from "../../ui/Notice.tsx";
import { CellRecords } from "./CellRecords.tsx";
import css from "./cell-panel.module.css";

const AssignOneMutation = graphql(`
  mutation assignTraining($input: AssignTrainingInput!) {
    assignTraining(input: $input) {
      __typename
      ... on TrainingAssigned {
        assigned
        holding
        alreadyAssigned
      }
      ... on Problem {
        message
      }
    }
  }
`);

const WaiveTrainingMutation = graphql(`
  mutation waiveTraining($input: WaiveTrainingInput!) {
    waiveTraining(input: $input) {
      __typename
      ... on TrainingWaived {
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

export interface ChosenCell {
  readonly staffId: string;
  readonly person: string;
  readonly courseId: string;
  readonly course: string;
  readonly opens: readonly CaseAction[];
  readonly cell: Cell;
}

/** A cell's standing in words, with the days that belong to it. */
function standingText({ standing, days }: Cell, t: TFunction): string {
  if (standing === "LAPSING") return t("training.matrix.lapsesIn", { count: days ?? 0 });
  if (standing === "LAPSED") return t("training.matrix.lapsedSince", { count: days ?? 0 });
  return t(`training.standing.${standing}`);
}

const week = 7 * 86_400_000;

/** One cell: what it means for the work, and what can be done about it. */
export function CellPanel({
  chosen,
  onChanged,
  onClose,
}: {
  readonly chosen: ChosenCell;
  /** With what was done, in words. */
  readonly onChanged: (said: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const listed = useListText();
  const language = useLanguage();
  const now = useNow();
  const { permissions } = useViewer();
  const [assigned, assign] = useMutation(AssignOneMutation);
  const [waived, waive] = useMutation(WaiveTrainingMutation);
  const [reason, setReason] = useState<string | null>(null);
  const [until, setUntil] = useState("");
  const panel = useRef<HTMLElement>(null);
  useEffect(function takeFocus() {
    panel.current?.focus();
  }, []);

  const { cell, opens, person, course } = chosen;
  const dueOn = dayOf(new Date(now.getTime() + week));
  /** What was pressed last: what is told is told of that, and tried again is that. */
  const [pressed, setPressed] = useState<"ASSIGN" | "WAIVE" | null>(null);
  const last =
    pressed === "WAIVE"
      ? { answer: waived.data?.waiveTraining, error: waived.error, again: waiveIt }
      : { answer: assigned.data?.assignTraining, error: assigned.error, again: assignIt };
  const ways = waysOf(permissions);
  const canAssign =
    permissions.includes("TRAINING_MANAGE") && cell.standing !== "ASSIGNED" && cell.standing !== "OVERDUE";
  const canWaive = permissions.includes("TRAINING_WAIVE") && !holdsNow(cell);

  async function assignIt(): Promise<void> {
    setPressed("ASSIGN");
    const audience = { staffIds: [chosen.staffId] };
    const { data } = await assign({ input: { courseId: chosen.courseId, audience, dueOn, includeHolders: true } });
    // Whoever has an open assignment of it gets no second one, and is not said to have.
    if (data?.assignTraining.__typename === "TrainingAssigned" && data.assignTraining.assigned > 0)
      onChanged(t("training.matrix.assigned", { person, course, day: dayText(dueOn, language, now) }));
  }

  async function waiveIt(): Promise<void> {
    setPressed("WAIVE");
    const { data } = await waive({
      input: { staffId: chosen.staffId, courseId: chosen.courseId, reason: reason ?? "", validUntil: until || null },
    });
    if (data?.waiveTraining.__typename === "TrainingWaived") onChanged(t("training.matrix.waived", { person, course }));
  }

  return (
    <section
      ref={panel}
      className={css.panel}
      aria-label={t("common.separated", { first: person, second: course })}
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && !isComposing(event) && onClose()}
    >
      <h2>{t("common.separated", { first: person, second: course })}</h2>
      <p>
        <b>{standingText(cell, t)}</b>
      </p>
      {opens.length > 0 && !holdsNow(cell) && (
        <p className={cell.standing === "NOT_NEEDED" ? undefined : css.cannot}>
          {t(cell.standing === "NOT_NEEDED" ? "training.matrix.notAsked" : "training.matrix.cannot", {
            actions: listed(opens.map((action) => t(`caseAction.${action}`))),
          })}
        </p>
      )}
      {ways.length > 0 && <CellRecords chosen={chosen} may={ways} onChanged={onChanged} />}
      {pressed !== null && last.answer !== undefined && "message" in last.answer && (
        <Notice kind="no" title={last.answer.message} />
      )}
      {pressed === "ASSIGN" && assigned.data?.assignTraining.__typename === "TrainingAssigned" && (
        <Notice kind="no" title={t("training.matrix.already", { person, course })} />
      )}
      {pressed !== null && last.error !== undefined && (
        <FailureView failure={failureOf(last.error)} isWrite onRetry={() => void last.again()} />
      )}
      {reason === null ? (
        <div className={css.buttons}>
          {canAssign && (
            <Button look="primary" size="small" busy={assigned.fetching} onClick={() => void assignIt()}>
              {t("training.matrix.assign", { day: dayText(dueOn, language, now) })}
            </Button>
          )}
          {canWaive && (
            <Button size="small" onClick={() => setReason("")}>
              {t("training.matrix.waive")}
            </Button>
          )}
          <Button size="small" look="ghost" onClick={onClose}>
            {t("common.close")}
          </Button>
        </div>
      ) : (
        <form
          className={css.waive}
          onSubmit={(event) => {
            event.preventDefault();
            void waiveIt();
          }}
        >
          <Field label={t("training.matrix.waiveReason")}>
            {(control) => (
              <textarea
                {...control}
                ref={focusWhenDrawn}
                rows={2}
                required
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <Field label={t("training.matrix.waiveUntil")} hint={t("training.matrix.waiveHint")}>
            {(control) => (
              <input
                {...control}
                type="date"
                min={dayOf(now)}
                value={until}
                onChange={({ target }) => setUntil(target.value)}
              />
            )}
          </Field>
          <div className={css.buttons}>
            <Button type="submit" look="primary" size="small" busy={waived.fetching} disabled={reason.trim() === ""}>
              {t("training.matrix.confirmWaive")}
            </Button>
            <Button
              size="small"
              onClick={() => {
                setReason(null);
                setPressed(null);
              }}
            >
              {t("common.cancel")}
            </Button>
          </div>
        </form>
      )}
      <Link to={`/training/people/${chosen.staffId}`}>{t("training.matrix.person")}</Link>
    </section>
  );
}
