import { useTranslation } from "react-i18next";
import { Field } from "../ui/Field.tsx";
import css from "./log-filters.module.css";

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

/** From one day to another: the two stand beside each other, however many fields fit into a row. */
export function DayFields({ value, onChange }: { readonly value: Days; readonly onChange: (days: Days) => void }) {
  const { t } = useTranslation();
  return (
    <div className={css.days}>
      {(["from", "to"] as const).map((end) => (
        <Field key={end} label={t(`audit.log.${end}`)}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={value[end] ?? ""}
              onChange={({ target }) => onChange({ ...value, [end]: target.value || null })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
