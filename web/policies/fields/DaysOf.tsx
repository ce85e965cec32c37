import { useTranslation } from "react-i18next";
import { NeededDaysField } from "./DaysField.tsx";
import type { TextFields } from "./text-fields.ts";

type DaysName =
  | "windowDays"
  | "arrivalWorkingDaysFrom"
  | "arrivalWorkingDaysTo"
  | "appealWindowDays"
  | "reopenWindowDays";

/** One of a policy's numbers of days. */
export function DaysOf({ name, text, onChange }: TextFields & { readonly name: DaysName }) {
  const { t } = useTranslation();
  return (
    <NeededDaysField
      label={t(`policies.field.${name}`)}
      value={text[name]}
      onChange={(days) => onChange({ [name]: days })}
    />
  );
}
