import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";

const MOST_DAYS = 3660;

/** A number of days; empty asks nothing. */
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
          max={MOST_DAYS}
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value === "" ? null : daysOf(target.value))}
        />
      )}
    </Field>
  );
}

/** A number of days that must be there: while the field is empty, on the way to another number, the last one holds. */
export function NeededDaysField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (days: number) => void;
}) {
  const { t } = useTranslation();
  const [isEmpty, setIsEmpty] = useState(false);
  return (
    <Field label={label} error={isEmpty ? t("policies.daysNeeded", { count: value }) : undefined}>
      {(control) => (
        <input
          {...control}
          type="number"
          required
          min={0}
          max={MOST_DAYS}
          value={isEmpty ? "" : value}
          onBlur={() => setIsEmpty(false)}
          onChange={({ target }) => {
            setIsEmpty(target.value === "");
            if (target.value !== "") onChange(daysOf(target.value));
          }}
        />
      )}
    </Field>
  );
}

function daysOf(typed: string): number {
  return Math.min(MOST_DAYS, Math.max(0, Math.round(Number(typed))));
}
