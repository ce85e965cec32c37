import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../../../graphql/graphql.ts";
import { dayText, exactText } from "../../../i18n/times.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useNow } from "../../../i18n/use-now.ts";
import form from "../../../registry/registry.module.css";

export const CalendarHistoryFragment = graphql(`
  fragment CalendarHistory_event on CalendarEvent {
    id
    kind
    day
    working
    name
    nameZh
    reason
    later
    kept
    at
    by {
      id
      name
    }
  }
`);

/** What was corrected and entered, by whom, on what ground, and what it moved. */
export function CalendarHistory({
  events,
}: {
  readonly events: readonly FragmentOf<typeof CalendarHistoryFragment>[];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const history = readFragment(CalendarHistoryFragment, events);
  return (
    <section className={form.part}>
      <h2>{t("calendars.history")}</h2>
      {history.length === 0 && <p className={form.small}>{t("calendars.noHistory")}</p>}
      <ul>
        {history.map(({ id, kind, day, working, name, nameZh, reason, later, kept, at, by }) => (
          <li key={id}>
            <p>
              {t(`calendars.event.${kind}`, {
                year: day.slice(0, 4),
                day: dayText(day, language, now),
                is: t(working === true ? "calendars.working" : "calendars.off"),
                name: (language === "zh-CN" ? nameZh : name) ?? "",
              })}
            </p>
            <p>{t("common.quote", { text: reason })}</p>
            <p className={form.small}>{t("calendars.effect", { later, kept })}</p>
            <p className={form.small}>
              {by === null ? exactText(at) : t("common.separated", { first: by.name, second: exactText(at) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
