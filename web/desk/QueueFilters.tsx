import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseReason, CaseState } from "../graphql/words.ts";
import { readAmount } from "../ui/amount.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { type FilterWord, FilterWords } from "./FilterWords.tsx";
import { caseReasons, caseStates } from "./filter-lists.ts";
import type { QueueAddress } from "./queue-address.ts";
import css from "./queue-filters.module.css";

/** Filters as removable words, and a small form that adds to them. Nothing is asked for before it is applied. */
export function QueueFilters({
  address,
  onChange,
}: {
  readonly address: QueueAddress;
  readonly onChange: (change: Partial<QueueAddress>) => void;
}) {
  const { t } = useTranslation();
  const panel = useRef<HTMLDetailsElement>(null);
  const [badAmount, setBadAmount] = useState(false);
  const { state, reason, unassigned, over, currency } = address;

  function apply(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string) => String(form.get(name) ?? "").trim();
    const amount = typed("over");
    const isBad = amount !== "" && readAmount(amount, typed("currency")) === null;
    setBadAmount(isBad);
    if (isBad) return;
    onChange({
      state: caseStates.find((known) => known === typed("state")) ?? null,
      reason: caseReasons.find((known) => known === typed("reason")) ?? null,
      unassigned: form.has("unassigned"),
      over: amount === "" ? null : amount,
      currency: typed("currency"),
    });
    if (panel.current !== null) panel.current.open = false;
  }

  const words: FilterWord[] = [];
  if (state !== null)
    words.push({
      name: t("queue.filterState"),
      value: t(`caseState.${state}`),
      onRemove: () => onChange({ state: null }),
    });
  if (reason !== null)
    words.push({
      name: t("queue.filterReason"),
      value: t(`caseReason.${reason}`),
      onRemove: () => onChange({ reason: null }),
    });
  if (over !== null)
    words.push({ name: t("queue.filterOver"), value: `${currency} ${over}`, onRemove: () => onChange({ over: null }) });
  if (unassigned)
    words.push({ name: t("queue.filterUnassigned"), value: null, onRemove: () => onChange({ unassigned: false }) });

  return (
    <div className={css.filters}>
      {words.length > 0 && <FilterWords words={words} />}
      <details ref={panel} className={css.panel}>
        <summary>
          <Icon name="plus" size="s" />
          {t("queue.filter")}
        </summary>
        <form key={JSON.stringify(address)} onSubmit={apply}>
          <Choice
            name="state"
            label={t("queue.filterState")}
            any={t("queue.anyState")}
            chosen={state}
            options={caseStates.map((value: CaseState) => [value, t(`caseState.${value}`)])}
          />
          <Choice
            name="reason"
            label={t("queue.filterReason")}
            any={t("queue.anyReason")}
            chosen={reason}
            options={caseReasons.map((value: CaseReason) => [value, t(`caseReason.${value}`)])}
          />
          <div className={css.amount}>
            <Field label={t("queue.filterOver")} error={badAmount ? t("queue.badAmount") : undefined}>
              {(control) => <input {...control} name="over" inputMode="decimal" defaultValue={over ?? ""} />}
            </Field>
            <Field label={t("queue.currency")}>
              {(control) => (
                <input {...control} name="currency" defaultValue={currency} maxLength={3} pattern="[A-Z]{3}" required />
              )}
            </Field>
          </div>
          <label className={css.check}>
            <input type="checkbox" name="unassigned" defaultChecked={unassigned} />
            {t("queue.filterUnassigned")}
          </label>
          <Button type="submit" look="primary">
            {t("queue.apply")}
          </Button>
        </form>
      </details>
    </div>
  );
}

function Choice({
  name,
  label,
  any,
  chosen,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly chosen: string | null;
  readonly options: readonly (readonly [value: string, label: string])[];
}) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} name={name} defaultValue={chosen ?? ""}>
          <option value="">{any}</option>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
