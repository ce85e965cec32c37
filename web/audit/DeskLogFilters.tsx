import { useTranslation } from "react-i18next";
import { everyone, PickStaff } from "../pick/PickStaff.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Choice } from "./Choice.tsx";
import { DayFields } from "./DayFields.tsx";
import { type DeskLogSearch, deskLogActions, deskLogAreas, wholeDeskLog } from "./desk-log-address.ts";
import css from "./log-filters.module.css";

/** Which part of the desk, what was done there, by whom and when. Of a chosen part only its own actions are offered. */
export function DeskLogFilters({
  search,
  onSearch,
}: {
  readonly search: DeskLogSearch;
  readonly onSearch: (search: DeskLogSearch) => void;
}) {
  const { t } = useTranslation();
  const { area, action } = search;
  const offered = deskLogActions.filter((one) => area === null || one.startsWith(`${area}_`));
  return (
    <div className={css.filters}>
      <Choice
        label={t("deskLog.area")}
        any={t("deskLog.everyArea")}
        value={area}
        options={deskLogAreas.map((one) => [one, t(`deskLog.areas.${one}`)])}
        onChoose={(chosen) => onSearch({ ...search, area: chosen, action: null })}
      />
      <Choice
        label={t("audit.log.action")}
        any={t("audit.log.everyAction")}
        value={action}
        options={offered.map((one) => [one, t(`deskLog.actions.${one}`)])}
        onChoose={(chosen) => onSearch({ ...search, action: chosen })}
      />
      <Field label={t("audit.log.person")}>
        {(control) => (
          <PickStaff
            control={control}
            value={search.person}
            any={t("audit.log.everybody")}
            of={everyone}
            onChoose={(person) => onSearch({ ...search, person })}
          />
        )}
      </Field>
      <DayFields value={{ from: search.from, to: search.to }} onChange={(days) => onSearch({ ...search, ...days })} />
      {Object.values(search).some((value) => value !== null) && (
        <Button look="link" onClick={() => onSearch(wholeDeskLog)}>
          {t("audit.log.clear")}
        </Button>
      )}
    </div>
  );
}
