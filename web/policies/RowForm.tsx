import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../ui/Field.tsx";
import css from "./decision-table.module.css";
import { answers, channels, networks, outcomes, reasons } from "./policy-lists.ts";
import { type Cells, readLimits, type TableRow, typedLimits, yesNoFacts } from "./policy-text.ts";

const levels = ["APPROVAL_FIRST", "APPROVAL_SECOND"] as const;

/** One row with a control for every column. What is empty is not asked. */
export function RowForm({ row, onChange }: { readonly row: TableRow; readonly onChange: (row: TableRow) => void }) {
  const { t } = useTranslation();
  const { when } = row;
  const ask = (cells: Partial<Cells>) => onChange({ ...row, when: { ...when, ...cells } });
  return (
    <div className={css.form}>
      <Words
        label={t("policies.column.reason")}
        value={when.reasons}
        words={reasons.map((word) => [word, t(`policies.reason.${word}`)])}
        onChange={(chosen) => ask({ reasons: chosen })}
      />
      <Words
        label={t("policies.column.shop")}
        value={when.merchantAnswers}
        words={answers.map((word) => [word, t(`policies.answer.${word}`)])}
        onChange={(chosen) => ask({ merchantAnswers: chosen })}
      />
      <LimitsField
        label={t("policies.amountAbove")}
        value={when.amountAbove}
        onChange={(limits) => ask({ amountAbove: limits })}
      />
      <LimitsField
        label={t("policies.amountAtMost")}
        value={when.amountAtMost}
        onChange={(limits) => ask({ amountAtMost: limits })}
      />
      <DaysField
        label={t("policies.daysMoreThan")}
        value={when.daysMoreThan}
        onChange={(days) => ask({ daysMoreThan: days })}
      />
      <DaysField
        label={t("policies.daysAtMost")}
        value={when.daysAtMost}
        onChange={(days) => ask({ daysAtMost: days })}
      />
      <Words
        label={t("policies.networks")}
        value={when.networks}
        words={networks.map((word) => [word, t(`policies.network.${word}`)])}
        onChange={(chosen) => ask({ networks: chosen })}
      />
      <Words
        label={t("policies.channels")}
        value={when.channels}
        words={channels.map((word) => [word, t(`policies.channel.${word}`)])}
        onChange={(chosen) => ask({ channels: chosen })}
      />
      {yesNoFacts.map((fact) => (
        <Field key={fact} label={t(`policies.fact.${fact}.name`)}>
          {(control) => (
            <select
              {...control}
              value={String(when[fact])}
              onChange={({ target }) => ask({ [fact]: target.value === "null" ? null : target.value === "true" })}
            >
              <option value="null">{t("policies.any")}</option>
              <option value="true">{t(`policies.fact.${fact}.yes`)}</option>
              <option value="false">{t(`policies.fact.${fact}.no`)}</option>
            </select>
          )}
        </Field>
      ))}
      <Field label={t("policies.column.outcome")}>
        {(control) => (
          <select
            {...control}
            value={row.straightThrough ? "APPROVE_AT_ONCE" : row.outcome}
            onChange={({ target }) => {
              const straightThrough = target.value === "APPROVE_AT_ONCE";
              onChange({
                ...row,
                straightThrough,
                outcome: straightThrough ? "APPROVE" : (target.value as TableRow["outcome"]),
              });
            }}
          >
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`policies.testOutcome.${outcome}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Words
        label={t("policies.approvals")}
        value={row.approvals}
        words={levels.map((word) => [word, t(`policies.level.${word}`)])}
        onChange={(chosen) => onChange({ ...row, approvals: (chosen ?? []) as TableRow["approvals"] })}
      />
      {(["zh", "en"] as const).map((language) => (
        <div key={language} className={css.wide}>
          <Field label={t(`policies.because.${language}`)}>
            {(control) => (
              <input
                {...control}
                maxLength={600}
                value={row.because[language]}
                onChange={({ target }) => onChange({ ...row, because: { ...row.because, [language]: target.value } })}
              />
            )}
          </Field>
        </div>
      ))}
    </div>
  );
}

function Words({
  label,
  value,
  words,
  onChange,
}: {
  label: string;
  value: readonly string[] | null;
  words: readonly (readonly [string, string])[];
  onChange: (chosen: string[] | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <Field label={label}>
      {({ id }) => (
        <Select
          id={id}
          mode="multiple"
          allowClear
          placeholder={t("policies.any")}
          value={[...(value ?? [])]}
          options={words.map(([word, text]) => ({ value: word, label: text }))}
          onChange={(chosen: string[]) => onChange(chosen.length === 0 ? null : chosen)}
        />
      )}
    </Field>
  );
}

/** Limits as they are typed, e.g. "CNY 200.00, USD 30.00"; kept as soon as all of it reads. */
export function LimitsField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Cells["amountAtMost"];
  readonly onChange: (limits: Cells["amountAtMost"]) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(typedLimits(value ?? []));
  const read = readLimits(typed);
  return (
    <Field label={label} hint={t("policies.limitsHint")} error={read === null ? t("policies.limitsWrong") : undefined}>
      {(control) => (
        <input
          {...control}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            const limits = readLimits(target.value);
            if (limits !== null) onChange(limits.length === 0 ? null : [...limits]);
          }}
        />
      )}
    </Field>
  );
}

export function DaysField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (days: number | null) => void;
}) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="number"
          min={0}
          max={3660}
          value={value ?? ""}
          onChange={({ target }) =>
            onChange(target.value === "" ? null : Math.min(3660, Math.max(0, Math.round(Number(target.value)))))
          }
        />
      )}
    </Field>
  );
}
