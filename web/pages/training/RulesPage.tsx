import type { ResultOf } from "gql.tada";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CombinedError, useMutation, useQuery } from "urql";
import { answered } from "../../graphql/answered.ts";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { useViewer } from "../../shell/viewer.ts";
import { type Rule, RuleTable, RuleTableFragment } from "../../training/RuleTable.tsx";
import { useCourses } from "../../training/use-courses.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { type RuleDraft, RuleForm, toRuleInput } from "./RuleForm.tsx";
import { TrainingTabs } from "./TrainingTabs.tsx";
import css from "./training-page.module.css";

const RulesPageQuery = graphql(
  `
    query RulesPage {
      trainingRules {
        id
        ...RuleTable_rule
      }
    }
  `,
  [RuleTableFragment],
);

const RuleAnswer = graphql(
  `
    fragment RuleAnswer on TrainingRuleResult @_unmask {
      __typename
      ... on TrainingRulesChanged {
        rules {
          id
          ...RuleTable_rule
        }
      }
      ... on Problem {
        message
      }
    }
  `,
  [RuleTableFragment],
);

const AddTrainingRuleMutation = graphql(
  `
    mutation addTrainingRule($input: TrainingRuleInput!) {
      addTrainingRule(input: $input) {
        ...RuleAnswer
      }
    }
  `,
  [RuleAnswer],
);

const ChangeTrainingRuleMutation = graphql(
  `
    mutation changeTrainingRule($input: ChangeTrainingRuleInput!) {
      changeTrainingRule(input: $input) {
        ...RuleAnswer
      }
    }
  `,
  [RuleAnswer],
);

const EndTrainingRuleMutation = graphql(
  `
    mutation endTrainingRule($id: ID!) {
      endTrainingRule(id: $id) {
        ...RuleAnswer
      }
    }
  `,
  [RuleAnswer],
);

type Heard = Awaited<ReturnType<typeof answered<unknown, ResultOf<typeof RuleAnswer>>>>;

/** What is open beside the table. */
type Open = { readonly kind: "NEW" } | { readonly kind: "CHANGE" | "END"; readonly rule: Rule } | null;

/** What assigns courses by itself: to a role and its later joiners, for a new policy version, ahead of expiry. */
export function RulesPage() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const [{ data, error }, again] = useQuery({ query: RulesPageQuery, requestPolicy: "cache-and-network" });
  const [added, add] = useMutation(AddTrainingRuleMutation);
  const [changed, change] = useMutation(ChangeTrainingRuleMutation);
  const [ended, end] = useMutation(EndTrainingRuleMutation);
  const [open, setOpen] = useState<Open>(null);
  /** For an answer that comes late: what is open by then. */
  const openNow = useRef<Open>(null);
  /** What was pressed last and not answered, to be pressed again. */
  const [failed, setFailed] = useState<{ readonly error: CombinedError; readonly again: () => void } | null>(null);
  const [said, setSaid] = useState<{ readonly kind: "done" | "no"; readonly title: string } | null>(null);
  const mayWrite = permissions.includes("TRAINING_MANAGE");
  const courses = useCourses().nodes.filter(({ published }) => published !== null);

  function turn(next: Open): void {
    openNow.current = next;
    setOpen(next);
  }

  /** A refusal stands beside the form, which stays as it was written; what is done closes it. */
  function hear(answer: { readonly __typename: string; readonly message?: string }, doneText: string): void {
    const isDone = answer.__typename === "TrainingRulesChanged";
    setSaid({ kind: isDone ? "done" : "no", title: isDone ? doneText : (answer.message ?? "") });
    if (isDone) turn(null);
  }

  async function press(work: () => Promise<Heard>, doneText: string): Promise<void> {
    const pressed = openNow.current;
    setFailed(null);
    setSaid(null);
    const { answer, error } = await work();
    // Also where no answer came: it may have been done.
    again({ requestPolicy: "network-only" });
    // Beside a form that was begun since it would be read as that form's; the table says what became of it.
    if (openNow.current !== null && openNow.current !== pressed) return;
    if (answer !== undefined) hear(answer, doneText);
    else if (error !== undefined) setFailed({ error, again: () => void press(work, doneText) });
  }

  function send(draft: RuleDraft): Promise<void> {
    if (open?.kind === "CHANGE") {
      const { id: ruleId, version: expectedVersion } = open.rule;
      const { dueInDays, daysAhead } = draft;
      const input = { ruleId, expectedVersion, dueInDays, daysAhead };
      return press(() => answered(change({ input }), (data) => data.changeTrainingRule), t("training.rules.changed"));
    }
    const input = toRuleInput(draft);
    return press(() => answered(add({ input }), (data) => data.addTrainingRule), t("training.rules.added"));
  }

  const stop = ({ id }: Rule) =>
    press(() => answered(end({ id }), (data) => data.endTrainingRule), t("training.rules.ended"));

  const turnTo = (next: Open) => {
    setFailed(null);
    setSaid(null);
    turn(next);
  };
  // Beside what was pressed: in front of the page where that is.
  const told = (
    <>
      {said !== null && <Notice kind={said.kind} title={said.title} />}
      {failed !== null && <FailureNotice failure={failureOf(failed.error)} isWrite onRetry={failed.again} />}
    </>
  );

  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("training.rules.title") })}</title>
      <TrainingTabs>
        {mayWrite && <Button onClick={() => turnTo({ kind: "NEW" })}>{t("training.rules.add")}</Button>}
      </TrainingTabs>
      <div className={css.body}>
        <p className={css.lead}>{t("training.rules.lead")}</p>
        {open?.kind !== "END" && told}
        {(open?.kind === "NEW" || open?.kind === "CHANGE") && (
          <RuleForm
            key={open.kind === "CHANGE" ? open.rule.id : "new"}
            rule={open.kind === "CHANGE" ? open.rule : null}
            courses={courses}
            busy={added.fetching || changed.fetching}
            onSend={(draft) => void send(draft)}
            onClose={() => turnTo(null)}
          />
        )}
        {error !== undefined && data === undefined && (
          <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {data === undefined && error === undefined && <Skeleton rows={8} label={t("common.loading")} />}
        {data !== undefined && data.trainingRules.length === 0 && (
          <EmptyState title={t("training.rules.empty")} hint={t("training.rules.emptyHint")} />
        )}
        {data !== undefined && data.trainingRules.length > 0 && (
          <RuleTable
            rules={data.trainingRules}
            onChange={mayWrite ? (rule) => turnTo({ kind: "CHANGE", rule }) : null}
            onEnd={mayWrite ? (rule) => turnTo({ kind: "END", rule }) : null}
          />
        )}
      </div>
      {open?.kind === "END" && (
        <Modal
          label={t("training.rules.endOf", { course: open.rule.course.title })}
          heading
          onClose={() => turnTo(null)}
        >
          <div className={css.ask}>
            <p>{t("training.rules.endMeans")}</p>
            {told}
            <div className={css.filters}>
              <Button look="primary" busy={ended.fetching} onClick={() => void stop(open.rule)}>
                {t("training.rules.end")}
              </Button>
              <Button onClick={() => turnTo(null)}>{t("common.cancel")}</Button>
            </div>
          </div>
        </Modal>
      )}
    </div>
  );
}
