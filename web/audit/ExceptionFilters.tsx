import { useTranslation } from "react-i18next";
import { everyone, PickStaff } from "../pick/PickStaff.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Choice } from "./Choice.tsx";
import { DayFields } from "./DayFields.tsx";
import { type ExceptionSearch, exceptionKinds, exceptionStandings, readExceptionSearch } from "./exception-words.ts";
import css from "./log-filters.module.css";

/** Which exceptions, and how they stand. */
export function ExceptionFilters({
  search,
  onSearch,
}: {
  readonly search: ExceptionSearch;
  readonly onSearch: (search: ExceptionSearch) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={css.filters}>
      <Choice
        label={t("audit.exceptions.kind")}
        any={t("audit.exceptions.everyKind")}
        value={search.kind}
        options={exceptionKinds.map((kind) => [kind, t(`audit.exceptions.kinds.${kind}`)])}
        onChoose={(kind) => onSearch({ ...search, kind })}
      />
      <Choice
        label={t("audit.exceptions.standing")}
        any={t("audit.exceptions.everyStanding")}
        value={search.standing}
        options={exceptionStandings.map((standing) => [standing, t(`audit.exceptions.standings.${standing}`)])}
        onChoose={(standing) => onSearch({ ...search, standing })}
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
        <Button look="link" onClick={() => onSearch(readExceptionSearch(new URLSearchParams()))}>
          {t("audit.log.clear")}
        </Button>
      )}
    </div>
  );
}
