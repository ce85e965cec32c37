import { useTranslation } from "react-i18next";
import { PickZone } from "../../pick/PickZone.tsx";
import { DaysOf } from "./DaysOf.tsx";
import type { TextFields } from "./text-fields.ts";
import { WindowFields } from "./WindowFields.tsx";

/** How long somebody may ask, and by when the money arrives; days are those of the policy's zone. */
export function TimesFields({ text, onChange }: TextFields) {
  const { t } = useTranslation();
  return (
    <>
      <PickZone
        label={t("policies.field.timeZone")}
        hint={t("policies.field.timeZoneHint")}
        value={text.timeZone}
        onChange={(timeZone) => onChange({ timeZone })}
      />
      <DaysOf name="windowDays" text={text} onChange={onChange} />
      <DaysOf name="arrivalWorkingDaysFrom" text={text} onChange={onChange} />
      <DaysOf name="arrivalWorkingDaysTo" text={text} onChange={onChange} />
      <WindowFields
        windows={text.windows}
        usual={text.windowDays}
        onChange={(windows) => onChange({ windows: [...windows] })}
      />
    </>
  );
}
