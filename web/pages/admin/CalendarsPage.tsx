import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useQuery } from "urql";
import css from "../../calendars/calendars.module.css";
import { YearGrid } from "../../calendars/YearGrid.tsx";
import type { GridDay } from "../../calendars/year-grid.ts";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { dayOf, dayText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useNow } from "../../i18n/use-now.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import page from "../list-page.module.css";
import { AdminTabs } from "./AdminTabs.tsx";
import { CalendarHistory, CalendarHistoryFragment } from "./calendars/CalendarHistory.tsx";
import { DaySheet } from "./calendars/DaySheet.tsx";
import { YearSheet } from "./calendars/YearSheet.tsx";

const CalendarsPageQuery = graphql(
  `
    query CalendarsPage($year: Int!) {
      calendars {
        calendar
        version
        correctable
        weekendsOff
        publishedUntil
        year(year: $year) {
          year
          published
          entered
          workingDays
          days {
            day
            working
            name
            nameZh
            corrected
            paper {
              working
              name
              nameZh
            }
          }
        }
        history {
          id
          ...CalendarHistory_event
        }
      }
    }
  `,
  [CalendarHistoryFragment],
);

const names = ["CN", "WEEKDAYS", "EVERY_DAY"] as const;
const legend = ["HOLIDAY", "MAKE_UP_WORKDAY", "WEEKEND", "corrected"] as const;
const isYear = (text: string | null): text is string => text !== null && /^(19|20|21)\d\d$/.test(text);

/** The first year that is not known; null where none has to be published. Years are entered one after the other. */
const nextYearOf = (publishedUntil: string | null): number | null =>
  publishedUntil === null ? null : Number(publishedUntil.slice(0, 4)) + 1;

/** Papers come in the autumn: from October on a missing year is asked for on the page of the year before, too. */
const isAskedFor = (next: number, now: Date): boolean => dayOf(now) >= `${next - 1}-10-01`;

/** The days that deadlines count by: a year at a time, with what the desk corrected. Which and when stand in the address. */
export function CalendarsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const [params, setParams] = useSearchParams();
  /** A day, or the year whose paper is being copied: it stays that one, also when somebody else enters it meanwhile. */
  const [open, setOpen] = useState<GridDay | number | null>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const asked = params.get("year");
  const year = Number(isYear(asked) ? asked : dayOf(now).slice(0, 4));
  const which = names.find((name) => name === params.get("calendar")) ?? "CN";
  const [{ data, error }, again] = useQuery({
    query: CalendarsPageQuery,
    variables: { year },
    requestPolicy: "cache-and-network",
  });
  const refresh = () => again({ requestPolicy: "network-only" });
  const shown = data?.calendars.find(({ calendar }) => calendar === which);

  function show(name: "calendar" | "year", value: string): void {
    setMoved(null);
    setParams((before) => ({ ...Object.fromEntries(before), [name]: value }));
  }

  const next = shown?.correctable === true ? nextYearOf(shown.publishedUntil) : null;
  const sheet = (version: number) => ({
    version,
    onClose: () => setOpen(null),
    onStale: refresh,
    onDone(later: number) {
      setOpen(null);
      setMoved(later);
      refresh();
    },
  });

  return (
    <>
      <title>{t("common.title", { page: t("adminTab.calendars") })}</title>
      <AdminTabs />
      <div className={page.page}>
        {moved !== null && <Notice kind="done" title={t("calendars.done", { count: moved })} />}
        <div className={css.bar}>
          <Segments
            legend={t("calendars.which")}
            value={which}
            options={names.map((value) => ({ value, label: t(`calendar.${value}`) }))}
            onChange={(value) => show("calendar", value)}
          />
          <div className={css.steps}>
            <Button aria-label={t("calendars.earlier")} onClick={() => show("year", String(year - 1))}>
              ‹
            </Button>
            <strong aria-live="polite">{t("calendars.year", { year })}</strong>
            <Button aria-label={t("calendars.later")} onClick={() => show("year", String(year + 1))}>
              ›
            </Button>
          </div>
        </div>
        {error !== undefined && data === undefined && <FailureView failure={failureOf(error)} onRetry={refresh} />}
        {error === undefined && data === undefined && <Skeleton rows={8} label={t("common.loading")} />}
        {shown !== undefined && (
          <>
            {!shown.year.published && (
              <Notice
                kind="unreached"
                title={t("calendars.notPublished", { year })}
                action={
                  year === next && (
                    <Button onClick={() => setOpen(next)}>{t("calendars.paper.open", { year: next })}</Button>
                  )
                }
              />
            )}
            {shown.year.workingDays !== null && (
              <p className={css.note}>{t("calendars.workingDays", { count: shown.year.workingDays })}</p>
            )}
            <p className={css.note}>
              {shown.publishedUntil === null
                ? t("calendars.always")
                : t("calendars.until", { day: dayText(shown.publishedUntil, language, now) })}
            </p>
            {next !== null && shown.year.published && isAskedFor(next, now) && (
              <p className={css.note}>
                {t("calendars.paper.missing", { year: next })}{" "}
                <Button onClick={() => setOpen(next)}>{t("calendars.paper.open", { year: next })}</Button>
              </p>
            )}
            {which === "CN" && shown.year.published && (
              <p className={css.note}>
                {t(shown.year.entered ? "calendars.enteredHere" : "calendars.published", { year })}
              </p>
            )}
            {which !== "CN" && <p className={css.note}>{t(`calendars.fixed.${which}`)}</p>}
            {which === "CN" && (
              <ul className={css.legend}>
                {legend.map((one) => (
                  <li key={one}>{t(`calendars.legend.${one}`)}</li>
                ))}
              </ul>
            )}
            <YearGrid
              year={year}
              weekendsOff={shown.weekendsOff}
              days={shown.year.days}
              onOpen={shown.correctable ? setOpen : null}
            />
            {shown.correctable && <CalendarHistory events={shown.history} />}
          </>
        )}
      </div>
      {typeof open === "number" && shown !== undefined && <YearSheet year={open} {...sheet(shown.version)} />}
      {typeof open === "object" && open !== null && shown !== undefined && (
        <DaySheet day={open} {...sheet(shown.version)} />
      )}
    </>
  );
}
