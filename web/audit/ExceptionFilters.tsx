import { useTranslation } from "react-i18next";
import { Field } from "../ui/Field.tsx";
import { Choice } from "./Choice.tsx";
import { type ExceptionSearch, exceptionKinds, exceptionStandings } from "./exception-words.ts";
import css from "./log-filters.module.css";
import { useAuditPeople } from "./use-audit-people.ts";

/** Which exceptions, and how they stand. */
export function ExceptionFilters({
  search,
  onSearch,
}: {
  readonly search: ExceptionSearch;
  readonly onSearch: (search: ExceptionSearch) => void;
}) {
  const { t } = useTranslation();
  const { people } = useAuditPeople();
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
      <Choice
        label={t("audit.log.person")}
        any={t("audit.log.everybody")}
        value={search.person}
        options={people.map(({ id, name, role }) => [
          id,
          t("common.separated", { first: name, second: t(`role.${role}`) }),
        ])}
        onChoose={(person) => onSearch({ ...search, person })}
      />
      {(["from", "to"] as const).map((end) => (
        <Field key={end} label={t(`audit.log.${end}`)}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={search[end] ?? ""}
              onChange={({ target }) => onSearch({ ...search, [end]: target.value || null })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
