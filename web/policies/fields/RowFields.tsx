import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import css from "../decision-table.module.css";
import { answers, channels, currencies, networks, outcomes, reasons } from "../policy-lists.ts";
import { type Cells, type TableRow, yesNoFacts } from "../policy-text.ts";
import { DaysField } from "./DaysField.tsx";
import { LimitsField } from "./LimitsField.tsx";
import { Words } from "./Words.tsx";

/** What a row asks, a column each, and what follows. */
export const askingColumns = ["reason", "amount", "shop", "days", "other"] as const;
export const followingColumns = ["outcome", "words"] as const;
export type Column = (typeof askingColumns)[number] | (typeof followingColumns)[number];

const levels = ["APPROVAL_FIRST", "APPROVAL_SECOND"] as const;

interface RowFieldsProps {
  readonly row: TableRow;
  readonly onChange: (row: TableRow) => void;
}

/** The controls of one column. What is empty is not asked. */
export function ColumnFields({ column, row, onChange }: RowFieldsProps & { readonly column: Column }) {
  const { t } = useTranslation();
  const { when } = row;
  const ask = (cells: Partial<Cells>) => onChange({ ...row, when: { ...when, ...cells } });
  switch (column) {
    case "reason":
      return (
        <Words
          label={t("policies.column.reason")}
          value={when.reasons}
          words={reasons.map((word) => [word, t(`caseReason.${word}`)])}
          onChange={(chosen) => ask({ reasons: chosen })}
        />
      );
    case "shop":
      return (
        <Words
          label={t("policies.column.shop")}
          value={when.merchantAnswers}
          words={answers.map((word) => [word, t(`policies.answer.${word}`)])}
          onChange={(chosen) => ask({ merchantAnswers: chosen })}
        />
      );
    case "amount":
      return (
        <>
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
        </>
      );
    case "days":
      return (
        <>
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
        </>
      );
    case "other":
      return <OtherFields when={when} onAsk={ask} />;
    case "outcome":
      return <OutcomeFields row={row} onChange={onChange} />;
    case "words":
      return (["zh", "en"] as const).map((language) => (
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
      ));
  }
}

function OtherFields({ when, onAsk }: { readonly when: Cells; readonly onAsk: (cells: Partial<Cells>) => void }) {
  const { t } = useTranslation();
  const known = [...new Set([...currencies, ...(when.currencies ?? [])])];
  return (
    <>
      <Words
        label={t("policies.networks")}
        value={when.networks}
        words={networks.map((word) => [word, t(`policies.network.${word}`)])}
        onChange={(chosen) => onAsk({ networks: chosen })}
      />
      <Words
        label={t("policies.channels")}
        value={when.channels}
        words={channels.map((word) => [word, t(`policies.channel.${word}`)])}
        onChange={(chosen) => onAsk({ channels: chosen })}
      />
      <Words
        label={t("policies.currencies")}
        value={when.currencies}
        words={known.map((code) => [code, code])}
        onChange={(chosen) => onAsk({ currencies: chosen })}
      />
      {yesNoFacts.map((fact) => (
        <Field key={fact} label={t(`policies.fact.${fact}.name`)}>
          {(control) => (
            <select
              {...control}
              value={String(when[fact])}
              onChange={({ target }) => onAsk({ [fact]: target.value === "null" ? null : target.value === "true" })}
            >
              <option value="null">{t("policies.any")}</option>
              <option value="true">{t(`policies.fact.${fact}.yes`)}</option>
              <option value="false">{t(`policies.fact.${fact}.no`)}</option>
            </select>
          )}
        </Field>
      ))}
    </>
  );
}

function OutcomeFields({ row, onChange }: RowFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
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
        none={t("policies.nobodyMore")}
        value={row.approvals}
        words={levels.map((word) => [word, t(`policies.level.${word}`)])}
        onChange={(chosen) => onChange({ ...row, approvals: (chosen ?? []) as TableRow["approvals"] })}
      />
    </>
  );
}
