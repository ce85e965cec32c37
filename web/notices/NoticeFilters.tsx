import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type NoticeSearch, noticeAudiences, noticeChannels, noticeStates } from "./notice-address.ts";
import css from "./notice-filters.module.css";

interface NoticeFiltersProps {
  readonly search: NoticeSearch;
  readonly onSearch: (search: NoticeSearch) => void;
}

export function NoticeFilters({ search, onSearch }: NoticeFiltersProps) {
  const { t } = useTranslation();
  return (
    <div className={css.filters}>
      <Choice
        label={t("notices.state")}
        value={search.state}
        options={noticeStates.map((word) => [word, t(`noticeState.${word}`)])}
        onChoose={(state) => onSearch({ ...search, state, needsAttention: false })}
      />
      <Choice
        label={t("notices.channel")}
        value={search.channel}
        options={noticeChannels.map((word) => [word, t(`noticeChannel.${word}`)])}
        onChoose={(channel) => onSearch({ ...search, channel })}
      />
      <Choice
        label={t("notices.reader")}
        value={search.audience}
        options={noticeAudiences.map((word) => [word, t(`noticeAudience.${word}`)])}
        onChoose={(audience) => onSearch({ ...search, audience })}
      />
    </div>
  );
}

function Choice<W extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: W | null;
  readonly options: readonly (readonly [W, string])[];
  readonly onChoose: (value: W | null) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={css.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ""}
        onChange={(event) => onChoose(options.find(([word]) => word === event.target.value)?.[0] ?? null)}
      >
        <option value="">{t("notices.all")}</option>
        {options.map(([word, name]) => (
          <option key={word} value={word}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
