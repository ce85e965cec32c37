import { useTranslation } from "react-i18next";
import { Field } from "../ui/Field.tsx";
import { type AccessSearch, accessKinds } from "./access-address.ts";
import { Choice } from "./Choice.tsx";
import css from "./log-filters.module.css";
import { useAuditPeople } from "./use-audit-people.ts";

/** Who looked, at which case, in which way and when. A number is looked for when it is left or Enter is pressed. */
export function AccessFilters({
  search,
  onSearch,
}: {
  readonly search: AccessSearch;
  readonly onSearch: (search: AccessSearch) => void;
}) {
  const { t } = useTranslation();
  const { people } = useAuditPeople();
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
            onKeyDown={({ key, currentTarget }) => key === "Enter" && setNumber(currentTarget.value)}
          />
        )}
      </Field>
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
      <Choice
        label={t("access.kind")}
        any={t("access.everyKind")}
        value={search.kind}
        options={accessKinds.map((kind) => [kind, t(`access.kinds.${kind}`)])}
        onChoose={(kind) => onSearch({ ...search, kind })}
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
