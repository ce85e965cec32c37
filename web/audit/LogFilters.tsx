import { useTranslation } from "react-i18next";
import { PickMerchant } from "../pick/PickMerchant.tsx";
import { everyone, PickStaff } from "../pick/PickStaff.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { isComposing } from "../ui/is-composing.ts";
import { Choice } from "./Choice.tsx";
import { DayFields } from "./DayFields.tsx";
import { everything, type LogSearch } from "./log-address.ts";
import css from "./log-filters.module.css";
import { caseEventKinds, caseStates } from "./log-words.ts";

/** Who, which case, what, when, where to, at whose shop. A number is looked for when it is left or Enter is pressed. */
export function LogFilters({
  search,
  onSearch,
}: {
  readonly search: LogSearch;
  readonly onSearch: (search: LogSearch) => void;
}) {
  const { t } = useTranslation();
  const change = (part: Partial<LogSearch>) => onSearch({ ...search, ...part });
  const setNumber = (text: string) => {
    const caseNumber = text.trim().toUpperCase() || null;
    if (caseNumber !== search.caseNumber) change({ caseNumber });
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
            onChoose={(person) => change({ person })}
          />
        )}
      </Field>
      <Choice
        label={t("audit.log.action")}
        any={t("audit.log.everyAction")}
        value={search.action}
        options={caseEventKinds.map((kind) => [kind, t(`event.${kind}`)])}
        onChoose={(action) => change({ action })}
      />
      <Choice
        label={t("audit.log.state")}
        any={t("audit.log.everyState")}
        value={search.state}
        options={caseStates.map((state) => [state, t(`caseState.${state}`)])}
        onChoose={(state) => change({ state })}
      />
      <Field label={t("audit.log.merchant")}>
        {(control) => (
          <PickMerchant
            control={control}
            value={search.merchant}
            any={t("audit.log.everyMerchant")}
            onChoose={(merchant) => change({ merchant })}
          />
        )}
      </Field>
      <DayFields value={{ from: search.from, to: search.to }} onChange={change} />
      {Object.values(search).some((value) => value !== null) && (
        <Button look="link" onClick={() => onSearch(everything)}>
          {t("audit.log.clear")}
        </Button>
      )}
    </div>
  );
}
