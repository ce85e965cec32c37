import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { useAnswer } from "../../graphql/use-answer.ts";
import { dayText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useNow } from "../../i18n/use-now.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import type { Rule } from "../../training/RuleTable.tsx";
import { AskedAnew } from "../../ui/AskedAnew.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { AudienceFields, type AudienceFilter, anybody } from "./AudienceFields.tsx";
import list from "./assign-page.module.css";
import { learnerRoles } from "./learner-roles.ts";
import css from "./training-page.module.css";

const RulePreviewQuery = graphql(`
  query TrainingRulePreview($input: TrainingRuleInput!, $ruleId: ID) {
    trainingRulePreview(input: $input, ruleId: $ruleId) {
      total
      people {
        dueOn
        staff {
          id
          name
          role
        }
      }
    }
  }
`);

/** A rule as it is being written. */
export interface RuleDraft {
  readonly courseId: string;
  readonly kind: Rule["kind"];
  readonly audience: AudienceFilter;
  readonly dueInDays: number;
  readonly daysAhead: number | null;
}

const kinds = ["ROLE", "POLICY", "EXPIRY"] as const satisfies readonly Rule["kind"][];

/** A new rule, or the days of one that holds, with whom it would find now beneath it. */
export function RuleForm({
  rule,
  courses,
  busy,
  onSend,
  onClose,
}: {
  readonly rule: Rule | null;
  readonly courses: readonly { readonly id: string; readonly title: string }[];
  readonly busy: boolean;
  readonly onSend: (draft: RuleDraft) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule));
  const change = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part });
  const { kind, audience, courseId, dueInDays, daysAhead } = draft;
  const isWhole = courseId !== "" && (kind === "EXPIRY" ? daysAhead !== null : audience.role !== null) && dueInDays > 0;
  const [{ data, error, fetching, stale }, again] = useAnswer({
    query: RulePreviewQuery,
    variables: { input: toRuleInput(draft), ruleId: rule?.id ?? null },
    pause: !isWhole,
    requestPolicy: "cache-and-network",
  });
  const found = data?.trainingRulePreview ?? null;
  return (
    <form
      className={css.form}
      aria-label={t(rule === null ? "training.rules.add" : "training.rules.change")}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(draft);
      }}
    >
      <h3>{rule === null ? t("training.rules.add") : t("training.rules.changeOf", { course: rule.course.title })}</h3>
      <div className={css.filters}>
        {rule === null && (
          <>
            <Field label={t("training.rules.course")}>
              {(control) => (
                <select
                  {...control}
                  required
                  value={courseId}
                  onChange={({ target }) => change({ courseId: target.value })}
                >
                  <option value="">{t("training.assign.pickCourse")}</option>
                  {courses.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={t("training.rules.kind")}>
              {(control) => (
                <select
                  {...control}
                  value={kind}
                  onChange={({ target }) => change({ kind: kinds.find((one) => one === target.value) ?? "ROLE" })}
                >
                  {kinds.map((one) => (
                    <option key={one} value={one}>
                      {t(`training.rules.kindName.${one}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <AudienceFields
              value={audience}
              every={kind === "EXPIRY" ? t("training.matrix.everyRole") : t("training.assign.pickRole")}
              required={kind !== "EXPIRY"}
              onChange={(to) => change({ audience: to })}
            />
          </>
        )}
        {kind === "EXPIRY" ? (
          <DaysField
            label={t("training.rules.daysAhead")}
            hint={t("training.rules.daysAheadHint")}
            value={daysAhead}
            onChange={(days) => change({ daysAhead: days })}
          />
        ) : (
          <DaysField
            label={t("training.rules.dueInDays")}
            hint={t("training.rules.dueInDaysHint")}
            value={dueInDays === 0 ? null : dueInDays}
            onChange={(days) => change({ dueInDays: days ?? 0 })}
          />
        )}
      </div>
      <div className={css.filters}>
        <Button type="submit" look="primary" busy={busy || fetching || stale} disabled={found === null}>
          {t(rule === null ? "training.rules.save" : "training.rules.saveChange")}
        </Button>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        {!isWhole && <span className={css.lead}>{t("training.rules.incomplete")}</span>}
      </div>
      {error !== undefined && (
        <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
      )}
      {fetching && <p role="status">{t("common.loading")}</p>}
      {found !== null && (
        <AskedAnew isPast={stale}>
          <Found kind={kind} found={found} />
        </AskedAnew>
      )}
    </form>
  );
}

function draftOf(rule: Rule | null): RuleDraft {
  if (rule === null) return { courseId: "", kind: "ROLE", audience: anybody, dueInDays: 14, daysAhead: 30 };
  const { kind, merchantId, institutionId, joinedFrom, dueInDays, daysAhead, course } = rule;
  const role = learnerRoles.find((one) => one === rule.role) ?? null;
  const audience = { role, merchantId, institutionId, joinedFrom };
  return { courseId: course.id, kind, audience, dueInDays, daysAhead };
}

type Preview = NonNullable<ResultOf<typeof RulePreviewQuery>["trainingRulePreview"]>;

/** Whom the rule finds as it is written now. */
function Found({ kind, found }: { readonly kind: Rule["kind"]; readonly found: Preview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  return (
    <>
      <p role="status">
        {found.total === 0
          ? t("training.rules.findsNobody")
          : t(kind === "POLICY" ? "training.rules.findsThen" : "training.rules.findsNow", { count: found.total })}
      </p>
      <ul className={list.people}>
        {found.people.map(({ staff, dueOn }) => (
          <li key={staff.id}>
            <span>
              {staff.name} <small>{t(`role.${staff.role}`)}</small>
            </span>
            {kind !== "POLICY" && <span>{t("training.due", { day: dayText(dueOn, language, now) })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the API takes of a draft. */
export function toRuleInput({ courseId, kind, audience, dueInDays, daysAhead }: RuleDraft) {
  return { courseId, kind, audience, dueInDays, daysAhead: kind === "EXPIRY" ? daysAhead : null };
}

function DaysField({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: number | null;
  readonly onChange: (days: number | null) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <input
          {...control}
          type="number"
          required
          min={1}
          max={365}
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value === "" ? null : Math.trunc(Number(target.value)))}
        />
      )}
    </Field>
  );
}
