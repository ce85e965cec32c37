import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Amount, amountText, typedAmount } from "../../ui/amount.ts";
import { Field } from "../../ui/Field.tsx";
import type { ActionField, Values } from "./action-form.ts";
import { ChoiceControl, type OfferedWords } from "./ChoiceControl.tsx";
import type { MissingFields } from "./missing-fields.ts";

interface ActionFieldsProps {
  readonly fields: readonly ActionField[];
  readonly values: Values;
  readonly missing: MissingFields;
  /** What an amount most likely is: what was asked for. */
  readonly suggestion: Amount;
  readonly offered: OfferedWords;
  readonly onChange: (name: string, value: string) => void;
  /** A shop or a bank answers for itself: what it writes, the desk reads. */
  readonly isParty: boolean;
  /** The field whose words are being thought of anew: until they are there nobody writes on the last ones. */
  readonly waiting?: string | undefined;
  /** What stands below a field, by its name. */
  readonly below?: Readonly<Record<string, ReactNode>>;
}

/** The inputs of an action. Every text says who will read it. */
export function ActionFields({
  fields,
  values,
  missing,
  suggestion,
  offered,
  onChange,
  isParty,
  waiting,
  below = {},
}: ActionFieldsProps) {
  const { t } = useTranslation();
  const example = typedAmount(suggestion);

  function fault(name: string): string | undefined {
    const found = missing[name];
    return found === undefined
      ? undefined
      : found === "missing"
        ? t("sheet.missing")
        : t("sheet.badAmount", { example });
  }

  function hint(field: ActionField): string | undefined {
    if (field.kind === "amount") return t("fieldHint.claimed", { amount: amountText(suggestion) });
    if (field.kind === "text" && isParty) return t("parties.fieldHint");
    return field.kind === "text" ? t(`fieldHint.${field.audience}`) : undefined;
  }

  return fields.map((field) => {
    const { name, optional, whenPolicySays } = field;
    const plain = isParty && field.label === "confirms" ? t("parties.confirms") : t(`field.${field.label}`);
    const label = optional === true && whenPolicySays === undefined ? t("common.optional", { label: plain }) : plain;
    const value = values[name] ?? "";
    const change = (next: string) => onChange(name, next);
    return (
      <Fragment key={name}>
        <Field label={label} error={fault(name)} hint={hint(field)}>
          {(control) => {
            if (field.kind === "choice")
              return (
                <ChoiceControl
                  {...control}
                  source={field.choices}
                  offered={offered}
                  isParty={isParty}
                  value={value}
                  onChange={change}
                />
              );
            if (field.kind === "text") {
              return (
                <textarea
                  {...control}
                  maxLength={4000}
                  value={value}
                  readOnly={name === waiting}
                  aria-busy={name === waiting}
                  onChange={({ target }) => change(target.value)}
                />
              );
            }
            if (field.kind === "day")
              return <input {...control} type="date" value={value} onChange={({ target }) => change(target.value)} />;
            const amount = field.kind === "amount" ? ({ inputMode: "decimal", autoComplete: "off" } as const) : {};
            return (
              <input
                {...control}
                {...amount}
                maxLength={100}
                value={value}
                onChange={({ target }) => change(target.value)}
              />
            );
          }}
        </Field>
        {below[name]}
      </Fragment>
    );
  });
}
