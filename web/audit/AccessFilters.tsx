import { useTranslation } from "react-i18next";
import { everyone, PickStaff } from "../pick/PickStaff.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { isComposing } from "../ui/is-composing.ts";
import { type AccessSearch, accessKinds, readAccessSearch } from "./access-address.ts";
import { Choice } from "./Choice.tsx";
import { DayFields } from "./DayFields.tsx";
import css from "./log-filters.module.css";

/** Who looked, at which case, in which way and when. A number is looked for when it is left or Enter is pressed. */
export function AccessFilters({
  search,
  onSearch,
}: {
  readonly search: AccessSearch;
  readonly onSearch: (search: AccessSearch) => void;
}) {
  const { t } = useTranslation();
  const setNumber = (text: string) => {
    const caseNumber = text.trim().toUpperCase() || null;
    if (caseNumber !== search.caseNumber) onSearch({ ...search, caseNumber });
  };
  return (
    <div className={css.filters}>
      <Field label={t("audit.log.caseNumber")}>
        {(control) => (
          <input
            {...control}
            key={search.caseNumber ?? ""}
            defaultValue={search.caseNumber ?? ""}
            spellCheck={false}
            autoComplete="off"
            onBlur={({ target }) => setNumber(target.value)}
            onKeyDown={(event) => event.key === "Enter" && !isComposing(event) && setNumber(event.currentTarget.value)}
          />
        )}
      </Field>
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
      <Choice
        label={t("access.kind")}
        any={t("access.everyKind")}
        value={search.kind}
        options={accessKinds.map((kind) => [kind, t(`access.kinds.${kind}`)])}
        onChoose={(kind) => onSearch({ ...search, kind })}
      />
      <DayFields value={{ from: search.from, to: search.to }} onChange={(days) => onSearch({ ...search, ...days })} />
      {Object.values(search).some((value) => value !== null) && (
        <Button look="link" onClick={() => onSearch(readAccessSearch(new URLSearchParams()))}>
          {t("audit.log.clear")}
        </Button>
      )}
    </div>
  );
}
