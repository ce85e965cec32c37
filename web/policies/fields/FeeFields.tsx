import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import type { PolicyText } from "../policy-text.ts";
import { LimitsField } from "./LimitsField.tsx";

/** What a refund costs: a share of it, in per cent with two decimals, and a fixed part by currency. */
export function FeeFields({
  text: { feeBasisPoints, feeFixed },
  onChange,
}: {
  readonly text: PolicyText;
  readonly onChange: (change: Pick<PolicyText, "feeBasisPoints"> | Pick<PolicyText, "feeFixed">) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(feeBasisPoints === null ? "" : String(feeBasisPoints / 100));
  const read = readShare(typed);
  return (
    <>
      <Field
        label={t("policies.field.feeShare")}
        hint={t("policies.feeHint")}
        error={read === undefined ? t("policies.feeShareWrong") : undefined}
      >
        {(control) => (
          <input
            {...control}
            inputMode="decimal"
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
              const share = readShare(target.value);
              if (share !== undefined) onChange({ feeBasisPoints: share });
            }}
          />
        )}
      </Field>
      <LimitsField
        label={t("policies.field.feeFixed")}
        hint={t("policies.feeFixedHint")}
        value={feeFixed}
        onChange={(fixed) => onChange({ feeFixed: fixed })}
      />
    </>
  );
}

/** In hundredths of a per cent; null: no share, undefined: it does not read. */
function readShare(typed: string): number | null | undefined {
  if (typed.trim() === "") return null;
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(typed.trim())) return undefined;
  const points = Math.round(Number(typed) * 100);
  return points > 10_000 ? undefined : points === 0 ? null : points;
}
