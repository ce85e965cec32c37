import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import { type Cells, readLimits, typedLimits } from "../policy-text.ts";

/** Amounts by currency as they are typed, e.g. "CNY 200.00, USD 30.00"; kept as soon as all of it reads. */
export function LimitsField({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  /** What a currency means that is not named; of a limit, that it is above it. */
  readonly hint?: string;
  readonly value: Cells["amountAtMost"];
  readonly onChange: (limits: Cells["amountAtMost"]) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(typedLimits(value ?? []));
  const read = readLimits(typed);
  return (
    <Field
      label={label}
      hint={hint ?? t("policies.limitsHint")}
      error={read === null ? t("policies.limitsWrong") : undefined}
    >
      {(control) => (
        <textarea
          {...control}
          rows={1}
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
