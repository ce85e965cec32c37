import { useTranslation } from "react-i18next";
import { Choice } from "./Choice.tsx";
import type { FindingSearch } from "./finding-address.ts";
import css from "./log-filters.module.css";
import { findingStates, severities } from "./sample-words.ts";

/** Which findings, and whose. */
export function FindingFilters({
  search,
  onSearch,
}: {
  readonly search: FindingSearch;
  readonly onSearch: (search: FindingSearch) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={css.filters}>
      <Choice
        label={t("findings.state")}
        any={t("findings.everyState")}
        value={search.state}
        options={findingStates.map((state) => [state, t(`findings.states.${state}`)])}
        onChoose={(state) => onSearch({ ...search, state })}
      />
      <Choice
        label={t("findings.severity")}
        any={t("findings.everySeverity")}
        value={search.severity}
        options={severities.map((one) => [one, t(`findings.severities.${one}`)])}
        onChoose={(severity) => onSearch({ ...search, severity })}
      />
      <label className={css.tick}>
        <input
          type="checkbox"
          checked={search.mine}
          onChange={({ target }) => onSearch({ ...search, mine: target.checked })}
        />
        {t("findings.onlyMine")}
      </label>
      <label className={css.tick}>
        <input
          type="checkbox"
          checked={search.overdue}
          onChange={({ target }) => onSearch({ ...search, overdue: target.checked })}
        />
        {t("findings.onlyOverdue")}
      </label>
    </div>
  );
}
