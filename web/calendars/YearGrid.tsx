import { useTranslation } from "react-i18next";
import { longDayText, weekdayTexts } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import css from "./calendars.module.css";
import { type GridDay, gridOf, type SpecialDay } from "./year-grid.ts";

/** The year in months. What a day is stands on it as a letter, so that nobody has to tell colours apart. */
export function YearGrid({
  year,
  weekendsOff,
  days,
  onOpen,
}: {
  readonly year: number;
  readonly weekendsOff: boolean;
  readonly days: readonly SpecialDay[];
  /** Null: its days cannot be corrected. */
  readonly onOpen: ((day: GridDay) => void) | null;
}) {
  const language = useLanguage();
  const monthName = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  const weekdays = weekdayTexts(language);
  return (
    <div className={css.year}>
      {gridOf(year, weekendsOff, days).map(({ first, column, days: ofMonth }) => (
        <section key={first}>
          <h2>{monthName.format(new Date(`${first}T00:00:00Z`))}</h2>
          <p className={css.weekdays} aria-hidden="true">
            {weekdays.map((name) => (
              <span key={name}>{name}</span>
            ))}
          </p>
          <ol>
            {ofMonth.map((day, index) => (
              <li key={day.day} style={index === 0 ? { gridColumnStart: column } : undefined}>
                <Day day={day} onOpen={onOpen} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Day({ day, onOpen }: { readonly day: GridDay; readonly onOpen: ((day: GridDay) => void) | null }) {
  const { t } = useTranslation();
  const title = useDayTitle(day);
  const { number, kind, special } = day;
  const marked = kind === "HOLIDAY" || kind === "MAKE_UP_WORKDAY" || (special !== null && kind === "WORKDAY");
  const inside = (
    <>
      <span aria-hidden="true">{number}</span>
      {marked && <small aria-hidden="true">{t(`calendars.mark.${kind}`)}</small>}
      {special?.corrected === true && <i aria-hidden="true">•</i>}
      <span className="quiet">{title}</span>
    </>
  );
  const look = `${css.day} ${css[kind]}`;
  if (onOpen === null)
    return (
      <span className={look} title={title}>
        {inside}
      </span>
    );
  return (
    <button type="button" className={look} title={title} onClick={() => onOpen(day)}>
      {inside}
    </button>
  );
}

export function useDayTitle({ day, kind, special }: GridDay): string {
  const { t } = useTranslation();
  const language = useLanguage();
  const said = { day: longDayText(day, language, useNow()), is: t(`calendars.is.${kind}`) };
  const name = language === "zh-CN" ? special?.nameZh : special?.name;
  const title = name == null ? t("calendars.dayTitle", said) : t("calendars.dayNamed", { ...said, name });
  return special?.corrected === true ? t("calendars.dayCorrected", { title }) : title;
}
